package org.entente.node.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/** The rows of what a measure is between this authority and one partner. */
final class LegRows {
  private static final String BETWEEN = "\n";

  private LegRows() {}

  /**
   * A leg at rest.
   *
   * @param id of the message that opened it, on both nodes
   * @param agreement the one it was decided under, or that an officer chose for it before
   * @param reviewMonths for how long that agreement lets it be kept
   * @param awaits the last message of it that a person has to see
   * @param awaitsHere whether that person is at this post; else at the partner's
   * @param seenBy who saw it here
   * @param until when preserved data are lost
   * @param dueAt until when what was asked is to be answered
   */
  record Row(
      MessageId id,
      MeasureId measure,
      AuthorityId partner,
      String partnerReference,
      Sending sending,
      Course course,
      Optional<String> agreement,
      List<String> articles,
      int reviewMonths,
      Optional<Instant> releasedAt,
      Optional<Instant> misdatedAt,
      Optional<Instant> arrivedAt,
      Optional<String> refusal,
      MessageId awaits,
      boolean awaitsHere,
      Optional<Instant> seenAt,
      Optional<OfficerId> seenBy,
      Optional<Instant> until,
      Optional<Instant> dueAt) {
    /** One of ours that waits for release. */
    static Row prepared(
        MessageId id,
        MeasureId measure,
        AuthorityId partner,
        Optional<String> agreement,
        Optional<Instant> dueAt) {
      return new Row(
          id,
          measure,
          partner,
          "",
          Sending.PREPARED,
          Course.OPEN,
          agreement,
          List.of(),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          id,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          dueAt);
    }

    /** Whether a person here has something of it to see. */
    boolean unseenHere() {
      return awaitsHere && seenAt.isEmpty();
    }

    /** Whether anybody has something of it to see. */
    boolean unseen() {
      return seenAt.isEmpty() && (awaitsHere || sending.left());
    }

    /** Whether it was ever exchanged. */
    boolean exchanged() {
      return sending.left() || sending == Sending.RECEIVED;
    }
  }

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO measure_leg (id, measure_id, partner, partner_reference, state, course,
              agreement, articles, review_months, arrived_at, awaits, awaits_here, due_at)
            VALUES (:id, :measure, :partner, :reference, :state, :course, :agreement, :articles,
              :months, :arrived, :awaits, :here, :due)
            """)
        .param("id", row.id().toString())
        .param("measure", row.measure().toString())
        .param("partner", row.partner().value())
        .param("reference", row.partnerReference())
        .param("state", row.sending().name())
        .param("course", row.course().name())
        .param("agreement", row.agreement().orElse(null))
        .param("articles", String.join(BETWEEN, row.articles()))
        .param("months", row.reviewMonths())
        .param("arrived", row.arrivedAt().map(Times::micros).orElse(null))
        .param("awaits", row.awaits().toString())
        .param("here", row.awaitsHere() ? 1 : 0)
        .param("due", row.dueAt().map(Times::micros).orElse(null))
        .update();
  }

  static Optional<Row> find(Reads tx, MessageId id) {
    return tx.sql("SELECT * FROM measure_leg WHERE id = :id")
        .param("id", id.toString())
        .query(LegRows::row)
        .optional();
  }

  static List<Row> of(Reads tx, MeasureId measure) {
    return tx.sql("SELECT * FROM measure_leg WHERE measure_id = :measure ORDER BY partner")
        .param("measure", measure.toString())
        .query(LegRows::row)
        .list();
  }

  static List<Row> of(Reads tx, List<MeasureId> measures) {
    return measures.isEmpty()
        ? List.of()
        : tx.sql("SELECT * FROM measure_leg WHERE measure_id IN (:measures) ORDER BY partner")
            .param("measures", measures.stream().map(MeasureId::toString).toList())
            .query(LegRows::row)
            .list();
  }

  /** It leaves under this agreement. */
  static void released(
      Tx tx, MessageId id, String agreement, List<String> articles, int months, Instant at) {
    tx.sql(
            """
            UPDATE measure_leg
            SET state = :state, agreement = :agreement, articles = :articles,
              review_months = :months, released_at = :at
            WHERE id = :id
            """)
        .param("state", Sending.RELEASED.name())
        .param("agreement", agreement)
        .param("articles", String.join(BETWEEN, articles))
        .param("months", months)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  static void notPermitted(Tx tx, MessageId id, String code) {
    tx.sql("UPDATE measure_leg SET state = :state, refusal = :code WHERE id = :id")
        .param("state", Sending.NOT_PERMITTED.name())
        .param("code", code)
        .param("id", id.toString())
        .update();
  }

  /** Keeps the object that was signed, locked under the key of what the measure says. */
  static void keepSigned(Tx tx, MessageId id, byte[] locked) {
    tx.sql("UPDATE measure_leg SET sealed_signed = :signed WHERE id = :id")
        .param("signed", locked)
        .param("id", id.toString())
        .update();
  }

  /** The object that was signed, as it is kept. */
  static Optional<byte[]> signed(Reads tx, MessageId id) {
    return tx.sql("SELECT sealed_signed FROM measure_leg WHERE id = :id")
        .param("id", id.toString())
        .query((rs, n) -> Optional.ofNullable(rs.getBytes("sealed_signed")))
        .optional()
        .flatMap(signed -> signed);
  }

  /** It was sealed again once the clock was right: that is when it left. */
  static void sealedAgain(Tx tx, MessageId id, byte[] locked, Instant at) {
    keepSigned(tx, id, locked);
    tx.sql(
            """
            UPDATE measure_leg
            SET misdated_at = COALESCE(misdated_at, released_at), released_at = :at
            WHERE id = :id
            """)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  static void receipted(
      Tx tx,
      MessageId id,
      Sending sending,
      String reference,
      Instant at,
      @Nullable String refusal) {
    tx.sql(
            """
            UPDATE measure_leg
            SET state = :state, partner_reference = :reference, arrived_at = :at, refusal = :refusal
            WHERE id = :id
            """)
        .param("state", sending.name())
        .param("reference", reference)
        .param("at", Times.micros(at))
        .param("refusal", refusal)
        .param("id", id.toString())
        .update();
  }

  /** Until when it is to be answered, unless the measure itself names an instant. */
  static void due(Tx tx, MessageId id, Instant at) {
    tx.sql("UPDATE measure_leg SET due_at = COALESCE(due_at, :at) WHERE id = :id")
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** Something followed in it that moved it, or may have. */
  static void moved(Tx tx, MessageId id, Course course, Optional<Instant> until) {
    tx.sql("UPDATE measure_leg SET course = :course, until_at = :until WHERE id = :id")
        .param("course", course.name())
        .param("until", until.map(Times::micros).orElse(null))
        .param("id", id.toString())
        .update();
  }

  /** A message of it has to be seen by a person, here or there. */
  static void awaits(Tx tx, MessageId id, MessageId message, boolean here) {
    tx.sql(
            """
            UPDATE measure_leg
            SET awaits = :message, awaits_here = :here, seen_at = NULL, seen_by = NULL
            WHERE id = :id
            """)
        .param("message", message.toString())
        .param("here", here ? 1 : 0)
        .param("id", id.toString())
        .update();
  }

  /** A person has seen what it awaits; false when somebody did before, or it awaits another. */
  static boolean seen(Tx tx, MessageId id, MessageId message, Instant at, @Nullable OfficerId by) {
    return tx.sql(
                """
                UPDATE measure_leg
                SET seen_at = :at, seen_by = :by
                WHERE id = :id AND awaits = :message AND seen_at IS NULL
                """)
            .param("at", Times.micros(at))
            .param("by", by == null ? null : by.toString())
            .param("id", id.toString())
            .param("message", message.toString())
            .update()
        == 1;
  }

  /** Legs with something that nobody here has seen. */
  static List<Row> unseenHere(Reads tx) {
    return tx.sql(
            """
            SELECT *
            FROM measure_leg
            WHERE awaits_here = 1 AND seen_at IS NULL
            ORDER BY arrived_at, id
            """)
        .query(LegRows::row)
        .list();
  }

  /** Partners' requests to preserve that arrived before and still wait for an answer. */
  static List<MeasureId> unanswered(Reads tx, Instant before) {
    return tx.sql(
            """
            SELECT l.measure_id
            FROM measure m
            JOIN measure_leg l ON l.measure_id = m.id
            WHERE m.settled_at IS NULL AND m.kind = 'PRESERVATION' AND m.direction = 'IN'
              AND l.course = 'OPEN' AND l.arrived_at <= :before
            ORDER BY l.arrived_at, l.id
            """)
        .param("before", Times.micros(before))
        .query((rs, n) -> MeasureId.of(rs.getString("measure_id")))
        .list();
  }

  /** Radio checks that left for a partner since, the newest first. */
  static List<RadioChecks.Asked> radioChecks(Reads tx, AuthorityId partner, Instant since) {
    return tx.sql(
            """
            SELECT l.released_at, l.seen_at
            FROM measure m
            JOIN measure_leg l ON l.measure_id = m.id
            WHERE m.kind = 'RADIO_CHECK' AND m.direction = 'OUT' AND l.partner = :partner
              AND l.state IN ('RELEASED', 'DELIVERED') AND l.released_at >= :since
            ORDER BY l.released_at DESC, l.id
            """)
        .param("partner", partner.value())
        .param("since", Times.micros(since))
        .query((rs, n) ->
            new RadioChecks.Asked(
                Times.instant(rs.getLong("released_at")), Times.instant(rs.getObject("seen_at"))))
        .list();
  }

  /** Whether a radio check that was made since has neither been answered nor refused. */
  static boolean radioCheckWaits(Reads tx, AuthorityId partner, Instant since) {
    return tx.sql(
                """
                SELECT COUNT(*)
                FROM measure m
                JOIN measure_leg l ON l.measure_id = m.id
                WHERE m.kind = 'RADIO_CHECK' AND m.direction = 'OUT' AND l.partner = :partner
                  AND l.state IN ('PREPARED', 'RELEASED', 'DELIVERED') AND l.seen_at IS NULL
                  AND m.state <> 'WITHDRAWN' AND m.made_at >= :since
                """)
            .param("partner", partner.value())
            .param("since", Times.micros(since))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Partners' questions of whose time a quarter is left, or none. */
  static List<MeasureId> answerDue(Reads tx, Instant now) {
    return tx.sql(
            """
            SELECT l.measure_id
            FROM measure m
            JOIN measure_leg l ON l.measure_id = m.id
            WHERE m.settled_at IS NULL AND m.direction = 'IN' AND l.course = 'OPEN'
              AND l.due_at IS NOT NULL AND l.due_at - (l.due_at - l.arrived_at) / 4 <= :now
            ORDER BY l.due_at, l.id
            """)
        .param("now", Times.micros(now))
        .query((rs, n) -> MeasureId.of(rs.getString("measure_id")))
        .list();
  }

  /** Own questions that a partner's node holds and that were not answered in time. */
  static List<MeasureId> answerOverdue(Reads tx, Instant now) {
    return tx.sql(
            """
            SELECT l.measure_id
            FROM measure m
            JOIN measure_leg l ON l.measure_id = m.id
            WHERE m.settled_at IS NULL AND m.direction = 'OUT' AND l.course = 'OPEN'
              AND l.state IN ('RELEASED', 'DELIVERED') AND l.due_at <= :now
            ORDER BY l.due_at, l.id
            """)
        .param("now", Times.micros(now))
        .query((rs, n) -> MeasureId.of(rs.getString("measure_id")))
        .list();
  }

  /** Legs whose preserved data are lost by then unless somebody acts, the soonest first. */
  static List<Row> lapsing(Reads tx, Instant by) {
    return tx.sql(
            """
            SELECT *
            FROM measure_leg
            WHERE course IN ('PRESERVED', 'EXTENSION_ASKED') AND until_at <= :by
            ORDER BY until_at, id
            """)
        .param("by", Times.micros(by))
        .query(LegRows::row)
        .list();
  }

  static void erase(Tx tx, MeasureId measure) {
    tx.sql("UPDATE measure_leg SET sealed_signed = NULL WHERE measure_id = :measure")
        .param("measure", measure.toString())
        .update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    String articles = rs.getString("articles");
    return new Row(
        MessageId.of(rs.getString("id")),
        MeasureId.of(rs.getString("measure_id")),
        new AuthorityId(rs.getString("partner")),
        rs.getString("partner_reference"),
        Sending.valueOf(rs.getString("state")),
        Course.valueOf(rs.getString("course")),
        Optional.ofNullable(rs.getString("agreement")),
        articles.isEmpty() ? List.of() : List.of(articles.split(BETWEEN)),
        rs.getInt("review_months"),
        Times.instant(rs.getObject("released_at")),
        Times.instant(rs.getObject("misdated_at")),
        Times.instant(rs.getObject("arrived_at")),
        Optional.ofNullable(rs.getString("refusal")),
        MessageId.of(rs.getString("awaits")),
        rs.getLong("awaits_here") == 1,
        Times.instant(rs.getObject("seen_at")),
        Optional.ofNullable(rs.getString("seen_by")).map(OfficerId::of),
        Times.instant(rs.getObject("until_at")),
        Times.instant(rs.getObject("due_at")));
  }
}
