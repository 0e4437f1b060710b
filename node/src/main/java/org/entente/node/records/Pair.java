package org.entente.node.records;

import java.util.UUID;

/** Two records that may mean the same, as an officer sees them side by side. */
public record Pair(UUID id, RecordView first, RecordView second, State state, Likeness likeness) {
  /** What became of the suspicion. */
  public enum State {
    OPEN,
    MERGED,
    APART
  }
}
