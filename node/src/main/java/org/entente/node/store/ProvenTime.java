package org.entente.node.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest time of which the node has proof, held against its clock before anything is destroyed
 * because of the time.
 *
 * <p><b>Guarantees.</b> A clock that runs ahead of the proof by more than {@link #AHEAD}, or behind
 * it by more than {@link #CLOCKS_APART}, erases nothing: not after a restart, and not where it
 * jumps while the node runs. Proof is the time at which the node itself last ran on a clock that
 * was not in doubt, a time that a partner signed, or a confirmation by an administrator. What is
 * written under a doubted clock proves nothing.
 *
 * <p><b>Does not guarantee</b> that a clock is found out that is wrong by less than a day, or that
 * is confirmed by a partner with the same wrong time.
 *
 * <p>Safe for use by many threads. Not for use within a unit of work of the store.
 */
public final class ProvenTime {
  /**
   * A day and two hours: tasks that erase run once a day or more often, so a node that runs never
   * comes near it; and what is erased a day early had been announced for weeks.
   */
  public static final Duration AHEAD = Duration.ofHours(26);

  /** As far as the clocks of partners may differ. */
  static final Duration CLOCKS_APART = Duration.ofMinutes(10);

  /** The proof is written no more often, so that asking costs no write each time. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

  private final Store store;
  private volatile @Nullable InstantSource clock;
  private volatile Instant proven = Instant.MIN;

  ProvenTime(Store store) {
    this.store = store;
  }

  /**
   * The clock contradicts what is proven.
   *
   * @param proven the newest time of which there is proof
   * @param clock what the clock says
   */
  public record Doubt(Instant proven, Instant clock) {}

  /**
   * Begins to hold this clock against the proof. A database that knows no proof yet takes its last
   * ledger entry; one without entries, the clock.
   */
  public void holdAgainst(InstantSource source) {
    Instant now = source.instant();
    proven = store.read(ProvenTime::known).orElseGet(() -> begin(now));
    clock = source;
  }

  private Instant begin(Instant now) {
    return store.write(tx -> {
      Instant first =
          tx.sql("SELECT at FROM ledger_entry ORDER BY position DESC LIMIT 1")
              .query((rs, n) -> Times.instant(rs.getLong("at")))
              .optional()
              .orElse(now);
      tx.sql("INSERT INTO proven_time (at) VALUES (:at)").param("at", Times.micros(first)).update();
      return first;
    });
  }

  /** Whether what is due at this time may be destroyed; asked by all that erases by the clock. */
  public synchronized boolean erases(Instant now) {
    if (clock == null) {
      return true;
    }
    if (doubt(now).isPresent()) {
      return false;
    }
    if (now.isAfter(proven.plus(NOTED_EVERY))) {
      prove(now);
    }
    return true;
  }

  /** Why nothing is erased now; empty where the clock is not in doubt. */
  public Optional<Doubt> doubt() {
    InstantSource source = clock;
    return source == null ? Optional.empty() : doubt(source.instant());
  }

  private Optional<Doubt> doubt(Instant now) {
    if (contradicts(now)) { // Another replica may have learnt better.
      store.read(ProvenTime::known).ifPresent(known -> proven = known);
    }
    return contradicts(now) ? Optional.of(new Doubt(proven, now)) : Optional.empty();
  }

  private boolean contradicts(Instant now) {
    return now.isAfter(proven.plus(AHEAD)) || now.isBefore(proven.minus(CLOCKS_APART));
  }

  /**
   * A partner signed this time: it is no earlier than that. Where it agrees with the clock, the
   * clock is right, also against what was proven before.
   */
  public synchronized void signed(Instant at) {
    InstantSource source = clock;
    if (source == null) {
      return;
    }
    Instant now = source.instant();
    boolean agrees = Duration.between(at, now).abs().compareTo(CLOCKS_APART) <= 0;
    Instant until = at.isBefore(now) ? at : now;
    if (until.isAfter(proven.plus(NOTED_EVERY)) || (agrees && doubt(now).isPresent())) {
      prove(agrees ? now : until);
    }
  }

  /** An administrator confirmed that the clock is right. */
  public synchronized void confirm() {
    InstantSource source = clock;
    if (source != null) {
      prove(source.instant());
    }
  }

  private void prove(Instant at) {
    store.write(
        tx -> tx.sql("UPDATE proven_time SET at = :at").param("at", Times.micros(at)).update());
    proven = at;
  }

  private static Optional<Instant> known(Reads tx) {
    return tx.sql("SELECT at FROM proven_time")
        .query((rs, n) -> Times.instant(rs.getLong("at")))
        .optional();
  }
}
