package org.entente.node.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.officers.OfficerId;
import org.entente.node.records.Comparison;
import org.entente.node.records.Likeness;
import org.entente.node.records.Mentions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Store;

/**
 * Checks that officers of this node asked about a person: for oversight and for the answer to the
 * person concerned. Reads only; the caller accounts for it with an entry of its own. What partners
 * asked here stays blind: nobody on this node can find it by a person. Safe for use by many
 * threads.
 */
public final class CheckMentions {
  private static final int PAGE = 500;

  /** Stands after every identifier, in every collation. */
  private static final String NEWEST = "g";

  private final Store store;
  private final AboutSealed sealed;

  CheckMentions(Store store, AboutSealed sealed) {
    this.store = store;
    this.sealed = sealed;
  }

  /**
   * A check about a person like this.
   *
   * @param list the list it was a line of
   * @param running whether a partner has not answered yet
   */
  public record AskedAbout(
      CheckId id,
      OfficerId by,
      Instant at,
      Optional<String> list,
      CheckView.About about,
      List<AuthorityId> partners,
      boolean running,
      Likeness likeness) {
    public AskedAbout {
      partners = List.copyOf(partners);
    }

    @Override
    public String toString() {
      return "AskedAbout[" + id + "]";
    }
  }

  /** Checks about a person like this, newest first. */
  public Mentions.Opened<AskedAbout> about(Comparison person) {
    List<AskedAbout> met = new ArrayList<>();
    int opened = 0;
    String before = NEWEST;
    List<CheckRows.Row> page = page(before);
    while (!page.isEmpty() && opened < Mentions.MOST_OPENED) {
      for (CheckRows.Row row : page) {
        opened++;
        about(row)
            .filter(about -> Mentions.alike(person.of(about.subject())))
            .ifPresent(about -> met.add(asked(row, about, person)));
      }
      before = page.getLast().id().toString();
      page = page(before);
    }
    return new Mentions.Opened<>(met, page.isEmpty());
  }

  private List<CheckRows.Row> page(String before) {
    return store.read(tx -> CheckRows.page(tx, before, PAGE));
  }

  /** One check; empty once its time was over. */
  public Optional<AskedAbout> check(CheckId id, Comparison person) {
    return store
        .read(tx -> CheckRows.find(tx, id))
        .flatMap(row -> about(row).map(about -> asked(row, about, person)));
  }

  /** Whom a check was about; empty once that is forgotten. */
  private Optional<CheckView.About> about(CheckRows.Row row) {
    try {
      return Optional.of(sealed.open(row.id(), row.about()));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  private AskedAbout asked(CheckRows.Row row, CheckView.About about, Comparison person) {
    List<PartnerAnswer> answers =
        store
            .read(tx -> CheckRows.answers(tx, List.of(row.id())))
            .getOrDefault(row.id(), List.of());
    List<AuthorityId> partners =
        answers.stream()
            .filter(answer -> answer.state() != AnswerState.NOT_ASKED)
            .map(PartnerAnswer::partner)
            .toList();
    return new AskedAbout(
        row.id(),
        row.by(),
        row.at(),
        row.list().map(CheckRows.ListPlace::list),
        about,
        partners,
        answers.stream().anyMatch(answer -> answer.state() == AnswerState.ASKING),
        person.of(about.subject()));
  }
}
