package org.entente.node.records;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.officers.OfficerId;

/**
 * How far a list is.
 *
 * @param rowsAll lines of the list
 * @param rowsRead of these, so far
 * @param met lines that met at least one record
 * @param faults lines that could not be read
 * @param stopped why it could not go on, a stable code
 * @param keptUntil when the lines that are kept are removed; empty while it is read
 */
public record ScreeningView(
    ScreeningId id,
    OfficerId by,
    FileState state,
    ListPlan plan,
    long rowsAll,
    long rowsRead,
    long met,
    long faults,
    Optional<String> stopped,
    Instant uploadedAt,
    Optional<Instant> endedAt,
    Optional<Instant> keptUntil) {
  /** How much of the list was read, in hundredths. */
  public int percent() {
    return rowsAll == 0 ? 100 : Math.clamp(100 * rowsRead / rowsAll, 0, 100);
  }

  @Override
  public String toString() {
    return "ScreeningView[" + id + "]";
  }
}
