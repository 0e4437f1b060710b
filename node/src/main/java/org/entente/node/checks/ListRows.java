package org.entente.node.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.checks.ListView.State;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of lists. */
final class ListRows {
  private static final byte[] NOTHING = new byte[0];

  private static final String COLUMNS =
      "id, started_by, released_by, state, LENGTH(sealed_list) AS list_bytes, sealed_plan,"
          + " plan_key, plan_salt, plan_hash, rows_all, rows_read, met, faults, waits,"
          + " uploaded_at, ended_at";

  private ListRows() {}

  /**
   * What is known of a list; the list itself is read on its own.
   *
   * @param kept whether the list is still there
   */
  record Row(
      ListId id,
      OfficerId by,
      Optional<OfficerId> releasedBy,
      State state,
      boolean kept,
      Locked plan,
      long rowsAll,
      long rowsRead,
      long met,
      long faults,
      String waits,
      Instant uploadedAt,
      Optional<Instant> endedAt) {}

  static void insert(
      Tx tx, ListId id, OfficerId by, Locked list, Locked plan, long rows, Instant now) {
    tx.sql(
            """
            INSERT INTO check_list (id, started_by, state, sealed_list, list_key, list_salt,
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

  static Optional<Row> find(Reads tx, ListId id) {
    return tx.sql(
            """
            SELECT %s
            FROM check_list
            WHERE id = :id
            """
                .formatted(COLUMNS))
        .param("id", id.toString())
        .query(ListRows::row)
        .optional();
  }

  /** The list itself; without content once it was destroyed. */
  static Locked list(Reads tx, ListId id) {
    return tx.sql(
            "SELECT sealed_list, list_key, list_salt, list_hash FROM check_list WHERE id = :id")
        .param("id", id.toString())
        .query((rs, number) -> LockedColumns.among(rs, "list"))
        .single();
  }

  static Paged<Row> newest(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        tx.sql("SELECT COUNT(*) FROM check_list").query(Long.class).single(),
        wanted,
        page ->
            tx.sql(
                    """
                    SELECT %s
                    FROM check_list
                    ORDER BY uploaded_at DESC, id DESC LIMIT :size OFFSET :offset
                    """
                        .formatted(COLUMNS))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(ListRows::row)
                .list());
  }

  static List<ListId> running(Reads tx) {
    return tx.sql("SELECT id FROM check_list WHERE state = 'RUNNING' ORDER BY uploaded_at, id")
        .query((rs, n) -> ListId.of(rs.getString("id")))
        .list();
  }

  static boolean plan(Tx tx, ListId id, Locked plan) {
    return tx.sql(
                """
                UPDATE check_list
                SET state = 'WAITING', sealed_plan = :plan, plan_key = :key, plan_salt = :salt,
                  plan_hash = :hash
                WHERE id = :id AND state = 'UPLOADED'
                """)
            .param("plan", plan.ciphertext())
            .param("key", plan.wrappedKey())
            .param("salt", plan.salt())
            .param("hash", plan.hash())
            .param("id", id.toString())
            .update()
        == 1;
  }

  static boolean release(Tx tx, ListId id, OfficerId by) {
    return tx.sql(
                """
                UPDATE check_list
                SET state = 'RUNNING', released_by = :by
                WHERE id = :id AND state = 'WAITING'
                """)
            .param("by", by.toString())
            .param("id", id.toString())
            .update()
        == 1;
  }

  static boolean advance(Tx tx, ListId id, long rows, long met, long faults) {
    return tx.sql(
                """
                UPDATE check_list
                SET rows_read = rows_read + :rows, met = met + :met, faults = faults + :faults,
                  waits = NULL
                WHERE id = :id AND state = 'RUNNING'
                """)
            .param("rows", rows)
            .param("met", met)
            .param("faults", faults)
            .param("id", id.toString())
            .update()
        == 1;
  }

  static void waits(Tx tx, ListId id, String reason) {
    tx.sql("UPDATE check_list SET waits = :reason WHERE id = :id")
        .param("reason", reason)
        .param("id", id.toString())
        .update();
  }

  static boolean end(Tx tx, ListId id, State state, Instant now) {
    return tx.sql(
                """
                UPDATE check_list
                SET state = :state, ended_at = :now, waits = NULL
                WHERE id = :id AND state IN ('UPLOADED', 'WAITING', 'RUNNING')
                """)
            .param("state", state.name())
            .param("now", Times.micros(now))
            .param("id", id.toString())
            .update()
        == 1;
  }

  /** Lists whose results have been there long enough, or that nobody started. */
  static List<ListId> over(Reads tx, Instant ended, Instant uploaded) {
    return tx.sql(
            """
            SELECT id
            FROM check_list
            WHERE LENGTH(sealed_list) > 0 AND (ended_at < :ended OR (state IN ('UPLOADED',
              'WAITING') AND uploaded_at < :uploaded))
            """)
        .param("ended", Times.micros(ended))
        .param("uploaded", Times.micros(uploaded))
        .query((rs, n) -> ListId.of(rs.getString("id")))
        .list();
  }

  /** Destroys the list; what was asked stays with the checks. */
  static void destroy(Tx tx, ListId id) {
    tx.forget(list(tx, id).wrappedKey());
    tx.sql(
            """
            UPDATE check_list
            SET sealed_list = :nothing, list_key = :nothing, list_salt = :nothing
            WHERE id = :id
            """)
        .param("nothing", NOTHING)
        .param("id", id.toString())
        .update();
  }

  /** Forgets what was planned with lists about which nothing is kept any more. */
  static void eraseBefore(Tx tx, Instant before) {
    List<Row> over =
        tx.sql(
                """
                SELECT %s
                FROM check_list
                WHERE ended_at < :before AND LENGTH(sealed_list) = 0 AND NOT EXISTS (SELECT 1
                  FROM check_question WHERE list_id = check_list.id)
                """
                    .formatted(COLUMNS))
            .param("before", Times.micros(before))
            .query(ListRows::row)
            .list();
    for (Row row : over) {
      tx.forget(row.plan().wrappedKey());
      tx.sql("DELETE FROM check_list WHERE id = :id").param("id", row.id().toString()).update();
    }
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    String waits = rs.getString("waits");
    return new Row(
        ListId.of(rs.getString("id")),
        OfficerId.of(rs.getString("started_by")),
        Optional.ofNullable(rs.getString("released_by")).map(OfficerId::of),
        State.valueOf(rs.getString("state")),
        rs.getLong("list_bytes") > 0,
        LockedColumns.among(rs, "plan"),
        rs.getLong("rows_all"),
        rs.getLong("rows_read"),
        rs.getLong("met"),
        rs.getLong("faults"),
        waits == null ? "" : waits,
        Times.instant(rs.getLong("uploaded_at")),
        Times.instant(rs.getObject("ended_at")));
  }
}
