package org.entente.node.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.LedgerFileWriter;
import org.entente.ledger.LogKeys;
import org.entente.ledger.Parsed;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.Verification;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.work.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the whole ledger at the start and every night: the root is made anew from the entries and
 * compared with the tree that partners countersign, and so are the columns by which entries are
 * found. Somebody who changed the database alone is found by it, also where they changed no more
 * than what makes an entry appear.
 *
 * <p><b>Does not guarantee</b> anything against somebody who changes entries and tree alike: that
 * is what partners' countersignatures are for. An item that is missing beside an entry counts only
 * behind the first one that has it, because earlier versions wrote none.
 */
public final class LedgerWalk {
  private static final int PAGE = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWalk.class);

  private final Store store;
  private final Journal journal;
  private final Worker nightly = Worker.every("ledger-walk", Duration.ofDays(1), this::walk);
  private volatile @Nullable String difference;

  public LedgerWalk(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  public Worker nightly() {
    return nightly;
  }

  /** What the last walk found that is not as it was written, as a code; empty where all is. */
  public Optional<String> difference() {
    return Optional.ofNullable(difference);
  }

  /** Walks once through the present log and through those that ended. */
  void walk() throws IOException {
    CheckpointVerifier before = store.read(journal::log);
    Optional<String> found = Optional.empty();
    for (Former former : store.read(LedgerWalk::former)) {
      found = found.or(() -> compared(former.head(), journal.keyOf(former.origin()), former.log()));
    }
    SignedCheckpoint head = store.read(journal::checkpoint);
    found = found.or(() -> compared(head, before, 0));
    if (!store.read(journal::log).equals(before)) {
      return; // The log was ended meanwhile: what was read belongs to two. The next walk tells.
    }
    found.ifPresent(
        code -> LOG.error("The stored ledger is not the one that was written ({}).", code));
    difference = found.orElse(null);
  }

  private Optional<String> compared(SignedCheckpoint head, CheckpointVerifier key, long log) {
    Rows rows = new Rows(log);
    try {
      return switch (LedgerFileWriter.write(
          OutputStream.nullOutputStream(), head, LogKeys.of(key), rows)) {
        case Verification.Unsound unsound -> Optional.of(unsound.code());
        case Verification.Sound sound -> rows.misplaced();
      };
    } catch (IOException e) {
      throw new IllegalStateException("Nothing is written, so nothing fails", e);
    }
  }

  /** A log that ended, with its last signed head. */
  private record Former(long log, String origin, SignedCheckpoint head) {}

  private static List<Former> former(Reads tx) {
    return tx.sql("SELECT number, former FROM own_log ORDER BY number")
        .query((rs, n) -> {
          SignedCheckpoint head = SignedCheckpoint.parse(rs.getString("former")).orThrow();
          return new Former(rs.getLong("number") - 1, head.checkpoint().origin(), head);
        })
        .list();
  }

  /** An entry with what stands beside it. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(
      String id,
      @Nullable String matter,
      @Nullable String item,
      String event,
      long at,
      byte[] entry) {
    static Row of(ResultSet rs, int number) throws SQLException {
      return new Row(
          rs.getString("id"),
          rs.getString("matter"),
          rs.getString("item"),
          rs.getString("event"),
          rs.getLong("at"),
          rs.getBytes("entry"));
    }
  }

  /** The rows of a log from the first on, a page at a time, compared as they go by. */
  private final class Rows implements Iterator<byte[]> {
    private final long log;
    private final PageByPage<Row> rows;
    private boolean items;
    private @Nullable String misplaced;

    Rows(long log) {
      this.log = log;
      this.rows = new PageByPage<>(from -> store.read(tx -> load(tx, from)));
    }

    Optional<String> misplaced() {
      return Optional.ofNullable(misplaced);
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public byte[] next() {
      Row row = rows.next();
      if (misplaced == null
          && LedgerEntry.parse(row.entry()) instanceof Parsed.Read<LedgerEntry>(LedgerEntry entry)
          && !fits(row, entry)) {
        misplaced = "columns-differ";
      }
      return row.entry();
    }

    private boolean fits(Row row, LedgerEntry entry) {
      String item = log == 0 ? Journal.item(entry.references()) : null;
      boolean older = row.item() == null && !items;
      items |= row.item() != null;
      return row.id().equals(entry.id().toString())
          && Objects.equals(row.matter(), entry.references().get(Journal.MATTER))
          && (older || Objects.equals(row.item(), item))
          && row.event().equals(entry.event())
          && row.at() == Times.micros(entry.time());
    }

    private List<Row> load(Reads tx, long next) {
      String from =
          log == 0
              ? """
              SELECT id, matter, item, event, at, entry
              FROM ledger_entry
              WHERE position >= :from
              """
              : """
              SELECT id, matter, NULL AS item, event, at, entry
              FROM former_entry
              WHERE log = :log AND position >= :from
              """;
      return tx.sql(
              """
              %s
              ORDER BY position LIMIT :limit
              """
                  .formatted(from))
          .param("log", log)
          .param("from", next)
          .param("limit", PAGE)
          .query(Row::of)
          .list();
    }
  }
}
