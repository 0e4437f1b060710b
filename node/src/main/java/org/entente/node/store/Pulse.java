package org.entente.node.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What shows that one part of the node that works in the background lives and moves.
 *
 * <p><b>Guarantees.</b> No such part ends unseen. What a loop throws is said in one line with its
 * place and without what the exception says, because that may be content; then the loop goes on
 * after a pause. What leaves nothing of the machine to rely on, such as memory that has run out,
 * ends the process with {@link #NOT_TO_BE_RELIED_ON}, so that whatever supervises it starts it
 * again. Health shows which part fails, stands still or gave up.
 *
 * <p>Safe for use by many threads.
 */
public final class Pulse {
  /** Exit status of a process that cannot go on ({@code EX_SOFTWARE} of sysexits). */
  public static final int NOT_TO_BE_RELIED_ON = 70;

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long PAUSE_MILLIS = 1_000;
  private static final String OWN = "org.entente.";
  private static final int CAUSES = 8;

  private static final Set<Pulse> ALL = ConcurrentHashMap.newKeySet();

  /** How the process is ended; a test looks on instead. */
  static volatile IntConsumer end = Runtime.getRuntime()::halt;

  private final String name;
  private final Duration longest;
  private volatile long moved = System.nanoTime();
  private volatile String fault = "";
  private volatile boolean over;

  private Pulse(String name, Duration longest) {
    this.name = name;
    this.longest = longest;
  }

  /**
   * The pulse of a part; seen from when it begins.
   *
   * @param name for health and the log
   * @param longest time between two signs of life while all is well
   */
  public static Pulse of(String name, Duration longest) {
    return new Pulse(name, longest);
  }

  /** How a part is. */
  public enum State {
    LIVES,
    /** Its last round failed; it tries again. */
    FAILS,
    /** It has shown no sign of life for longer than its work takes. */
    STANDS_STILL,
    /** It does nothing until the node is started again. */
    GAVE_UP
  }

  /**
   * One part as health sees it.
   *
   * @param fault what its last round failed with, and where; empty when it did not fail
   */
  public record Sign(String name, State state, Duration sinceMoved, String fault) {}

  /** All parts that work, by name. */
  public static List<Sign> all() {
    return ALL.stream().map(Pulse::sign).sorted(Comparator.comparing(Sign::name)).toList();
  }

  private Sign sign() {
    Duration since = Duration.ofNanos(System.nanoTime() - moved);
    State state =
        over
            ? State.GAVE_UP
            : !fault.isEmpty()
                ? State.FAILS
                : since.compareTo(longest) > 0 ? State.STANDS_STILL : State.LIVES;
    return new Sign(name, state, since, fault);
  }

  /** Starts a thread of its own for a loop that returns when it was told to stop. */
  public Thread start(Runnable loop) {
    begins();
    return Thread.ofPlatform().name(name).daemon(true).start(() -> live(loop));
  }

  private void live(Runnable loop) {
    boolean again = true;
    while (again) {
      try {
        loop.run();
        again = false;
      } catch (StoreStopped e) {
        again = false; // The node is going down and says so itself.
      } catch (Throwable e) {
        failed(e);
        again = paused();
      }
    }
    if (!over) {
      ended();
    }
  }

  private static boolean paused() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** The part begins to work. */
  void begins() {
    moved = System.nanoTime();
    ALL.add(this);
  }

  /** A round went well. */
  public void moved() {
    moved = System.nanoTime();
    fault = "";
  }

  /** A sign of life within a round, whose outcome is still open. */
  public void works() {
    moved = System.nanoTime();
  }

  /** A round failed; the part tries again. */
  public void failed(Throwable e) {
    noted(e);
    failed(name, e);
  }

  /** The same for a part that says itself what failed. */
  void noted(Throwable e) {
    works();
    fault = place(e);
    endIfNothingHolds(name, e);
  }

  /** The part can do nothing until the node is started again. */
  public void gaveUp(Throwable e) {
    over = true;
    failed(e);
  }

  /** The part was stopped as it should. */
  public void ended() {
    ALL.remove(this);
  }

  /**
   * Says what failed and where, or ends the process.
   *
   * @param what fails, as an administrator knows it; no content
   */
  public static void failed(String what, Throwable e) {
    if (endsAll(e)) {
      end(what, e);
    } else {
      LOG.error("{} failed: {}. The node goes on and tries again.", what, place(e));
    }
  }

  /** Ends the process where nothing can be relied on any more. */
  private static void endIfNothingHolds(String what, Throwable e) {
    if (endsAll(e)) {
      end(what, e);
    }
  }

  private static void end(String what, Throwable e) {
    try {
      LOG.error("{} met {}. The node ends; start it again.", what, place(e));
    } finally {
      end.accept(NOT_TO_BE_RELIED_ON);
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
   * and without what the exceptions say, because that may be content.
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
