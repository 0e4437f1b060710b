package org.entente.node.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.entente.node.exchange.MessageId;

/**
 * One lane to one partner: how many messages may be on their way now, and how long it rests after
 * the line or the partner's node failed. After a fault one message alone is tried; each that gets
 * through doubles how many may follow. Safe for use by many threads.
 */
final class Track {
  private static final int FILES_AT_ONCE = 2;

  private final Lane lane;
  private final PartnerClient client;

  /** Large files share the line with what is small instead of filling it. */
  private final Semaphore files = new Semaphore(FILES_AT_ONCE, true);

  private int window = 1;
  private int onTheWay;
  private Instant rests = Instant.EPOCH;

  /** Faults one after another; those of messages that were on their way together count once. */
  private long faults;

  Track(Lane lane, PartnerClient client) {
    this.lane = lane;
    this.client = client;
  }

  Lane lane() {
    return lane;
  }

  PartnerClient client() {
    return client;
  }

  /** Messages that may begin now; none while it rests. */
  synchronized int free(Instant now) {
    return resting(now) ? 0 : Math.max(0, window - onTheWay);
  }

  /** A rest that ends further away than any is long was set by a clock that ran ahead. */
  private boolean resting(Instant now) {
    return now.isBefore(rests) && rests.isBefore(now.plus(Courier.LONGEST_WAIT.multipliedBy(2)));
  }

  synchronized void begun() {
    onTheWay++;
  }

  synchronized void over() {
    onTheWay--;
  }

  /** Sends the rest of an attachment when its turn comes; empty when the partner took it. */
  Optional<Fault> put(MessageId message, PartnerClient.MissingAttachment missing)
      throws InterruptedException {
    files.acquire();
    try {
      return client.put(message, missing);
    } finally {
      files.release();
    }
  }

  /** The partner's node answered. */
  synchronized void through() {
    faults = 0;
    window = Math.min(window * 2, lane.atOnce());
  }

  /** The line or the partner's node failed. */
  synchronized void failed(Instant now) {
    if (window > 1 || !resting(now)) {
      Duration wait = Courier.waitAfter(faults);
      rests = now.plus(wait);
      faults++;
    }
    window = 1;
  }
}
