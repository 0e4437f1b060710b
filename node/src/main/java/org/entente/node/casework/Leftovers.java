package org.entente.node.casework;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.entente.node.delivery.ExpectedAttachments;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.node.work.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears what nobody will ask for again: uploads that were cut off, attachments announced by a
 * partner whose message never came, sealed files that no message names. Runs at start and once a
 * day; what it removes is ciphertext whose key is not kept here. Safe for use by many threads.
 */
public final class Leftovers {
  /** A partner that could not deliver for this long has to announce its attachments again. */
  static final Duration EXPECTED_FOR = Duration.ofDays(30);

  /** No upload takes longer, and no sealed file waits longer for its message. */
  static final Duration SETTLED_AFTER = Duration.ofDays(2);

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private final Store store;
  private final Blobs blobs;
  private final InstantSource clock;
  private final Worker daily = Worker.every("leftovers", Duration.ofDays(1), this::clear);

  public Leftovers(Store store, Blobs blobs, InstantSource clock) {
    this.store = store;
    this.blobs = blobs;
    this.clock = clock;
  }

  /** Clears at the start and every day. */
  public Worker daily() {
    return daily;
  }

  /**
   * Clears once.
   *
   * @return how many files were removed
   */
  int clear() throws IOException {
    Instant now = clock.instant();
    if (!store.provenTime().erases(now)) {
      return 0;
    }
    store.write(tx -> {
      ExpectedAttachments.forgetBefore(tx, now.minus(EXPECTED_FOR));
      return true;
    });
    int removed = 0;
    for (UUID id : blobs.untouchedSince(now.minus(SETTLED_AFTER))) {
      if (!named(id)) {
        blobs.remove(id);
        removed++;
      }
    }
    if (removed > 0) {
      LOG.info("Cleared {} files that no message names.", removed);
    }
    return removed;
  }

  private boolean named(UUID id) {
    return store.read(tx ->
        ExpectedAttachments.expects(tx, id)
            || tx.sql("SELECT COUNT(*) FROM attachment WHERE id = :id")
                    .param("id", id.toString())
                    .query(Long.class)
                    .single()
                > 0);
  }
}
