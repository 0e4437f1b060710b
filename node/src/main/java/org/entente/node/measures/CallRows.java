package org.entente.node.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.jspecify.annotations.Nullable;

/** The rows of calls. */
final class CallRows {
  private CallRows() {}

  /**
   * A call at rest.
   *
   * @param theirs whether the partner asked; else this authority did
   * @param confirmedBy the measure that confirmed it in writing
   * @param sealedClose why it was closed without, under the key of the call
   */
  record Row(
      CallId id,
      AuthorityId partner,
      boolean theirs,
      CallState state,
      Locked body,
      Instant calledAt,
      Instant dueAt,
      OfficerId notedBy,
      Instant notedAt,
      Optional<MeasureId> confirmedBy,
      Optional<OfficerId> closedBy,
      Optional<Instant> closedAt,
      Optional<byte[]> sealedClose) {}

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO measure_call (id, partner, direction, state, sealed_body, wrapped_key, salt,
              body_hash, called_at, due_at, noted_by, noted_at)
            VALUES (:id, :partner, :direction, :state, :body, :key, :salt, :hash, :called, :due,
              :by, :at)
            """)
        .param("id", row.id().toString())
        .param("partner", row.partner().value())
        .param("direction", row.theirs() ? "IN" : "OUT")
        .param("state", row.state().name())
        .param("body", row.body().ciphertext())
        .param("key", row.body().wrappedKey())
        .param("salt", row.body().salt())
        .param("hash", row.body().hash())
        .param("called", Times.micros(row.calledAt()))
        .param("due", Times.micros(row.dueAt()))
        .param("by", row.notedBy().toString())
        .param("at", Times.micros(row.notedAt()))
        .update();
  }

  static Optional<Row> find(Reads tx, CallId id) {
    return tx.sql("SELECT * FROM measure_call WHERE id = :id")
        .param("id", id.toString())
        .query(CallRows::row)
        .optional();
  }

  /** Those that wait for the written word, the most pressing first. */
  static List<Row> open(Reads tx) {
    return tx.sql(
            """
            SELECT *
            FROM measure_call
            WHERE closed_at IS NULL
            ORDER BY due_at, id
            """)
        .query(CallRows::row)
        .list();
  }

  /** Those that a measure confirmed. */
  static List<Row> confirmedBy(Reads tx, MeasureId measure) {
    return tx.sql("SELECT * FROM measure_call WHERE measure_id = :measure ORDER BY called_at, id")
        .param("measure", measure.toString())
        .query(CallRows::row)
        .list();
  }

  /** False when it was closed before. */
  static boolean close(
      Tx tx,
      CallId id,
      CallState state,
      @Nullable MeasureId measure,
      byte @Nullable [] words,
      OfficerId by,
      Instant at) {
    return tx.sql(
                """
                UPDATE measure_call
                SET state = :state, measure_id = :measure, sealed_close = :words, closed_by = :by,
                  closed_at = :at
                WHERE id = :id AND closed_at IS NULL
                """)
            .param("state", state.name())
            .param("measure", measure == null ? null : measure.toString())
            .param("words", words)
            .param("by", by.toString())
            .param("at", Times.micros(at))
            .param("id", id.toString())
            .update()
        == 1;
  }

  /** Those that were closed so long ago, and still say something. */
  static List<Row> erasable(Reads tx, Instant closedBefore, int most) {
    return tx.sql(
            """
            SELECT *
            FROM measure_call
            WHERE closed_at <= :before AND erased_at IS NULL
            ORDER BY closed_at, id LIMIT :most
            """)
        .param("before", Times.micros(closedBefore))
        .param("most", most)
        .query(CallRows::row)
        .list();
  }

  static void erase(Tx tx, Row row, Instant at) {
    tx.forget(row.body().wrappedKey());
    tx.sql(
            """
            UPDATE measure_call
            SET sealed_body = :nothing, wrapped_key = :nothing, salt = :nothing,
              sealed_close = NULL, erased_at = :at
            WHERE id = :id
            """)
        .param("nothing", new byte[0])
        .param("at", Times.micros(at))
        .param("id", row.id().toString())
        .update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        CallId.of(rs.getString("id")),
        new AuthorityId(rs.getString("partner")),
        rs.getString("direction").equals("IN"),
        CallState.valueOf(rs.getString("state")),
        LockedColumns.only(rs, "body"),
        Times.instant(rs.getLong("called_at")),
        Times.instant(rs.getLong("due_at")),
        OfficerId.of(rs.getString("noted_by")),
        Times.instant(rs.getLong("noted_at")),
        Optional.ofNullable(rs.getString("measure_id")).map(MeasureId::of),
        Optional.ofNullable(rs.getString("closed_by")).map(OfficerId::of),
        Times.instant(rs.getObject("closed_at")),
        Optional.ofNullable(rs.getBytes("sealed_close")));
  }
}
