package org.entente.node.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A worker that comes after what has revisions, such as an index after the records, page by page.
 * Safe for use by many threads.
 */
public final class Follower implements Part {
  /** Rounds say when they end; this only guards against a word that was missed. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Source source;
  private final Worker worker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition followed = lock.newCondition();

  /** What is followed. */
  public interface Source {
    /** Follows the next page of changes. */
    Round follow() throws Exception;

    /** How many changes are left. */
    long behind();
  }

  /**
   * @param name see {@link Worker}
   */
  public Follower(String name, Duration longestRest, Duration longestRound, Source source) {
    this.source = source;
    this.worker = new Worker(name, longestRest, longestRound, this::round, source::behind);
  }

  private Round round() throws Exception {
    try {
      return source.follow();
    } finally {
      tell();
    }
  }

  private void tell() {
    lock.lock();
    try {
      followed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until rounds have brought this about, or the follower was closed. */
  public void await(BooleanSupplier enough) throws InterruptedException {
    worker.wake();
    lock.lock();
    try {
      while (worker.goesOn() && !enough.getAsBoolean()) {
        boolean _ = followed.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Something changed. */
  public void wake() {
    worker.wake();
  }

  /** See {@link Worker#works}. */
  public void works() {
    worker.works();
  }

  /** See {@link Worker#goesOn}. */
  public boolean goesOn() {
    return worker.goesOn();
  }

  @Override
  public void start() {
    worker.start();
  }

  @Override
  public Stream<Worker> workers() {
    return worker.workers();
  }

  @Override
  public void close() {
    worker.close();
    tell();
  }
}
