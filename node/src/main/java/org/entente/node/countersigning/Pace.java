package org.entente.node.countersigning;

import java.time.Duration;

/**
 * How often a partner is asked to countersign.
 *
 * @param between two looks at the own log, so that many entries cost one question
 * @param atLeast so often also when nothing was written, so that a partner's silence is noticed
 */
public record Pace(Duration between, Duration atLeast) {
  /** Soon after an exchange, and every few minutes. */
  public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofMinutes(3));
}
