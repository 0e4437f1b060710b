package org.entente.node.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.jspecify.annotations.Nullable;

/** The rows of steps; what their notes say stays locked here. */
final class StepRows {
  private StepRows() {}

  /** A step as stored. */
  record Row(
      MessageId id,
      AuthorityId partner,
      boolean ours,
      NoteKind kind,
      String agreement,
      Optional<MessageId> answers,
      StepState state,
      Locked body,
      Optional<OfficerId> firstBy,
      Optional<OfficerId> secondBy,
      Instant madeAt,
      Optional<Instant> arrivedAt,
      Optional<String> refusal) {
    NoteHeader header(AuthorityId own, String salt) {
      return new NoteHeader(
          kind,
          ours ? own : partner,
          ours ? partner : own,
          agreement,
          answers.map(MessageId::value).orElse(null),
          salt);
    }
  }

  private static final String SELECT =
      """
      SELECT id, partner, direction, kind, agreement, answers, state, sealed_body,
        wrapped_key, salt, body_hash, first_by, second_by, made_at, arrived_at, refusal
      FROM agreement_step
      """;

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO agreement_step (id, partner, direction, kind, agreement, answers, state,
              sealed_body, wrapped_key, salt, body_hash, first_by, made_at, arrived_at)
            VALUES (:id, :partner, :direction, :kind, :agreement, :answers, :state, :body, :key,
              :salt, :hash, :first, :made, :arrived)
            """)
        .param("id", row.id().toString())
        .param("partner", row.partner().value())
        .param("direction", row.ours() ? "OUT" : "IN")
        .param("kind", row.kind().name())
        .param("agreement", row.agreement())
        .param("answers", row.answers().map(MessageId::toString).orElse(null))
        .param("state", row.state().name())
        .param("body", row.body().ciphertext())
        .param("key", row.body().wrappedKey())
        .param("salt", row.body().salt())
        .param("hash", row.body().hash())
        .param("first", row.firstBy().map(OfficerId::toString).orElse(null))
        .param("made", Times.micros(row.madeAt()))
        .param("arrived", row.arrivedAt().map(Times::micros).orElse(null))
        .update();
  }

  /** Moves a step on if it still stands where the caller saw it. */
  static boolean move(Tx tx, MessageId id, StepState from, StepState to) {
    return tx.sql("UPDATE agreement_step SET state = :to WHERE id = :id AND state = :from")
            .param("to", to.name())
            .param("from", from.name())
            .param("id", id.toString())
            .update()
        == 1;
  }

  static void released(Tx tx, MessageId id, @Nullable OfficerId second, Instant at) {
    tx.sql("UPDATE agreement_step SET second_by = :second, released_at = :at WHERE id = :id")
        .param("second", second == null ? null : second.toString())
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** The step was sealed anew: it leaves at this time. */
  static void sealedAgain(Tx tx, MessageId id, Instant at) {
    tx.sql("UPDATE agreement_step SET released_at = :at WHERE id = :id")
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** When a step left; it was sealed at the same instant. */
  static Optional<Instant> releasedAt(Tx tx, MessageId id) {
    return tx.sql(
            "SELECT released_at FROM agreement_step WHERE id = :id AND released_at IS NOT NULL")
        .param("id", id.toString())
        .query(Long.class)
        .optional()
        .map(micros -> Times.instant(micros.longValue()));
  }

  static void arrived(Tx tx, MessageId id, StepState state, Instant at, @Nullable String refusal) {
    tx.sql(
            """
            UPDATE agreement_step
            SET state = :state, arrived_at = :at, refusal = :refusal
            WHERE id = :id
            """)
        .param("state", state.name())
        .param("at", Times.micros(at))
        .param("refusal", refusal)
        .param("id", id.toString())
        .update();
  }

  static Optional<Row> find(Reads tx, MessageId id) {
    return tx.sql(
            """
            %s WHERE id = :id
            """
                .formatted(SELECT))
        .param("id", id.toString())
        .query(StepRows::row)
        .optional();
  }

  /** Whether a proposal was answered, or its answer is being prepared. */
  static boolean answered(Reads tx, MessageId proposal) {
    return tx.sql(
                """
                SELECT COUNT(*)
                FROM agreement_step
                WHERE answers = :id AND kind <> 'WITHDRAWAL'
                  AND state NOT IN ('WITHDRAWN', 'REFUSED_BY_PARTNER')
                """)
            .param("id", proposal.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  /** The latest step of a kind that this authority sent a partner about an agreement. */
  static Optional<Row> latest(Reads tx, String hash, AuthorityId partner, NoteKind kind) {
    return tx.sql(
            """
            %s
            WHERE agreement = :hash AND partner = :partner AND kind = :kind AND direction = 'OUT'
            ORDER BY made_at DESC, id DESC LIMIT 1
            """
                .formatted(SELECT))
        .param("hash", hash)
        .param("partner", partner.value())
        .param("kind", kind.name())
        .query(StepRows::row)
        .optional();
  }

  static Paged<Row> newest(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        tx.sql("SELECT COUNT(*) FROM agreement_step").query(Long.class).single(),
        wanted,
        page ->
            tx.sql(
                    """
                    %s
                    ORDER BY made_at DESC, id DESC LIMIT :size OFFSET :offset
                    """
                        .formatted(SELECT))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(StepRows::row)
                .list());
  }

  /** What an officer here may still have to do something about. */
  static List<Row> undecided(Reads tx) {
    return tx.sql(
            """
            %s
            WHERE state IN ('AWAITING_SECOND', 'RECEIVED')
            ORDER BY made_at, id
            """
                .formatted(SELECT))
        .query(StepRows::row)
        .list();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        MessageId.of(rs.getString("id")),
        new AuthorityId(rs.getString("partner")),
        rs.getString("direction").equals("OUT"),
        NoteKind.valueOf(rs.getString("kind")),
        rs.getString("agreement"),
        Optional.ofNullable(rs.getString("answers")).map(MessageId::of),
        StepState.valueOf(rs.getString("state")),
        LockedColumns.only(rs, "body"),
        Optional.ofNullable(rs.getString("first_by")).map(OfficerId::of),
        Optional.ofNullable(rs.getString("second_by")).map(OfficerId::of),
        Times.instant(rs.getLong("made_at")),
        Times.instant(rs.getObject("arrived_at")),
        Optional.ofNullable(rs.getString("refusal")));
  }
}
