package org.entente.node.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of what searches asked. */
final class QuestionRows {
  /** Stands after every identifier, in every collation. */
  static final String NEWEST = "g";

  private static final int PAGE = 500;

  private QuestionRows() {}

  record Row(String id, OfficerId by, Instant at, Locked locked, long found) {}

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO record_question (id, asked_by, asked_at, sealed_question, wrapped_key,
              salt, question_hash, found)
            VALUES (:id, :by, :at, :sealed, :wrapped, :salt, :hash, :found)
            """)
        .param("id", row.id())
        .param("by", row.by().toString())
        .param("at", Times.micros(row.at()))
        .param("sealed", row.locked().ciphertext())
        .param("wrapped", row.locked().wrappedKey())
        .param("salt", row.locked().salt())
        .param("hash", row.locked().hash())
        .param("found", row.found())
        .update();
  }

  static Optional<Row> find(Reads tx, String id) {
    return tx.sql("SELECT * FROM record_question WHERE id = :id")
        .param("id", id)
        .query(QuestionRows::row)
        .optional();
  }

  /** The next page, newest first; identifiers are in the order of time. */
  static List<Row> before(Reads tx, String before) {
    return tx.sql("SELECT * FROM record_question WHERE id < :before ORDER BY id DESC LIMIT :limit")
        .param("before", before)
        .param("limit", PAGE)
        .query(QuestionRows::row)
        .list();
  }

  /** The oldest searches made before an instant. */
  static List<Row> askedBefore(Reads tx, Instant instant) {
    return tx.sql(
            """
            SELECT *
            FROM record_question
            WHERE asked_at < :instant
            ORDER BY asked_at LIMIT :limit
            """)
        .param("instant", Times.micros(instant))
        .param("limit", PAGE)
        .query(QuestionRows::row)
        .list();
  }

  /** What was asked goes with its key. */
  static void forget(Tx tx, Row row) {
    tx.forget(row.locked().wrappedKey());
    tx.sql("DELETE FROM record_question WHERE id = :id").param("id", row.id()).update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        rs.getString("id"),
        OfficerId.of(rs.getString("asked_by")),
        Times.instant(rs.getLong("asked_at")),
        LockedColumns.only(rs, "question"),
        rs.getLong("found"));
  }
}
