package org.entente.node.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.OfficerId;
import org.entente.node.retention.ReviewStep.Kind;
import org.entente.node.retention.ReviewStep.State;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of decisions about keeping cases. */
final class ReviewStepRows {
  private ReviewStepRows() {}

  /** A decision at rest. */
  record Row(
      StepId id,
      CaseId caseId,
      Kind kind,
      State state,
      Optional<Instant> until,
      OfficerId firstBy,
      Optional<OfficerId> secondBy,
      Instant madeAt,
      Optional<Instant> decidedAt,
      Locked reason) {}

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO review_step (id, case_id, kind, state, until, first_by, second_by,
              made_at, decided_at, sealed_reason, wrapped_key, salt, reason_hash)
            VALUES (:id, :case, :kind, :state, :until, :first, :second, :made, :decided,
              :sealed, :key, :salt, :hash)
            """)
        .param("id", row.id().toString())
        .param("case", row.caseId().toString())
        .param("kind", row.kind().name())
        .param("state", row.state().name())
        .param("until", row.until().map(Times::micros).orElse(null))
        .param("first", row.firstBy().toString())
        .param("second", row.secondBy().map(OfficerId::toString).orElse(null))
        .param("made", Times.micros(row.madeAt()))
        .param("decided", row.decidedAt().map(Times::micros).orElse(null))
        .param("sealed", row.reason().ciphertext())
        .param("key", row.reason().wrappedKey())
        .param("salt", row.reason().salt())
        .param("hash", row.reason().hash())
        .update();
  }

  /** Decides on a step that waits; false if it does not any more. */
  static boolean decide(Tx tx, StepId id, State state, OfficerId by, Instant at) {
    return tx.sql(
                """
                UPDATE review_step
                SET state = :state, second_by = :by, decided_at = :at
                WHERE id = :id AND state = 'WAITING'
                """)
            .param("state", state.name())
            .param("by", by.toString())
            .param("at", Times.micros(at))
            .param("id", id.toString())
            .update()
        == 1;
  }

  static Optional<Row> find(Reads tx, StepId id) {
    return tx.sql("SELECT * FROM review_step WHERE id = :id")
        .param("id", id.toString())
        .query(ReviewStepRows::row)
        .optional();
  }

  static List<Row> of(Reads tx, CaseId id) {
    return tx.sql("SELECT * FROM review_step WHERE case_id = :id ORDER BY made_at DESC, id DESC")
        .param("id", id.toString())
        .query(ReviewStepRows::row)
        .list();
  }

  static Optional<Row> waiting(Reads tx, CaseId id) {
    return tx.sql("SELECT * FROM review_step WHERE case_id = :id AND state = 'WAITING'")
        .param("id", id.toString())
        .query(ReviewStepRows::row)
        .optional();
  }

  /** The words go with the case; that it was decided, by whom and when, stays. */
  static void forget(Tx tx, CaseId id, Instant at) {
    of(tx, id).forEach(row -> tx.forget(row.reason().wrappedKey()));
    tx.sql(
            """
            UPDATE review_step
            SET sealed_reason = :nothing, wrapped_key = :nothing, salt = :nothing
            WHERE case_id = :id
            """)
        .param("nothing", new byte[0])
        .param("id", id.toString())
        .update();
    tx.sql(
            """
            UPDATE review_step
            SET state = 'WITHDRAWN', decided_at = :at
            WHERE case_id = :id AND state = 'WAITING'
            """)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        StepId.of(rs.getString("id")),
        CaseId.of(rs.getString("case_id")),
        Kind.valueOf(rs.getString("kind")),
        State.valueOf(rs.getString("state")),
        Times.instant(rs.getObject("until")),
        OfficerId.of(rs.getString("first_by")),
        Optional.ofNullable(rs.getString("second_by")).map(OfficerId::of),
        Times.instant(rs.getLong("made_at")),
        Times.instant(rs.getObject("decided_at")),
        LockedColumns.only(rs, "reason"));
  }
}
