package org.entente.node.countersigning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.TwoHeads;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of stops. */
final class LogStopRows {
  private static final String SELECT =
      """
      SELECT id, partner, code, heads, origin, stopped_at, asked_by, lifted_by, lifted_at
      FROM log_stop
      """;

  private LogStopRows() {}

  /** The open stop that stands against exchange with this partner; the own one comes first. */
  static Optional<LogStop> against(Reads tx, AuthorityId own, AuthorityId partner) {
    return tx.sql(
            """
            %s
            WHERE lifted_at IS NULL AND partner IN (:own, :partner)
            ORDER BY CASE WHEN partner = :own THEN 0 ELSE 1 END, stopped_at, id LIMIT 1
            """
                .formatted(SELECT))
        .param("own", own.value())
        .param("partner", partner.value())
        .query(LogStopRows::stop)
        .optional();
  }

  static Optional<LogStop> find(Reads tx, UUID id) {
    return tx.sql(
            """
            %s WHERE id = :id
            """
                .formatted(SELECT))
        .param("id", id.toString())
        .query(LogStopRows::stop)
        .optional();
  }

  static boolean anyOpen(Reads tx) {
    return tx.sql("SELECT COUNT(*) FROM log_stop WHERE lifted_at IS NULL")
            .query(Long.class)
            .single()
        > 0;
  }

  /** Open ones first, then the newest. */
  static Paged<LogStop> newest(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        tx.sql("SELECT COUNT(*) FROM log_stop").query(Long.class).single(),
        wanted,
        page ->
            tx.sql(
                    """
                    %s
                    ORDER BY CASE WHEN lifted_at IS NULL THEN 0 ELSE 1 END, stopped_at DESC, id DESC
                    LIMIT :size OFFSET :offset
                    """
                        .formatted(SELECT))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(LogStopRows::stop)
                .list());
  }

  static Optional<byte[]> statement(Reads tx, UUID id) {
    return tx.sql("SELECT statement FROM log_stop WHERE id = :id")
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("statement"))
        .optional();
  }

  static void insert(Tx tx, LogStop stop, byte[] statement) {
    tx.sql(
            """
            INSERT INTO log_stop (id, partner, code, heads, origin, statement, stopped_at)
            VALUES (:id, :partner, :code, :heads, :origin, :statement, :at)
            """)
        .param("id", stop.id().toString())
        .param("partner", stop.partner().value())
        .param("code", stop.code())
        .param("heads", stop.heads().encode())
        .param("origin", stop.origin().orElse(null))
        .param("statement", statement)
        .param("at", Times.micros(stop.stoppedAt()))
        .update();
  }

  /** The reason of the officer who asked before is destroyed; that of a lifted stop stays. */
  static boolean asked(Tx tx, UUID id, OfficerId by, Locked reason, Instant at) {
    tx.sql(
            """
            SELECT reason_key
            FROM log_stop
            WHERE id = :id AND lifted_at IS NULL AND reason_key IS NOT NULL
            """)
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("reason_key"))
        .list()
        .forEach(tx::forget);
    return tx.sql(
                """
                UPDATE log_stop
                SET asked_by = :by, asked_at = :at, reason = :reason, reason_key = :key,
                  reason_salt = :salt, reason_hash = :hash
                WHERE id = :id AND lifted_at IS NULL
                """)
            .param("by", by.toString())
            .param("at", Times.micros(at))
            .param("reason", reason.ciphertext())
            .param("key", reason.wrappedKey())
            .param("salt", reason.salt())
            .param("hash", reason.hash())
            .param("id", id.toString())
            .update()
        == 1;
  }

  static Optional<Locked> reason(Reads tx, UUID id) {
    return tx.sql(
            """
            SELECT reason, reason_key, reason_salt, reason_hash
            FROM log_stop
            WHERE id = :id AND reason IS NOT NULL
            """)
        .param("id", id.toString())
        .query((rs, n) ->
            new Locked(
                rs.getBytes("reason"),
                rs.getBytes("reason_key"),
                rs.getBytes("reason_salt"),
                rs.getString("reason_hash")))
        .optional();
  }

  static void lifted(Tx tx, UUID id, OfficerId by, Instant at) {
    tx.sql(
            """
            UPDATE log_stop
            SET lifted_by = :by, lifted_at = :at
            WHERE id = :id AND lifted_at IS NULL
            """)
        .param("by", by.toString())
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** All open ones about a log, which is then given up or accepted as a whole. */
  static void liftedAll(Tx tx, AuthorityId partner, OfficerId by, Instant at) {
    tx.sql(
            """
            UPDATE log_stop
            SET lifted_by = :by, lifted_at = :at
            WHERE partner = :partner AND lifted_at IS NULL
            """)
        .param("by", by.toString())
        .param("at", Times.micros(at))
        .param("partner", partner.value())
        .update();
  }

  private static LogStop stop(ResultSet rs, int number) throws SQLException {
    return new LogStop(
        UUID.fromString(rs.getString("id")),
        new AuthorityId(rs.getString("partner")),
        rs.getString("code"),
        TwoHeads.parse(rs.getString("heads")).orThrow(),
        Optional.ofNullable(rs.getString("origin")),
        Times.instant(rs.getLong("stopped_at")),
        Optional.ofNullable(rs.getString("asked_by")).map(OfficerId::of),
        Optional.ofNullable(rs.getString("lifted_by")).map(OfficerId::of),
        Times.instant(rs.getObject("lifted_at")));
  }
}
