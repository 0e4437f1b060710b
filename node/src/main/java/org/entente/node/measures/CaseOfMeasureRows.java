package org.entente.node.measures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The rows that say which case a measure belongs to. */
final class CaseOfMeasureRows {
  private CaseOfMeasureRows() {}

  /** False where it belongs to one already. */
  static boolean join(Tx tx, MeasureId id, CaseId to, OfficerId by, Instant at) {
    return tx.sql(
                """
                INSERT INTO measure_case (measure_id, case_id, joined_by, joined_at)
                VALUES (:id, :case, :by, :at)
                ON CONFLICT (measure_id) DO NOTHING
                """)
            .param("id", id.toString())
            .param("case", to.toString())
            .param("by", by.toString())
            .param("at", Times.micros(at))
            .update()
        == 1;
  }

  /** False where it belongs to none. */
  static boolean part(Tx tx, MeasureId id) {
    return tx.sql("DELETE FROM measure_case WHERE measure_id = :id")
            .param("id", id.toString())
            .update()
        == 1;
  }

  static Optional<CaseId> of(Reads tx, MeasureId id) {
    return tx.sql("SELECT case_id FROM measure_case WHERE measure_id = :id")
        .param("id", id.toString())
        .query((rs, n) -> CaseId.of(rs.getString("case_id")))
        .optional();
  }

  /** Those of a case, oldest first. */
  static List<MeasureId> measures(Reads tx, CaseId id) {
    return tx.sql("SELECT measure_id FROM measure_case WHERE case_id = :id ORDER BY measure_id")
        .param("id", id.toString())
        .query((rs, n) -> MeasureId.of(rs.getString("measure_id")))
        .list();
  }
}
