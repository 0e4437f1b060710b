package org.entente.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when the test says so. Safe for use by many threads. */
public final class SettableClock implements InstantSource {
  private volatile Instant now;

  public SettableClock() {
    this(Instant.parse("2026-11-24T08:00:00Z"));
  }

  public SettableClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass; only ever called by the test's own thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public void pass(Duration duration) {
    now = now.plus(duration);
  }
}
