package org.entente.node.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of lists and of the lines that are kept of them. */
final class ScreeningRows {
  private static final byte[] NOTHING = new byte[0];

  private ScreeningRows() {}

  /** A list at rest; list and plan are sealed, the list is gone once it was read. */
  record Row(
      ScreeningId id,
      OfficerId by,
      FileState state,
      Locked list,
      Locked plan,
      long rowsAll,
      long rowsRead,
      long met,
      long faults,
      Optional<String> stopped,
      Instant uploadedAt,
      Optional<Instant> endedAt) {}

  /** A kept line at rest. */
  record Line(long position, long line, String fault, Locked locked) {}

  static void insert(
      Tx tx, ScreeningId id, OfficerId by, Locked list, Locked plan, long rows, Instant now) {
    tx.sql(
            """
            INSERT INTO screening (id, started_by, state, sealed_list, list_key, list_salt,
              list_hash, sealed_plan, plan_key, plan_salt, plan_hash, rows_all, rows_read, met,
              faults, uploaded_at)
            VALUES (:id, :by, 'UPLOADED', :list, :listKey, :listSalt, :listHash, :plan,
              :planKey, :planSalt, :planHash, :rows, 0, 0, 0, :now)
            """)
        .param("id", id.toString())
        .param("by", by.toString())
        .param("list", list.ciphertext())
        .param("listKey", list.wrappedKey())
        .param("listSalt", list.salt())
        .param("listHash", list.hash())
        .param("plan", plan.ciphertext())
        .param("planKey", plan.wrappedKey())
        .param("planSalt", plan.salt())
        .param("planHash", plan.hash())
        .param("rows", rows)
        .param("now", Times.micros(now))
        .update();
  }

  static Optional<Row> find(Reads tx, ScreeningId id) {
    return tx.sql("SELECT * FROM screening WHERE id = :id")
        .param("id", id.toString())
        .query(ScreeningRows::row)
        .optional();
  }

  static Paged<Row> newest(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        tx.sql("SELECT COUNT(*) FROM screening").query(Long.class).single(),
        wanted,
        page ->
            tx.sql(
                    "SELECT * FROM screening ORDER BY uploaded_at DESC, id DESC LIMIT :size OFFSET :offset")
                .param("size", page.size())
                .param("offset", page.offset())
                .query(ScreeningRows::row)
                .list());
  }

  static List<ScreeningId> running(Reads tx) {
    return tx.sql("SELECT id FROM screening WHERE state = 'RUNNING' ORDER BY uploaded_at, id")
        .query((rs, n) -> ScreeningId.of(rs.getString("id")))
        .list();
  }

  /** Lists that nobody started, taken in before this instant. */
  static List<ScreeningId> waitingSince(Reads tx, Instant before) {
    return tx.sql("SELECT id FROM screening WHERE state = 'UPLOADED' AND uploaded_at < :before")
        .param("before", Times.micros(before))
        .query((rs, n) -> ScreeningId.of(rs.getString("id")))
        .list();
  }

  /** Lists that ended before this instant and of which lines are still kept. */
  static List<ScreeningId> endedBefore(Reads tx, Instant before) {
    return tx.sql(
            """
            SELECT id
            FROM screening
            WHERE ended_at < :before AND id IN (SELECT screening_id FROM screening_line)
            """)
        .param("before", Times.micros(before))
        .query((rs, n) -> ScreeningId.of(rs.getString("id")))
        .list();
  }

  /** Takes a list into work; its lines are as many as the way of reading makes. */
  static boolean begin(Tx tx, ScreeningId id, Locked plan, long rows) {
    return tx.sql(
                """
                UPDATE screening
                SET state = 'RUNNING', sealed_plan = :plan, plan_key = :key, plan_salt = :salt,
                  plan_hash = :hash, rows_all = :rows
                WHERE id = :id AND state = 'UPLOADED'
                """)
            .param("rows", rows)
            .param("plan", plan.ciphertext())
            .param("key", plan.wrappedKey())
            .param("salt", plan.salt())
            .param("hash", plan.hash())
            .param("id", id.toString())
            .update()
        == 1;
  }

  /** Counts that it was begun; how often since the last row was taken. */
  static long tried(Tx tx, ScreeningId id) {
    tx.sql("UPDATE screening SET tries = tries + 1 WHERE id = :id")
        .param("id", id.toString())
        .update();
    return tx.sql("SELECT tries FROM screening WHERE id = :id")
        .param("id", id.toString())
        .query(Long.class)
        .single();
  }

  /** Counts a page; false if the list was given up meanwhile and the page must not stay. */
  static boolean advance(Tx tx, ScreeningId id, long rows, long met, long faults) {
    return tx.sql(
                """
                UPDATE screening
                SET rows_read = rows_read + :rows, met = met + :met, faults = faults + :faults,
                  tries = 0
                WHERE id = :id AND state = 'RUNNING'
                """)
            .param("rows", rows)
            .param("met", met)
            .param("faults", faults)
            .param("id", id.toString())
            .update()
        == 1;
  }

  static void keep(Tx tx, ScreeningId id, Line line) {
    tx.sql(
            """
            INSERT INTO screening_line (screening_id, position, line, fault, sealed_line,
              wrapped_key, salt, line_hash)
            VALUES (:id, :position, :line, :fault, :sealed, :wrapped, :salt, :hash)
            """)
        .param("id", id.toString())
        .param("position", line.position())
        .param("line", line.line())
        .param("fault", line.fault())
        .param("sealed", line.locked().ciphertext())
        .param("wrapped", line.locked().wrappedKey())
        .param("salt", line.locked().salt())
        .param("hash", line.locked().hash())
        .update();
  }

  static List<Line> lines(Reads tx, ScreeningId id, long after, int limit) {
    return tx.sql(
            """
            SELECT *
            FROM screening_line
            WHERE screening_id = :id AND position > :after
            ORDER BY position LIMIT :limit
            """)
        .param("id", id.toString())
        .param("after", after)
        .param("limit", limit)
        .query((rs, n) ->
            new Line(
                rs.getLong("position"),
                rs.getLong("line"),
                rs.getString("fault"),
                LockedColumns.only(rs, "line")))
        .list();
  }

  static void forget(Tx tx, ScreeningId id) {
    tx.sql("SELECT wrapped_key FROM screening_line WHERE screening_id = :id")
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("wrapped_key"))
        .list()
        .forEach(tx::forget);
    tx.sql("DELETE FROM screening_line WHERE screening_id = :id")
        .param("id", id.toString())
        .update();
  }

  /** Ends a list that had not ended yet; the list itself is destroyed with its key. */
  static boolean end(
      Tx tx, ScreeningId id, FileState state, Optional<String> stopped, Instant now) {
    tx.sql("SELECT list_key FROM screening WHERE id = :id AND state IN ('UPLOADED', 'RUNNING')")
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("list_key"))
        .list()
        .forEach(tx::forget);
    return tx.sql(
                """
                UPDATE screening
                SET state = :state, stopped = :stopped, ended_at = :now, sealed_list = :nothing,
                  list_key = :nothing, list_salt = :nothing
                WHERE id = :id AND state IN ('UPLOADED', 'RUNNING')
                """)
            .param("state", state.name())
            .param("stopped", stopped.orElse(null))
            .param("now", Times.micros(now))
            .param("nothing", NOTHING)
            .param("id", id.toString())
            .update()
        == 1;
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        ScreeningId.of(rs.getString("id")),
        OfficerId.of(rs.getString("started_by")),
        FileState.valueOf(rs.getString("state")),
        LockedColumns.among(rs, "list"),
        LockedColumns.among(rs, "plan"),
        rs.getLong("rows_all"),
        rs.getLong("rows_read"),
        rs.getLong("met"),
        rs.getLong("faults"),
        Optional.ofNullable(rs.getString("stopped")),
        Times.instant(rs.getLong("uploaded_at")),
        Times.instant(rs.getObject("ended_at")));
  }
}
