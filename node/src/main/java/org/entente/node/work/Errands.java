package org.entente.node.work;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Things that are done once, some at the same moment, such as a question to a partner. What waits
 * for a partner is interrupted when this is closed. Safe for use by many threads.
 */
public final class Errands implements Part {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final String name;
  private final ThreadPoolExecutor threads;

  /**
   * @param name of the threads, and in the log
   * @param atOnce how many at the same moment
   */
  public Errands(String name, int atOnce) {
    this.name = name;
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name(name + "-", 1).daemon(true).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Does this soon; false once it was closed. */
  public boolean send(Runnable errand) {
    try {
      threads.execute(() -> {
        try {
          errand.run();
        } catch (EndOfWork e) {
          threads.shutdownNow(); // What comes now has nothing to rest on.
        } catch (Throwable e) {
          Faults.met(name, e);
        }
      });
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Does all of these and waits for them; a result that failed is thrown where it is asked for. */
  public <T> List<Future<T>> sendAll(Collection<Callable<T>> errands) throws InterruptedException {
    return threads.invokeAll(errands);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      boolean _ = threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
