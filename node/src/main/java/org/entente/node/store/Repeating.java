package org.entente.node.store;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that runs at the start of the node and every so often until it stops, on a thread of its
 * own that does not keep the process alive.
 *
 * <p><b>Guarantees.</b> One run at a time. Whatever a run throws, the next one comes; the log then
 * says which task failed and where, and nothing of what the exception says, because that may be
 * content.
 *
 * <p><b>Does not guarantee</b> another run once the store has stopped.
 */
public final class Repeating implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

  /** The longest a run takes, such as going through all records for what has reached its end. */
  private static final Duration LONGEST_RUN = Duration.ofHours(6);

  private final String name;
  private final Duration every;
  private final Pulse pulse;
  private final ScheduledExecutorService thread;

  /**
   * @param name of the thread, and of the task in the log
   * @param every from the end of one run to the beginning of the next
   */
  public Repeating(String name, Duration every) {
    this.name = name;
    this.every = every;
    this.pulse = Pulse.of(name, every.plus(LONGEST_RUN));
    this.thread =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name(name).daemon(true).unstarted(task));
  }

  /** What is done each time. */
  public interface Task {
    void run() throws Exception;
  }

  /** Begins, now and every so often. */
  public void start(Task task) {
    pulse.begins();
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(() -> once(task), 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void once(Task task) {
    try {
      task.run();
      pulse.moved();
    } catch (StoreStopped e) {
      thread.shutdown();
      pulse.ended();
    } catch (Throwable e) { // An executor would drop the task in silence.
      if (!thread.isShutdown()) { // What is interrupted on the way down is no fault.
        pulse.noted(e);
        LOG.error("The task {} failed: {}. It runs again within {}.", name, Pulse.place(e), every);
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    pulse.ended();
  }
}
