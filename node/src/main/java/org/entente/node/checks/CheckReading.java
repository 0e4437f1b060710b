package org.entente.node.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.records.Comparison;
import org.entente.node.records.Mentions;
import org.entente.node.records.Question;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;

/** Where officers read what came of checks. Safe for use by many threads. */
public final class CheckReading {

  private final Store store;
  private final Journal journal;
  private final AboutSealed sealed;

  CheckReading(Store store, Journal journal, AboutSealed sealed) {
    this.store = store;
    this.journal = journal;
    this.sealed = sealed;
  }

  /** One check. An officer who did not ask it leaves an entry when reading it. */
  public Outcome<CheckView> view(Officer officer, CheckId id) {
    if (!Rights.may(officer, Right.READ_CHECKS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<CheckRows.Row> row = store.read(tx -> CheckRows.find(tx, id));
    if (row.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    if (!row.get().by().equals(officer.id())) {
      store.write(tx ->
          journal.append(
              tx, Event.CHECK_READ, officer.id().toString(), Map.of("question", id.toString())));
    }
    return Outcome.done(
        view(
            row.get(),
            Optional.of(about(row.get())),
            answers(List.of(row.get())).getOrDefault(id, List.of())));
  }

  /**
   * The newest checks: the officer's own, or everybody's for a supervisor, without who is meant.
   */
  public Outcome<Paged<CheckView>> newest(Officer officer, Paged.Wanted wanted) {
    if (!Rights.may(officer, Right.READ_CHECKS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    boolean all = Rights.may(officer, Right.READ_ALL_CHECKS);
    Optional<OfficerId> whose = all ? Optional.empty() : Optional.of(officer.id());
    Paged<CheckRows.Row> rows = store.read(tx -> CheckRows.newest(tx, whose, wanted));
    Map<CheckId, List<PartnerAnswer>> answers = answers(rows.lines());
    return Outcome.done(
        rows.map(row -> {
          Optional<CheckView.About> about = all ? Optional.empty() : Optional.of(about(row));
          return view(row, about, answers.getOrDefault(row.id(), List.of()));
        }));
  }

  /** How many of an officer's own checks are opened to find those about a person. */
  public static final int MOST_OPENED = 200;

  /** The officer's own checks about such a person or thing, among the newest, the newest first. */
  public List<CheckView> about(Officer officer, Question question) {
    if (!Rights.may(officer, Right.READ_CHECKS)) {
      return List.of();
    }
    Comparison comparison = Comparison.with(question);
    Map<CheckRows.Row, CheckView.About> met = new LinkedHashMap<>();
    store
        .read(
            tx -> CheckRows.newest(tx, Optional.of(officer.id()), new Paged.Wanted(1, MOST_OPENED)))
        .lines()
        .forEach(row ->
            opened(row)
                .filter(about -> Mentions.alike(comparison.of(about.subject())))
                .ifPresent(about -> met.put(row, about)));
    Map<CheckId, List<PartnerAnswer>> answers = answers(List.copyOf(met.keySet()));
    return met.entrySet().stream()
        .map(each -> {
          CheckRows.Row row = each.getKey();
          return view(row, Optional.of(each.getValue()), answers.getOrDefault(row.id(), List.of()));
        })
        .toList();
  }

  private Optional<CheckView.About> opened(CheckRows.Row row) {
    try {
      return Optional.of(about(row));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  private Map<CheckId, List<PartnerAnswer>> answers(List<CheckRows.Row> rows) {
    return store.read(tx -> CheckRows.answers(tx, rows.stream().map(CheckRows.Row::id).toList()));
  }

  private CheckView.About about(CheckRows.Row row) {
    return sealed.open(row.id(), row.about());
  }

  private static CheckView view(
      CheckRows.Row row, Optional<CheckView.About> about, List<PartnerAnswer> answers) {
    return new CheckView(row.id(), row.by(), row.at(), about, answers);
  }

  /**
   * Both signed statements of a partner's answer: ours with its question, the partner's with its
   * answer.
   */
  public Optional<List<byte[]>> proof(Officer officer, CheckId id, AuthorityId partner) {
    return Rights.may(officer, Right.READ_CHECKS)
        ? store.read(tx -> CheckRows.proof(tx, id, partner))
        : Optional.empty();
  }
}
