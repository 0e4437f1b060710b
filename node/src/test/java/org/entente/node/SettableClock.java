package org.entente.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes when the test says so. Safe for use by many threads. */
public final class SettableClock implements InstantSource {
  private volatile Instant now;
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
  private volatile Runnable eachTime = () -> {};
  private final ThreadLocal<Integer> left = ThreadLocal.withInitial(() -> -1);

  public SettableClock() {
    this(Instant.parse("2026-11-24T08:00:00Z"));
  }

  public SettableClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    int asked = left.get();
    if (asked == 0) {
      left.set(-1);
      meanwhile.get().run();
    } else if (asked > 0) {
      left.set(asked - 1);
    }
    eachTime.run();
    return now;
  }

  /** Runs something when this thread has asked so many times for the time: between two steps. */
  public void meanwhile(int asked, Runnable something) {
    meanwhile.set(something);
    left.set(asked);
  }

  /** Runs something whenever a thread asks for the time, on that thread. */
  public void eachTime(Runnable something) {
    eachTime = something;
  }

  /** Lets time pass; only ever called by the test's own thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public void pass(Duration duration) {
    now = now.plus(duration);
  }
}
