package org.entente.node.work;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said of something that was thrown where nobody could take it: one line with its place and
 * without what it says, because that may be content. What leaves nothing of the machine to rely on,
 * such as memory that has run out, ends the process with {@link #NOT_TO_BE_RELIED_ON}, so that
 * whatever supervises it starts it again.
 */
public final class Faults {
  /** Exit status of a process that cannot go on ({@code EX_SOFTWARE} of sysexits). */
  public static final int NOT_TO_BE_RELIED_ON = 70;

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final String OWN = "org.entente.";
  private static final int CAUSES = 8;

  /** How the process is ended; a test looks on instead. */
  static volatile IntConsumer end = Runtime.getRuntime()::halt;

  private Faults() {}

  /**
   * Says what failed and where, or ends the process.
   *
   * @param what fails, as an administrator knows it; no content
   */
  public static void met(String what, Throwable e) {
    if (endsAll(e)) {
      try {
        LOG.error("{} met {}. The node ends; start it again.", what, place(e));
      } finally {
        end.accept(NOT_TO_BE_RELIED_ON);
      }
    } else {
      LOG.error("{} failed: {}. The node goes on.", what, place(e));
    }
  }

  /**
   * A stack that was too deep says something of the input; all else of this kind, of the machine.
   */
  private static boolean endsAll(Throwable e) {
    Throwable each = e;
    for (int i = 0; i < CAUSES && each != null; i++) {
      if (each instanceof VirtualMachineError && !(each instanceof StackOverflowError)) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  /**
   * The kinds of a fault and of its causes, each with the first place in our own code, in one line
   * and without what the exceptions say.
   */
  public static String place(Throwable e) {
    StringBuilder line = new StringBuilder();
    Throwable each = e;
    for (int i = 0; each != null && i < CAUSES; i++) {
      line.append(i == 0 ? "" : ", because of ").append(each.getClass().getName());
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        line.append(" (").append(sql.getSQLState()).append(')');
      }
      line.append(" at ").append(frame(each.getStackTrace()));
      each = each.getCause();
    }
    return line.toString();
  }

  private static String frame(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .filter(frame -> frame.getClassName().startsWith(OWN))
        .findFirst()
        .or(() -> Arrays.stream(trace).findFirst())
        .map(f -> f.getClassName() + "." + f.getMethodName() + ":" + f.getLineNumber())
        .orElse("an unknown place");
  }
}
