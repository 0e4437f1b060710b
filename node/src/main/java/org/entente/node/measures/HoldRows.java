package org.entente.node.measures;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The rows of measures that are held for proceedings. */
final class HoldRows {
  private HoldRows() {}

  /**
   * A hold at rest.
   *
   * @param sealedWhy under the key of the measure
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once and opened: nobody compares these records.
  record Row(OfficerId by, Instant at, byte[] sealedWhy) {}

  /** False where it was held already. */
  static boolean set(Tx tx, MeasureId id, Row row) {
    return tx.sql(
                """
                INSERT INTO measure_hold (measure_id, held_by, held_at, sealed_why)
                VALUES (:id, :by, :at, :why)
                ON CONFLICT (measure_id) DO NOTHING
                """)
            .param("id", id.toString())
            .param("by", row.by().toString())
            .param("at", Times.micros(row.at()))
            .param("why", row.sealedWhy())
            .update()
        == 1;
  }

  static Optional<Row> find(Reads tx, MeasureId id) {
    return tx.sql("SELECT held_by, held_at, sealed_why FROM measure_hold WHERE measure_id = :id")
        .param("id", id.toString())
        .query((rs, n) ->
            new Row(
                OfficerId.of(rs.getString("held_by")),
                Times.instant(rs.getLong("held_at")),
                rs.getBytes("sealed_why")))
        .optional();
  }

  /** False where it was lifted already. */
  static boolean lift(Tx tx, MeasureId id) {
    return tx.sql("DELETE FROM measure_hold WHERE measure_id = :id")
            .param("id", id.toString())
            .update()
        == 1;
  }
}
