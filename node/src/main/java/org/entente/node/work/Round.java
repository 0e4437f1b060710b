package org.entente.node.work;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** What one round of a worker came to. */
public sealed interface Round {
  /** It did something, and there may be more: the next round follows at once. */
  Round DID = new Did();

  /** There was nothing to do. */
  Round NOTHING = new Nothing(ChronoUnit.FOREVER.getDuration());

  /** The same, and the next look comes after this time at the latest. */
  static Round nothingFor(Duration rest) {
    return new Nothing(rest);
  }

  record Did() implements Round {}

  /**
   * @param rest the longest until the next look, where that is shorter than the worker's own
   */
  record Nothing(Duration rest) implements Round {}

  /**
   * What the worker needs is not there, such as a search cluster that does not answer: no fault of
   * this node, but the next round waits as after a fault.
   *
   * @param what is missing, a fixed word
   */
  record Failed(String what) implements Round {}
}
