package org.entente.node.measures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.store.Tx;

/**
 * Says by what a measure presses, and when nothing of it is left to do. Asked after each change of
 * it, in the same transaction.
 */
final class Settling {
  /** What never left is kept so long, for the officer who thinks better of it. */
  static final int UNSENT_MONTHS = 1;

  private Settling() {}

  static void look(Tx tx, MeasureId id, Instant now) {
    MeasureRows.Row row = MeasureRows.find(tx, id).orElseThrow();
    List<LegRows.Row> legs = LegRows.of(tx, id);
    Optional<Instant> presses = presses(row, legs);
    if (presses.isPresent()) {
      MeasureRows.presses(tx, id, presses.get());
      return;
    }
    int months =
        Math.max(UNSENT_MONTHS, legs.stream().mapToInt(LegRows.Row::reviewMonths).max().orElse(0));
    MeasureRows.settled(tx, id, now, now.atZone(ZoneOffset.UTC).plusMonths(months).toInstant());
  }

  /** The earliest of what is still to be done; empty where nothing is. */
  private static Optional<Instant> presses(MeasureRows.Row row, List<LegRows.Row> legs) {
    List<Instant> all = new ArrayList<>();
    if (row.state() == MeasureState.WAITING) {
      all.add(row.madeAt());
    }
    if (row.alone() && row.review().isEmpty()) {
      row.reviewDueAt().ifPresent(all::add);
    }
    for (LegRows.Row leg : legs) {
      Instant since = leg.arrivedAt().or(leg::releasedAt).orElse(row.madeAt());
      if (leg.unseen()) {
        all.add(since);
      }
      if (row.kind().answered() && leg.exchanged() && !leg.course().ended()) {
        all.add(leg.until().or(leg::dueAt).orElse(since));
      }
    }
    return all.stream().min(Instant::compareTo);
  }
}
