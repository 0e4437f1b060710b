package org.entente.node.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on in the background, round after round, on a thread of its own that does not keep
 * the process alive.
 *
 * <p><b>Guarantees.</b> One round at a time. Whatever a round throws, the next one comes: the log
 * says where it failed and nothing of what the exception says, because that may be content; then
 * the worker waits, twice as long after each failure, and goes on. Health and figures show which
 * worker fails, waits or stands still.
 *
 * <p><b>Does not guarantee</b> another round once it was closed or what it rests on has ended
 * ({@link EndOfWork}). Safe for use by many threads.
 */
public final class Worker implements Part {
  /** Long enough for a database that is started again, short enough to go on soon after. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  /** Doublings of the wait after failures; beyond this every longest rest is reached. */
  private static final int DOUBLINGS_MAX = 20;

  /** How long closing waits for the round that runs. */
  private static final Duration CLOSING = Duration.ofSeconds(10);

  /** The longest round of what is done now and then, such as going through all records. */
  private static final Duration LONG_ROUND = Duration.ofHours(6);

  private final String name;
  private final Duration longestRest;
  private final Duration longestRound;
  private final boolean interrupted;
  private final Task task;
  private final @Nullable LongSupplier behind;
  private final Semaphore wake = new Semaphore(0);
  private final AtomicLong failures = new AtomicLong();
  private volatile @Nullable Thread thread;
  private volatile boolean closed;
  private volatile boolean waits;
  private volatile String fault = "";
  private volatile long lastSign = System.nanoTime();
  private volatile long lastWell = lastSign;

  private Worker(
      String name,
      Duration longestRest,
      Duration longestRound,
      boolean interrupted,
      Task task,
      @Nullable LongSupplier behind) {
    this.name = name;
    this.longestRest = longestRest;
    this.longestRound = longestRound;
    this.interrupted = interrupted;
    this.task = task;
    this.behind = behind;
  }

  /** What a worker does. */
  public interface Task {
    /** Does what there is to do now, a part of it where it is much. */
    Round round() throws Exception;
  }

  /** What is done as a whole each time. */
  public interface Job {
    void run() throws Exception;
  }

  /**
   * A worker that ends its round before it is closed.
   *
   * @param name for the thread, health, figures and the log
   * @param longestRest until it looks again where nobody wakes it
   * @param longestRound after which it stands still, unless it {@link #works}
   */
  public Worker(String name, Duration longestRest, Duration longestRound, Task task) {
    this(name, longestRest, longestRound, false, task, null);
  }

  /** The same for one that follows what has revisions, and knows how many are left. */
  Worker(
      String name,
      Duration longestRest,
      Duration longestRound,
      Task task,
      @Nullable LongSupplier behind) {
    this(name, longestRest, longestRound, false, task, behind);
  }

  /** A worker whose round is interrupted when it is closed, because it may wait for a partner. */
  public static Worker interrupted(
      String name, Duration longestRest, Duration longestRound, Task task) {
    return new Worker(name, longestRest, longestRound, true, task, null);
  }

  /** A worker that does its job at the start and so often, from the end of one to the next. */
  public static Worker every(String name, Duration rest, Job job) {
    return interrupted(
        name,
        rest,
        rest.plus(LONG_ROUND),
        () -> {
          job.run();
          return Round.NOTHING;
        });
  }

  /** How a worker is. */
  public enum State {
    LIVES,
    /** What it needs is not there; it looks again and again. */
    WAITS,
    /** Its last round was a fault; it tries again. */
    FAILS,
    /** It has shown no sign of life for longer than its work takes. */
    STANDS_STILL,
    /** It will do nothing more, because what it rests on is gone. */
    ENDED
  }

  /**
   * A worker as health and figures see it.
   *
   * @param lag since its last round that went well, beyond its rest
   * @param failures since the start
   * @param fault what its last round failed with, and where; empty when it went well
   */
  public record Sign(String name, State state, Duration lag, long failures, String fault) {}

  public String name() {
    return name;
  }

  public Sign sign() {
    Duration lag = since(lastWell).minus(longestRest);
    return new Sign(name, state(), lag.isNegative() ? Duration.ZERO : lag, failures.get(), fault);
  }

  /** Whether it follows what has revisions. */
  boolean follows() {
    return behind != null;
  }

  /** How many changes are left to follow; may ask the database. */
  long behind() {
    return behind == null ? 0 : behind.getAsLong();
  }

  private State state() {
    Thread works = thread;
    if (works != null && !works.isAlive()) {
      return State.ENDED;
    }
    if (!fault.isEmpty()) {
      return waits ? State.WAITS : State.FAILS;
    }
    return since(lastSign).compareTo(longestRest.plus(longestRound)) > 0
        ? State.STANDS_STILL
        : State.LIVES;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** This worker, as long as it works. */
  @Override
  public Stream<Worker> workers() {
    return thread == null || closed ? Stream.empty() : Stream.of(this);
  }

  @Override
  public synchronized void start() {
    if (thread == null && !closed) {
      well();
      thread = Thread.ofPlatform().name(name).daemon(true).start(this::live);
    }
  }

  private void live() {
    int failed = 0;
    while (!closed) {
      try {
        switch (task.round()) {
          case Round.Did did -> {
            failed = 0;
            well();
          }
          case Round.Nothing(Duration rest) -> {
            failed = 0;
            well();
            rest(rest.compareTo(longestRest) < 0 ? rest : longestRest);
          }
          case Round.Failed(String what) -> {
            failed(what, true);
            pause(failed++);
          }
        }
      } catch (EndOfWork e) {
        return;
      } catch (Throwable e) {
        if (closed) {
          return; // What is interrupted on the way down is no fault.
        }
        failed(Faults.place(e), false);
        Faults.met(name, e);
        pause(failed++);
      }
    }
  }

  private void well() {
    lastSign = System.nanoTime();
    lastWell = lastSign;
    fault = "";
  }

  private void failed(String what, boolean waiting) {
    lastSign = System.nanoTime();
    waits = waiting;
    fault = what;
    failures.incrementAndGet();
  }

  private void rest(Duration rest) throws InterruptedException {
    if (wake.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
      wake.drainPermits();
    }
  }

  /** Waits after a failure; what wakes others must not make this one fail without a pause. */
  private void pause(int failedBefore) {
    Duration first = longestRest.compareTo(FIRST_WAIT) < 0 ? longestRest : FIRST_WAIT;
    Duration most = longestRest.compareTo(LONGEST_WAIT) > 0 ? longestRest : LONGEST_WAIT;
    Duration wait = first.multipliedBy(1L << Math.min(failedBefore, DOUBLINGS_MAX));
    long until = System.nanoTime() + (wait.compareTo(most) < 0 ? wait : most).toNanos();
    try {
      while (!closed && System.nanoTime() < until) {
        rest(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      if (!closed) {
        Faults.met(name, e);
      }
    }
  }

  /** There may be something to do. */
  public void wake() {
    wake.release();
  }

  /** A sign of life within a round that is long; its outcome is still open. */
  public void works() {
    lastSign = System.nanoTime();
  }

  /** Whether a round that is long should go on. */
  public boolean goesOn() {
    return !closed;
  }

  /** Has it end after this round, without waiting for that. */
  public void stop() {
    closed = true;
    wake();
    Thread works = thread;
    if (interrupted && works != null) {
      works.interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    awaitEnd();
  }

  /** Waits until it has ended, for a while. */
  public void awaitEnd() {
    Thread works = thread;
    if (works == null || works == Thread.currentThread()) {
      return;
    }
    try {
      boolean _ = works.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the caller runs on this worker's thread. */
  public boolean isCalling() {
    return Thread.currentThread() == thread;
  }
}
