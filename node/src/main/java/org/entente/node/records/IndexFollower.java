package org.entente.node.records;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.entente.node.records.RecordIndex.Entry;
import org.entente.node.records.RecordIndex.Followed;
import org.entente.node.store.Pulse;
import org.entente.node.store.Store;
import org.entente.node.store.StoreStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index behind the store: every change of a record has a revision, and the index follows
 * in their order. An index that is empty, belongs to another key or is ahead of a restored store is
 * built anew, which is the same thing from revision 0 on. When nothing is left to follow, records
 * are looked through for duplicates.
 *
 * <p>Safe for use by many threads.
 */
final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /** Records taken at once; what is put becomes visible after each page. */
  private static final int PAGE = 1_000;

  /** Records after which what was followed is kept on disk even while there is more. */
  private static final long KEEP_EVERY = 100_000;

  /** Another replica may have written; nobody tells. */
  private static final long LOOK_AGAIN_MILLIS = 2_000;

  /** A page over a cluster that is slow, or a run through all duplicates. */
  private static final Duration LONGEST_ROUND = Duration.ofHours(1);

  private final Store store;
  private final RecordContents contents;
  private final RecordIndex index;
  private final IndexTerms terms;
  private final String key;
  private final Duplicates duplicates;
  private final ReentrantLock lock = new ReentrantLock();
  private final Semaphore wake = new Semaphore(0);
  private final Condition changed = lock.newCondition();
  private volatile boolean running = true;
  private volatile long followed;
  private volatile boolean broken;
  private volatile boolean anew;
  private long kept;
  private final Pulse pulse = Pulse.of("record-index", LONGEST_ROUND);
  private Thread thread = new Thread(() -> {});

  IndexFollower(
      Store store,
      RecordContents contents,
      RecordIndex index,
      IndexTerms terms,
      IndexSecrets secrets,
      Duplicates duplicates) {
    this.store = store;
    this.contents = contents;
    this.index = index;
    this.terms = terms;
    this.key = secrets.fingerprint();
    this.duplicates = duplicates;
  }

  /** How far the index is. */
  record Progress(long followed, long newest, boolean broken) {}

  Progress progress() {
    return new Progress(followed, store.read(RecordRows::newest), broken);
  }

  void start() {
    thread = pulse.start(this::run);
  }

  /** Finds out how far the index is; done by the following thread, the index may be far away. */
  private void begin() {
    Followed before = index.followed();
    long newest = store.read(RecordRows::newest);
    if (!before.key().equals(key) || before.revision() > newest) {
      index.clear();
      followed = 0;
    } else {
      followed = before.revision();
    }
    kept = followed;
    if (newest > followed) {
      LOG.info("The search index follows {} changes of records.", newest - followed);
    }
  }

  /** Something changed. */
  void nudge() {
    wake.release();
    followed();
  }

  /** Tells those who wait. */
  private void followed() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Throws the index away and builds it from the store. */
  void again() {
    anew = true;
    nudge();
  }

  /** Waits until the index has followed everything that is in the store now. */
  void await() throws InterruptedException {
    long newest = store.read(RecordRows::newest);
    nudge();
    lock.lock();
    try {
      while (running && !broken && (anew || followed < newest)) {
        changed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    boolean begun = false;
    boolean silent = false;
    while (running) {
      try {
        if (!begun) {
          begin();
          begun = true;
          followed();
        }
        if (anew) {
          index.clear();
          followed = 0;
          kept = 0;
          anew = false;
        }
        if (!follow()) {
          keep();
          if (!duplicates.seek(followed)) {
            rest();
          }
        }
        silent = false;
        pulse.moved();
      } catch (StoreStopped e) {
        running = false;
      } catch (UncheckedIOException e) {
        broken = true;
        running = false;
        LOG.error("The search index cannot be written. Look at the disk, then start the node.");
        pulse.gaveUp(e);
      } catch (IndexSilent e) {
        if (!silent) {
          LOG.warn("The search index does not answer; the node tries again. {}", e.getMessage());
        }
        silent = true;
        pulse.works();
        rest();
      } catch (RuntimeException e) {
        pulse.failed(e);
        rest();
      }
    }
    nudge();
  }

  /** One page; false if there was nothing. */
  private boolean follow() {
    List<RecordRows.Row> page = store.read(tx -> RecordRows.after(tx, followed, PAGE));
    if (page.isEmpty()) {
      return false;
    }
    List<String> gone = new ArrayList<>();
    for (RecordRows.Row row : page) {
      if (row.erased()) {
        gone.add(row.id().toString());
      }
    }
    List<Entry> entries =
        page.parallelStream().filter(row -> !row.erased()).map(this::entry).toList();
    index.put(entries);
    index.remove(gone);
    index.refresh();
    followed = page.getLast().revision();
    if (followed - kept >= KEEP_EVERY) {
      keep();
    }
    followed();
    return true;
  }

  private Entry entry(RecordRows.Row row) {
    return terms.entry(
        row.id(), contents.open(row.id(), row.locked()), row.provisions(), row.source());
  }

  private void keep() {
    if (kept != followed) {
      index.commit(new Followed(followed, key));
      kept = followed;
    }
  }

  private void rest() {
    try {
      if (wake.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  @Override
  public void close() {
    running = false;
    nudge();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
