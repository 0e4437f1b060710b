package org.entente.node.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of imports and of what was wrong with their files. */
final class ImportRows {
  private ImportRows() {}

  /** An import at rest; file and plan are sealed. */
  record Row(
      ImportId id,
      OfficerId by,
      FileState state,
      Locked file,
      long sizeBytes,
      Optional<Locked> plan,
      ImportCounts counts,
      Departed departed,
      long bytesRead,
      long busyMicros,
      Optional<String> stopped,
      Instant uploadedAt,
      Optional<Instant> endedAt) {}

  /** A row that was not taken, or a field that was not understood of one that was, at rest. */
  record FaultRow(long position, long line, String code, String field, boolean taken, Locked row) {}

  static void insert(Tx tx, ImportId id, OfficerId by, Locked file, long sizeBytes, Instant now) {
    tx.sql(
            """
            INSERT INTO record_import (id, started_by, state, sealed_file, wrapped_key, salt,
              name_hash, size_bytes, rows_read, added, updated, unchanged, faults, bytes_read,
              busy_micros, uploaded_at)
            VALUES (:id, :by, 'UPLOADED', :sealed, :wrapped, :salt, :hash, :size, 0, 0, 0, 0, 0,
              0, 0, :now)
            """)
        .param("id", id.toString())
        .param("by", by.toString())
        .param("sealed", file.ciphertext())
        .param("wrapped", file.wrappedKey())
        .param("salt", file.salt())
        .param("hash", file.hash())
        .param("size", sizeBytes)
        .param("now", Times.micros(now))
        .update();
  }

  static Optional<Row> find(Reads tx, ImportId id) {
    return tx.sql("SELECT * FROM record_import WHERE id = :id")
        .param("id", id.toString())
        .query(ImportRows::row)
        .optional();
  }

  static Paged<Row> newest(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        tx.sql("SELECT COUNT(*) FROM record_import").query(Long.class).single(),
        wanted,
        page ->
            tx.sql(
                    "SELECT * FROM record_import ORDER BY uploaded_at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("size", page.size())
                .param("offset", page.offset())
                .query(ImportRows::row)
                .list());
  }

  static List<Row> in(Reads tx, FileState state) {
    return tx.sql("SELECT * FROM record_import WHERE state = :state ORDER BY uploaded_at, id")
        .param("state", state.name())
        .query(ImportRows::row)
        .list();
  }

  /** Takes an uploaded file into work; false if that was done already. */
  static boolean begin(Tx tx, ImportId id, Locked plan) {
    return tx.sql(
                """
                UPDATE record_import
                SET state = 'RUNNING', sealed_plan = :sealed, plan_key = :wrapped,
                  plan_salt = :salt, plan_hash = :hash
                WHERE id = :id AND state = 'UPLOADED'
                """)
            .param("sealed", plan.ciphertext())
            .param("wrapped", plan.wrappedKey())
            .param("salt", plan.salt())
            .param("hash", plan.hash())
            .param("id", id.toString())
            .update()
        == 1;
  }

  /** Counts that it was begun; how often since the last row was taken. */
  static long tried(Tx tx, ImportId id) {
    tx.sql("UPDATE record_import SET tries = tries + 1 WHERE id = :id")
        .param("id", id.toString())
        .update();
    return tx.sql("SELECT tries FROM record_import WHERE id = :id")
        .param("id", id.toString())
        .query(Long.class)
        .single();
  }

  /** Counts a batch; false if the import was stopped meanwhile and the batch must not stay. */
  static boolean advance(Tx tx, ImportId id, ImportCounts batch, long bytesRead, long busyMicros) {
    return tx.sql(
                """
                UPDATE record_import
                SET rows_read = rows_read + :rows, added = added + :added,
                  updated = updated + :updated, unchanged = unchanged + :unchanged,
                  faults = faults + :faults, marked = marked + :marked, tries = 0,
                  bytes_read = :bytes,
                  busy_micros = busy_micros + :busy
                WHERE id = :id AND state = 'RUNNING'
                """)
            .param("rows", batch.rows())
            .param("added", batch.added())
            .param("updated", batch.updated())
            .param("unchanged", batch.unchanged())
            .param("faults", batch.faults())
            .param("marked", batch.marked())
            .param("bytes", bytesRead)
            .param("busy", busyMicros)
            .param("id", id.toString())
            .update()
        == 1;
  }

  /** Ends an import that had not ended yet. */
  static boolean end(Tx tx, ImportId id, FileState state, Optional<String> stopped, Instant now) {
    return tx.sql(
                """
                UPDATE record_import
                SET state = :state, stopped = :stopped, ended_at = :now
                WHERE id = :id AND state IN ('UPLOADED', 'RUNNING')
                """)
            .param("state", state.name())
            .param("stopped", stopped.orElse(null))
            .param("now", Times.micros(now))
            .param("id", id.toString())
            .update()
        == 1;
  }

  static void fault(Tx tx, ImportId id, FaultRow fault) {
    tx.sql(
            """
            INSERT INTO import_fault (import_id, position, line, code, field, taken, sealed_row,
              wrapped_key, salt, row_hash)
            VALUES (:id, :position, :line, :code, :field, :taken, :sealed, :wrapped, :salt, :hash)
            """)
        .param("id", id.toString())
        .param("position", fault.position())
        .param("line", fault.line())
        .param("code", fault.code())
        .param("field", fault.field())
        .param("taken", fault.taken() ? 1 : 0)
        .param("sealed", fault.row().ciphertext())
        .param("wrapped", fault.row().wrappedKey())
        .param("salt", fault.row().salt())
        .param("hash", fault.row().hash())
        .update();
  }

  /** The faulty rows of an import in the order of the file, page by page. */
  static void faults(Reads tx, ImportId id, long after, int limit, Consumer<FaultRow> each) {
    tx.sql(
            """
            SELECT *
            FROM import_fault
            WHERE import_id = :id AND position > :after
            ORDER BY position LIMIT :limit
            """)
        .param("id", id.toString())
        .param("after", after)
        .param("limit", limit)
        .query((rs, n) ->
            new FaultRow(
                rs.getLong("position"),
                rs.getLong("line"),
                rs.getString("code"),
                rs.getString("field"),
                rs.getLong("taken") == 1,
                LockedColumns.only(rs, "row")))
        .list()
        .forEach(each);
  }

  /** The position of the last fault; 0 if there is none. */
  static long lastFault(Reads tx, ImportId id) {
    return tx.sql("SELECT COALESCE(MAX(position), 0) FROM import_fault WHERE import_id = :id")
        .param("id", id.toString())
        .query(Long.class)
        .single();
  }

  /** Keeps how many records of the register the file no longer held. */
  static void departed(Tx tx, ImportId id, long records) {
    tx.sql("UPDATE record_import SET departed = :records WHERE id = :id")
        .param("records", records)
        .param("id", id.toString())
        .update();
  }

  /** Keeps what is done with them; false if that was said already. */
  static boolean settle(Tx tx, ImportId id, Departed.Choice choice) {
    return tx.sql(
                """
                UPDATE record_import
                SET departed_choice = :choice
                WHERE id = :id AND state = 'DONE' AND departed > 0 AND departed_choice IS NULL
                """)
            .param("choice", choice.name())
            .param("id", id.toString())
            .update()
        == 1;
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    byte[] plan = rs.getBytes("sealed_plan");
    return new Row(
        ImportId.of(rs.getString("id")),
        OfficerId.of(rs.getString("started_by")),
        FileState.valueOf(rs.getString("state")),
        new Locked(
            rs.getBytes("sealed_file"),
            rs.getBytes("wrapped_key"),
            rs.getBytes("salt"),
            rs.getString("name_hash")),
        rs.getLong("size_bytes"),
        plan == null
            ? Optional.empty()
            : Optional.of(
                new Locked(
                    plan,
                    rs.getBytes("plan_key"),
                    rs.getBytes("plan_salt"),
                    rs.getString("plan_hash"))),
        new ImportCounts(
            rs.getLong("rows_read"),
            rs.getLong("added"),
            rs.getLong("updated"),
            rs.getLong("unchanged"),
            rs.getLong("faults"),
            rs.getLong("marked")),
        new Departed(
            rs.getLong("departed"),
            Optional.ofNullable(rs.getString("departed_choice")).map(Departed.Choice::valueOf)),
        rs.getLong("bytes_read"),
        rs.getLong("busy_micros"),
        Optional.ofNullable(rs.getString("stopped")),
        Times.instant(rs.getLong("uploaded_at")),
        Times.instant(rs.getObject("ended_at")));
  }
}
