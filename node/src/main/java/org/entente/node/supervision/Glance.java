package org.entente.node.supervision;

import java.time.Instant;
import java.util.List;

/**
 * How things stand, in figures.
 *
 * @param transfers what left in the last thirty days
 * @param findings how many look-ups of the last thirty days rules found unusual
 * @param stops checks that wait because they looked like fishing
 * @param overdue cases whose date has passed and that only a hold or restriction keeps, or that the
 *     next round erases
 * @param soon cases that are erased within thirty days if nobody decides
 * @param held cases kept for proceedings
 * @param restricted cases kept closed in the place of erasure
 * @param recordsEnding records whose end comes within thirty days
 * @param recordsOverdue records whose end has come and that the next round erases
 */
public record Glance(
    Instant from,
    Instant until,
    Transfers.Register transfers,
    long findings,
    long stops,
    long overdue,
    long soon,
    long held,
    long restricted,
    long recordsEnding,
    long recordsOverdue) {
  /** The days looked back and ahead. */
  public static final int DAYS = 30;

  /** Which kinds of things can leave, for a picture. */
  public static List<Transfer.Kind> kinds() {
    return List.of(Transfer.Kind.values());
  }
}
