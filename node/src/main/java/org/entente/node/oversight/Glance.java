package org.entente.node.oversight;

import java.time.Instant;
import java.util.List;
import org.entente.node.retention.Reviews;

/**
 * How things stand, in figures.
 *
 * @param transfers what left in the last thirty days
 * @param findings how many look-ups of the last thirty days rules found unusual
 * @param stops checks that wait because they looked like fishing
 * @param cases that are past their date, come soon, are held or restricted
 * @param recordsEnding records whose end comes within thirty days
 * @param recordsOverdue records whose end has come and that the next round erases
 */
public record Glance(
    Instant from,
    Instant until,
    Transfers.Register transfers,
    long findings,
    long stops,
    Reviews.Counts cases,
    long recordsEnding,
    long recordsOverdue) {
  /** The days looked back and ahead. */
  public static final int DAYS = 30;

  /** Which kinds of things can leave, for a picture. */
  public static List<Transfer.Kind> kinds() {
    return List.of(Transfer.Kind.values());
  }
}
