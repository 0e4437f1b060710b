package org.entente.node.delivery;

import java.util.UUID;

/**
 * When a message may leave: which lane it takes and what it must not overtake. Messages of one
 * matter leave in the order of their release; those of different matters need not wait for each
 * other.
 *
 * @param matter what it belongs to; empty for a message that leaves alone, after all that was
 *     released before it and before all that was released after it
 */
public record Turn(Lane lane, String matter) {
  /** Within a matter. */
  public static Turn of(UUID matter, boolean urgent) {
    return new Turn(urgent ? Lane.URGENT : Lane.ORDINARY, matter.toString());
  }

  /** By itself: what it says decides how everything else is read, such as a new arrangement. */
  public static Turn alone() {
    return new Turn(Lane.ORDINARY, "");
  }
}
