package org.entente.node.records;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.records.RecordIndex.Entry;
import org.entente.node.records.RecordIndex.Followed;
import org.entente.node.store.Store;
import org.entente.node.work.Follower;
import org.entente.node.work.Round;
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
final class IndexFollower implements Follower.Source {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /** Records taken at once; what is put becomes visible after each page. */
  private static final int PAGE = 1_000;

  /** Records after which what was followed is kept on disk even while there is more. */
  private static final long KEEP_EVERY = 100_000;

  /** Polls, because another replica may have written. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** A page over a cluster that is slow, or a run through all duplicates. */
  private static final Duration LONGEST_ROUND = Duration.ofHours(1);

  private final Store store;
  private final RecordContents contents;
  private final RecordIndex index;
  private final IndexTerms terms;
  private final String key;
  private final Duplicates duplicates;
  private final Follower worker = new Follower("record-index", LOOK_AGAIN, LONGEST_ROUND, this);
  private volatile long followed;
  private volatile boolean broken;
  private volatile boolean anew;
  private long kept;
  private volatile boolean begun;
  private boolean silent;

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

  @Override
  public long behind() {
    return Math.max(0, store.read(RecordRows::newest) - followed);
  }

  Follower worker() {
    return worker;
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
    worker.wake();
  }

  /** Throws the index away and builds it from the store. */
  void again() {
    anew = true;
    worker.wake();
  }

  /** Waits until the index has followed everything that is in the store now. */
  void await() throws InterruptedException {
    long newest = store.read(RecordRows::newest);
    worker.await(() -> broken || (begun() && followed >= newest));
  }

  private boolean begun() {
    return begun && !anew;
  }

  @Override
  public Round follow() {
    try {
      Round round = next();
      silent = false;
      broken = false;
      return round;
    } catch (UncheckedIOException e) {
      if (!broken) {
        LOG.error("The search index cannot be written. Look at the disk; the node tries again.");
      }
      broken = true;
      begun = false; // What was not kept on the disk is followed again.
      throw e;
    } catch (IndexSilent e) {
      if (!silent) {
        LOG.warn("The search index does not answer; the node tries again. {}", e.getMessage());
      }
      silent = true;
      return new Round.Failed("index-silent");
    }
  }

  private Round next() {
    if (!begun) {
      begin();
      begun = true;
    }
    if (anew) {
      index.clear();
      followed = 0;
      kept = 0;
      anew = false;
    }
    if (page()) {
      return Round.DID;
    }
    keep();
    return duplicates.seek(followed) ? Round.DID : Round.NOTHING;
  }

  /** One page; false if there was nothing. */
  private boolean page() {
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
}
