package org.entente.node.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.jspecify.annotations.Nullable;

/** The rows of what followed in a leg. */
final class StepRows {
  private StepRows() {}

  /**
   * A message that follows, at rest.
   *
   * @param by the officer who sent it; empty for a partner's
   */
  record Row(
      MessageId id,
      MessageId leg,
      MeasureKind kind,
      boolean ours,
      Sending sending,
      Locked body,
      Optional<OfficerId> by,
      Instant madeAt,
      Optional<Instant> arrivedAt,
      Optional<String> refusal) {}

  static void insert(Tx tx, Row row, byte[] signed) {
    tx.sql(
            """
            INSERT INTO measure_step (id, leg_id, kind, direction, state, sealed_body, wrapped_key,
              salt, body_hash, sealed_signed, made_by, made_at, arrived_at)
            VALUES (:id, :leg, :kind, :direction, :state, :body, :key, :salt, :hash, :signed, :by,
              :made, :arrived)
            """)
        .param("id", row.id().toString())
        .param("leg", row.leg().toString())
        .param("kind", row.kind().name())
        .param("direction", row.ours() ? "OUT" : "IN")
        .param("state", row.sending().name())
        .param("body", row.body().ciphertext())
        .param("key", row.body().wrappedKey())
        .param("salt", row.body().salt())
        .param("hash", row.body().hash())
        .param("signed", signed)
        .param("by", row.by().map(OfficerId::toString).orElse(null))
        .param("made", Times.micros(row.madeAt()))
        .param("arrived", row.arrivedAt().map(Times::micros).orElse(null))
        .update();
  }

  static Optional<Row> find(Reads tx, MessageId id) {
    return tx.sql("SELECT * FROM measure_step WHERE id = :id")
        .param("id", id.toString())
        .query(StepRows::row)
        .optional();
  }

  /** What followed in a leg, oldest first. */
  static List<Row> of(Reads tx, MessageId leg) {
    return tx.sql("SELECT * FROM measure_step WHERE leg_id = :leg ORDER BY made_at, id")
        .param("leg", leg.toString())
        .query(StepRows::row)
        .list();
  }

  static long count(Reads tx, MessageId leg) {
    return tx.sql("SELECT COUNT(*) FROM measure_step WHERE leg_id = :leg")
        .param("leg", leg.toString())
        .query(Long.class)
        .single();
  }

  static void sealedAgain(Tx tx, MessageId id, byte[] signed, Instant at) {
    tx.sql(
            """
            UPDATE measure_step
            SET sealed_signed = :signed, misdated_at = COALESCE(misdated_at, made_at), made_at = :at
            WHERE id = :id
            """)
        .param("signed", signed)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** The object that was signed, as it is kept. */
  static Optional<byte[]> signed(Reads tx, MessageId id) {
    return tx.sql("SELECT sealed_signed FROM measure_step WHERE id = :id")
        .param("id", id.toString())
        .query((rs, n) -> Optional.ofNullable(rs.getBytes("sealed_signed")))
        .optional()
        .flatMap(signed -> signed);
  }

  static void receipted(
      Tx tx, MessageId id, Sending sending, Instant at, @Nullable String refusal) {
    tx.sql(
            """
            UPDATE measure_step
            SET state = :state, arrived_at = :at, refusal = :refusal
            WHERE id = :id
            """)
        .param("state", sending.name())
        .param("at", Times.micros(at))
        .param("refusal", refusal)
        .param("id", id.toString())
        .update();
  }

  static void erase(Tx tx, MessageId leg) {
    of(tx, leg).forEach(row -> tx.forget(row.body().wrappedKey()));
    tx.sql(
            """
            UPDATE measure_step
            SET sealed_body = :nothing, sealed_signed = NULL, wrapped_key = :nothing,
              salt = :nothing
            WHERE leg_id = :leg
            """)
        .param("nothing", new byte[0])
        .param("leg", leg.toString())
        .update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        MessageId.of(rs.getString("id")),
        MessageId.of(rs.getString("leg_id")),
        MeasureKind.valueOf(rs.getString("kind")),
        rs.getString("direction").equals("OUT"),
        Sending.valueOf(rs.getString("state")),
        LockedColumns.only(rs, "body"),
        Optional.ofNullable(rs.getString("made_by")).map(OfficerId::of),
        Times.instant(rs.getLong("made_at")),
        Times.instant(rs.getObject("arrived_at")),
        Optional.ofNullable(rs.getString("refusal")));
  }
}
