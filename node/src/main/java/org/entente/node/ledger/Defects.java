package org.entente.node.ledger;

import io.micrometer.core.instrument.Metrics;
import org.entente.node.work.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes a fault of this program: one line in the log with the place, one more in the count that
 * monitoring reads. Never the message of the exception, which may hold what an officer wrote.
 */
public final class Defects {
  /** How many there were since the start; the administrator should hear of each. */
  public static final String COUNTER = "entente.defects";

  private static final Logger LOG = LoggerFactory.getLogger(Defects.class);

  private Defects() {}

  /**
   * Notes one.
   *
   * @param at where it came to light, a fixed word such as {@code page}
   */
  public static void note(String at, Throwable defect) {
    Metrics.counter(COUNTER, "at", at).increment();
    LOG.error("A defect of this program ({}): {}", at, Faults.place(defect));
  }
}
