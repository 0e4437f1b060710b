package org.entente.node.records;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.RequestSubjects;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.jspecify.annotations.Nullable;

/** The rows of possible matches and of the comparisons that found them. */
final class MatchRows {
  private MatchRows() {}

  /**
   * Either a record or another request was met.
   *
   * @param corrections of its persons, when it was decided
   * @param said keyed digest of what the record said then; empty where none was met, and for what
   *     was decided by an earlier version
   */
  record Row(
      UUID id,
      MessageId message,
      CaseId caseId,
      Optional<RecordId> record,
      Optional<MessageId> other,
      Optional<CaseId> otherCase,
      double probability,
      PossibleMatch.State state,
      Instant foundAt,
      Optional<OfficerId> decidedBy,
      Optional<Instant> decidedAt,
      int corrections,
      Optional<String> said,
      Optional<Locked> ground) {}

  /** What an officer decided, on what was known then. */
  record Decision(
      PossibleMatch.State state,
      OfficerId by,
      int corrections,
      Optional<String> said,
      Optional<Locked> ground,
      Instant at) {}

  /** What the ground of a decision is bound to. */
  static String place(UUID id) {
    return "possible-match/" + id;
  }

  /** What touches a request, from either side, and was not decided. */
  static List<Row> open(Reads tx, MessageId message) {
    return tx.sql(
            """
            SELECT *
            FROM possible_match
            WHERE (message_id = :message OR other_id = :message) AND state = 'OPEN'
            """)
        .param("message", message.toString())
        .query(MatchRows::row)
        .list();
  }

  /** Takes away what is no match any more; what an officer decided meanwhile stays. */
  static void drop(Tx tx, UUID id) {
    tx.sql("DELETE FROM possible_match WHERE id = :id AND state = 'OPEN'")
        .param("id", id.toString())
        .update();
  }

  /** Destroys the grounds that were given in a case. */
  static void forgetGrounds(Tx tx, CaseId caseId) {
    for (Row row : of(tx, caseId)) {
      row.ground()
          .ifPresent(ground -> {
            tx.forget(ground.wrappedKey());
            ground(tx, row.id(), Optional.empty());
          });
    }
  }

  private static void ground(Tx tx, UUID id, Optional<Locked> ground) {
    tx.sql(
            """
            UPDATE possible_match
            SET sealed_ground = :sealed, ground_key = :key, ground_salt = :salt,
              ground_hash = :hash
            WHERE id = :id
            """)
        .param("sealed", ground.map(Locked::ciphertext).orElse(null))
        .param("key", ground.map(Locked::wrappedKey).orElse(null))
        .param("salt", ground.map(Locked::salt).orElse(null))
        .param("hash", ground.map(Locked::hash).orElse(null))
        .param("id", id.toString())
        .update();
  }

  static void checked(Tx tx, MessageId message, CaseId caseId, Instant now) {
    tx.sql(
            """
            INSERT INTO cross_check (message_id, case_id, checked_at)
            VALUES (:message, :case, :now)
            ON CONFLICT (message_id) DO UPDATE
            SET checked_at = excluded.checked_at
            """)
        .param("message", message.toString())
        .param("case", caseId.toString())
        .param("now", Times.micros(now))
        .update();
  }

  /** Whether a request was ever compared. */
  static boolean checked(Reads tx, MessageId message) {
    return tx.sql("SELECT COUNT(*) FROM cross_check WHERE message_id = :message")
            .param("message", message.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  /** When the requests of a case were compared last; empty as long as none was. */
  static Optional<Instant> checkedAt(Reads tx, CaseId caseId) {
    return Times.instant(
        tx.sql("SELECT MAX(checked_at) AS at FROM cross_check WHERE case_id = :case")
            .param("case", caseId.toString())
            .query((rs, n) -> Optional.ofNullable(rs.getObject("at")))
            .single()
            .orElse(null));
  }

  /** Notes a match; one that was noted before keeps what was decided of it. */
  static void note(
      Tx tx,
      MessageId message,
      CaseId caseId,
      @Nullable RecordId record,
      @Nullable MessageId other,
      double probability,
      Instant now) {
    String otherCase =
        other == null ? null : RequestSubjects.caseOf(tx, other).map(CaseId::toString).orElse(null);
    tx.sql(
            """
            INSERT INTO possible_match (id, message_id, case_id, record_id, other_id,
              other_case, probability, state, found_at)
            VALUES (:id, :message, :case, :record, :other, :otherCase, :probability, 'OPEN',
              :now)
            ON CONFLICT DO NOTHING
            """)
        .param("id", Generators.timeBasedEpochRandomGenerator().generate().toString())
        .param("message", message.toString())
        .param("case", caseId.toString())
        .param("record", record == null ? null : record.toString())
        .param("other", other == null ? null : other.toString())
        .param("otherCase", otherCase)
        .param("probability", probability)
        .param("now", Times.micros(now))
        .update();
  }

  /** What was met from this case, and what met this case later; the likeliest first. */
  static List<Row> of(Reads tx, CaseId caseId) {
    return tx.sql(
            """
            SELECT *
            FROM possible_match
            WHERE case_id = :case OR other_case = :case
            ORDER BY probability DESC, id
            """)
        .param("case", caseId.toString())
        .query(MatchRows::row)
        .list();
  }

  static Optional<Row> find(Reads tx, UUID id) {
    return tx.sql("SELECT * FROM possible_match WHERE id = :id")
        .param("id", id.toString())
        .query(MatchRows::row)
        .optional();
  }

  /** Decides; the ground of a decision before goes with its key. */
  static void decide(Tx tx, Row row, Decision decision) {
    row.ground().ifPresent(before -> tx.forget(before.wrappedKey()));
    ground(tx, row.id(), decision.ground());
    tx.sql(
            """
            UPDATE possible_match
            SET state = :state, decided_by = :by, decided_at = :now, corrections = :corrections,
              record_said = :said
            WHERE id = :id
            """)
        .param("state", decision.state().name())
        .param("by", decision.by().toString())
        .param("now", Times.micros(decision.at()))
        .param("corrections", decision.corrections())
        .param("said", decision.said().orElse(null))
        .param("id", row.id().toString())
        .update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        UUID.fromString(rs.getString("id")),
        MessageId.of(rs.getString("message_id")),
        CaseId.of(rs.getString("case_id")),
        Optional.ofNullable(rs.getString("record_id")).map(RecordId::of),
        Optional.ofNullable(rs.getString("other_id")).map(MessageId::of),
        Optional.ofNullable(rs.getString("other_case")).map(CaseId::of),
        rs.getDouble("probability"),
        PossibleMatch.State.valueOf(rs.getString("state")),
        Times.instant(rs.getLong("found_at")),
        Optional.ofNullable(rs.getString("decided_by")).map(OfficerId::of),
        Times.instant(rs.getObject("decided_at")),
        rs.getInt("corrections"),
        Optional.ofNullable(rs.getString("record_said")),
        rs.getBytes("ground_key") == null
            ? Optional.empty()
            : Optional.of(LockedColumns.among(rs, "ground")));
  }

  /** The cases beside which a record was put. */
  static Set<CaseId> casesOf(Reads tx, RecordId record) {
    return Set.copyOf(
        tx.sql("SELECT DISTINCT case_id FROM possible_match WHERE record_id = :record")
            .param("record", record.toString())
            .query((rs, n) -> CaseId.of(rs.getString("case_id")))
            .list());
  }
}
