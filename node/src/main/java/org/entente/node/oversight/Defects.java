package org.entente.node.oversight;

import io.micrometer.core.instrument.Metrics;
import java.util.Arrays;
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
  private static final String OURS = "org.entente.";
  private static final int MOST_CAUSES = 5;

  private Defects() {}

  /**
   * Notes one.
   *
   * @param at where it came to light, a fixed word such as {@code page}
   */
  public static void note(String at, Throwable defect) {
    Metrics.counter(COUNTER, "at", at).increment();
    LOG.error("A defect of this program ({}): {}", at, place(defect));
  }

  /** The classes of a fault and its causes, each with the first line of ours that it passed. */
  public static String place(Throwable defect) {
    StringBuilder places = new StringBuilder();
    Throwable cause = defect;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      places.append(i == 0 ? "" : ", because of ").append(cause.getClass().getName());
      StackTraceElement[] stack = cause.getStackTrace();
      Arrays.stream(stack)
          .filter(frame -> frame.getClassName().startsWith(OURS))
          .findFirst()
          .or(() -> Arrays.stream(stack).findFirst())
          .ifPresent(frame ->
              places
                  .append(" at ")
                  .append(frame.getClassName())
                  .append('.')
                  .append(frame.getMethodName())
                  .append(':')
                  .append(frame.getLineNumber()));
      cause = cause.getCause();
    }
    return places.toString();
  }
}
