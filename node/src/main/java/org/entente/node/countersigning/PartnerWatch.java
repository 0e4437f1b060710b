package org.entente.node.countersigning;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.entente.node.store.Pulse;
import org.entente.node.store.StoreStopped;

/** Asks one partner again and again, on a thread of its own. */
final class PartnerWatch implements AutoCloseable {
  /** Doublings of the wait after rounds that brought nothing, until it is the longest. */
  private static final int DOUBLINGS_MAX = 10;

  /** A round of questions to a partner that is slow to answer each of them. */
  private static final Duration LONGEST_ROUND = Duration.ofHours(1);

  private final LedgerRounds asking;
  private final Pace pace;
  private final Pulse pulse;
  private final Thread thread;
  private final Semaphore hurry = new Semaphore(0);
  private volatile boolean tried;
  private volatile boolean running = true;

  PartnerWatch(LedgerRounds asking, Pace pace) {
    this.asking = asking;
    this.pace = pace;
    this.pulse = Pulse.of("witness-" + asking.partner(), LONGEST_ROUND);
    this.thread = pulse.start(this::run);
  }

  /** Whether the first round has ended, with any result. */
  boolean tried() {
    return tried;
  }

  LedgerRounds asking() {
    return asking;
  }

  /** Looks at once instead of at the next turn. */
  void hurry() {
    hurry.release();
  }

  private void run() {
    long most = Math.max(1, pace.atLeast().dividedBy(pace.between()));
    long next = 0;
    int failures = 0;
    for (long look = 0; running; look++) {
      try {
        if (look >= next && (look - next >= most || asking.due() || failures > 0 || look == 0)) {
          failures = asking.round() ? 0 : Math.min(failures + 1, DOUBLINGS_MAX);
          next = look + 1 + (failures == 0 ? 0 : Math.min(most, 1L << failures));
        }
        tried = true;
        if (hurry.tryAcquire(pace.between().toMillis(), TimeUnit.MILLISECONDS)) {
          hurry.drainPermits();
        }
        pulse.moved();
      } catch (InterruptedException e) {
        running = false;
      } catch (StoreStopped e) {
        running = false;
      } catch (RuntimeException e) {
        pulse.failed(e);
        tried = true;
        failures = DOUBLINGS_MAX;
        next = look + most;
      }
    }
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }
}
