package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** What matters ask of authorities of the own state, as it is stored. */
final class RouteRows {
  private RouteRows() {}

  record Row(
      UUID id,
      CaseId caseId,
      Route.Kind kind,
      OfficerId askedBy,
      Instant askedAt,
      Instant backAt,
      boolean back,
      Locked asked,
      Optional<Came> came) {}

  record Came(Route.Result result, OfficerId by, Instant at, Locked text) {}

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO route (id, case_id, kind, asked_by, asked_at, back_at, sealed_asked,
              asked_key, asked_salt, asked_hash)
            VALUES (:id, :case, :kind, :by, :at, :back, :sealed, :key, :salt, :hash)
            """)
        .param("id", row.id().toString())
        .param("case", row.caseId().toString())
        .param("kind", row.kind().name())
        .param("by", row.askedBy().toString())
        .param("at", Times.micros(row.askedAt()))
        .param("back", Times.micros(row.backAt()))
        .param("sealed", row.asked().ciphertext())
        .param("key", row.asked().wrappedKey())
        .param("salt", row.asked().salt())
        .param("hash", row.asked().hash())
        .update();
  }

  /** Whether it was still awaited; what came first stays. */
  static boolean came(Tx tx, UUID id, Came came) {
    return tx.sql(
                """
                UPDATE route
                SET result = :result, came_by = :by, came_at = :at, sealed_came = :sealed,
                  came_key = :key, came_salt = :salt, came_hash = :hash
                WHERE id = :id AND came_at IS NULL
                """)
            .param("result", came.result().name())
            .param("by", came.by().toString())
            .param("at", Times.micros(came.at()))
            .param("sealed", came.text().ciphertext())
            .param("key", came.text().wrappedKey())
            .param("salt", came.text().salt())
            .param("hash", came.text().hash())
            .param("id", id.toString())
            .update()
        > 0;
  }

  static Optional<Row> find(Tx tx, UUID id) {
    return tx.sql("SELECT * FROM route WHERE id = :id")
        .param("id", id.toString())
        .query(RouteRows::row)
        .optional();
  }

  /** Those of a case, the oldest first. */
  static List<Row> ofCase(Reads tx, CaseId id) {
    return tx.sql("SELECT * FROM route WHERE case_id = :case ORDER BY asked_at, id")
        .param("case", id.toString())
        .query(RouteRows::row)
        .list();
  }

  /** Whom of the own state a matter waits for. */
  enum Awaited {
    NOBODY,
    AUTHORITY,
    JUDGE,
    /** Somebody whose time has passed, so that the matter is the desk's again. */
    LATE
  }

  static Awaited awaited(Reads tx, CaseId id) {
    List<Awaited> open =
        tx.sql("SELECT kind, is_back FROM route WHERE case_id = :case AND came_at IS NULL")
            .param("case", id.toString())
            .query((rs, n) ->
                rs.getLong("is_back") == 1
                    ? Awaited.LATE
                    : Route.Kind.valueOf(rs.getString("kind")) == Route.Kind.JUDGE
                        ? Awaited.JUDGE
                        : Awaited.AUTHORITY)
            .list();
    return open.stream().max(Comparator.naturalOrder()).orElse(Awaited.NOBODY);
  }

  /** How many answers are late by now and not said to be. */
  static long late(Reads tx, Instant now) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM route
            WHERE came_at IS NULL AND is_back = 0 AND back_at <= :now
            """)
        .param("now", Times.micros(now))
        .query(Long.class)
        .single();
  }

  /** Open cases with a question that nobody answered by its time. */
  static List<CaseId> silent(Reads tx, Instant now) {
    return tx.sql(
            """
            SELECT DISTINCT r.case_id
            FROM route r
            JOIN case_file c ON c.id = r.case_id
            WHERE r.came_at IS NULL AND r.back_at <= :now AND c.closed_at IS NULL
              AND c.pressure <> 3 AND c.step <> 'CLOSE'
            ORDER BY r.case_id
            """)
        .param("now", Times.micros(now))
        .query((rs, n) -> CaseId.of(rs.getString("case_id")))
        .list();
  }

  /** Open cases that wait for a judge. */
  static List<Pressing.Called> atJudges(Reads tx, int most) {
    return tx.sql(
            """
            SELECT DISTINCT c.id, c.reference, c.partner, c.pressure, c.presses_at
            FROM route r
            JOIN case_file c ON c.id = r.case_id
            WHERE r.came_at IS NULL AND r.kind = 'JUDGE' AND c.closed_at IS NULL
              AND c.restricted_at IS NULL AND c.pressure <> 3 AND c.step <> 'CLOSE'
            ORDER BY c.pressure, c.presses_at, c.id LIMIT :most
            """)
        .param("most", most)
        .query(Pressing::called)
        .list();
  }

  /** Whether something was asked in a case, or came back to it, since. */
  static boolean since(Reads tx, CaseId id, Instant since) {
    return tx.sql(
                """
                SELECT COUNT(*)
                FROM route
                WHERE case_id = :case AND (asked_at > :since OR came_at > :since)
                """)
            .param("case", id.toString())
            .param("since", Times.micros(since))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Sends back what nobody answered by its time; the cases that came back with it. */
  static List<CaseId> back(Tx tx, Instant now) {
    List<CaseId> cases =
        tx.sql(
                """
                SELECT DISTINCT case_id
                FROM route
                WHERE came_at IS NULL AND is_back = 0 AND back_at <= :now
                """)
            .param("now", Times.micros(now))
            .query((rs, n) -> CaseId.of(rs.getString("case_id")))
            .list();
    tx.sql(
            """
            UPDATE route
            SET is_back = 1
            WHERE came_at IS NULL AND is_back = 0 AND back_at <= :now
            """)
        .param("now", Times.micros(now))
        .update();
    return cases;
  }

  /** They go with the content of the case. */
  static void forget(Tx tx, CaseId id) {
    tx.sql("SELECT asked_key, came_key FROM route WHERE case_id = :case")
        .param("case", id.toString())
        .query((rs, n) -> List.of(keyOf(rs, "asked_key"), keyOf(rs, "came_key")))
        .list()
        .forEach(keys -> keys.stream().filter(key -> key.length > 0).forEach(tx::forget));
    tx.sql("DELETE FROM route WHERE case_id = :case").param("case", id.toString()).update();
  }

  private static byte[] keyOf(ResultSet rs, String column) throws SQLException {
    byte[] key = rs.getBytes(column);
    return key == null ? new byte[0] : key;
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    Optional<Instant> cameAt = Times.instant(rs.getObject("came_at"));
    return new Row(
        UUID.fromString(rs.getString("id")),
        CaseId.of(rs.getString("case_id")),
        Route.Kind.valueOf(rs.getString("kind")),
        OfficerId.of(rs.getString("asked_by")),
        Times.instant(rs.getLong("asked_at")),
        Times.instant(rs.getLong("back_at")),
        rs.getLong("is_back") == 1,
        LockedColumns.among(rs, "asked"),
        cameAt.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Came(
                    Route.Result.valueOf(rs.getString("result")),
                    OfficerId.of(rs.getString("came_by")),
                    cameAt.get(),
                    LockedColumns.among(rs, "came"))));
  }
}
