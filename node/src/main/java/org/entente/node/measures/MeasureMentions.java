package org.entente.node.measures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.PersonSought;
import org.entente.node.records.Comparison;
import org.entente.node.records.Likeness;
import org.entente.node.records.Mentions;
import org.entente.node.store.Store;

/**
 * Measures that name a person: for oversight and for the answer to the person concerned. Opened one
 * by one, the newest first, and no more than {@link Mentions#MOST_OPENED}. Reads only; the caller
 * accounts for it with an entry of its own. Safe for use by many threads.
 */
public final class MeasureMentions {
  private static final int PAGE = 500;

  /** Stands after every identifier, in every collation. */
  private static final String NEWEST = "g";

  private final Store store;
  private final Bodies bodies;
  private final MeasureViews views;

  MeasureMentions(Store store, Bodies bodies, MeasureViews views) {
    this.store = store;
    this.bodies = bodies;
    this.views = views;
  }

  /**
   * A measure about a person like this.
   *
   * @param ours whether this authority opened it
   * @param partners that have it, or gave it
   * @param articles on which it left or came
   * @param open whether it goes on
   * @param keptUntil when what it says is erased; empty while it goes on
   */
  public record AboutPerson(
      MeasureId id,
      String reference,
      MeasureKind kind,
      boolean ours,
      Instant at,
      PersonSought person,
      Stated stated,
      List<AuthorityId> partners,
      List<String> articles,
      boolean open,
      Optional<Instant> keptUntil,
      Likeness likeness) {
    public AboutPerson {
      articles = List.copyOf(articles);
      partners = List.copyOf(partners);
    }

    @Override
    public String toString() {
      return "AboutPerson[" + id + "]";
    }
  }

  /** How a measure is called. */
  public Optional<String> reference(MeasureId id) {
    return store.read(tx -> MeasureRows.find(tx, id)).map(MeasureRows.Row::reference);
  }

  /** Measures about a person like this, newest first. */
  public Mentions.Opened<AboutPerson> about(Comparison person) {
    List<AboutPerson> met = new ArrayList<>();
    int opened = 0;
    String before = NEWEST;
    List<MeasureRows.Row> page = page(before);
    while (!page.isEmpty() && opened < Mentions.MOST_OPENED) {
      for (MeasureRows.Row row : page) {
        opened++;
        about(row, person).filter(a -> Mentions.alike(a.likeness())).ifPresent(met::add);
      }
      before = page.getLast().id().toString();
      page = page(before);
    }
    return new Mentions.Opened<>(met, page.isEmpty());
  }

  private List<MeasureRows.Row> page(String before) {
    return store.read(tx -> MeasureRows.before(tx, before, PAGE));
  }

  /** One measure; empty where it names nobody, or was erased. */
  public Optional<AboutPerson> measure(MeasureId id, Comparison person) {
    return store.read(tx -> MeasureRows.find(tx, id)).flatMap(row -> about(row, person));
  }

  private Optional<AboutPerson> about(MeasureRows.Row row, Comparison comparison) {
    if (row.stated().subject().isEmpty()) {
      return Optional.empty();
    }
    List<LegRows.Row> legs = store.read(tx -> LegRows.of(tx, row.id()));
    return bodies
        .open(row, views.grant(legs))
        .flatMap(says -> Optional.ofNullable(says.person()))
        .map(person ->
            new AboutPerson(
                row.id(),
                row.reference(),
                row.kind(),
                row.ours(),
                row.releasedAt().orElse(row.madeAt()),
                person,
                row.stated(),
                legs.stream().filter(LegRows.Row::exchanged).map(LegRows.Row::partner).toList(),
                legs.stream().flatMap(leg -> leg.articles().stream()).distinct().toList(),
                row.settledAt().isEmpty(),
                row.eraseAt(),
                comparison.of(person)));
  }
}
