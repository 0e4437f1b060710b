package org.entente.node.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Items.Item;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.jspecify.annotations.Nullable;

/** The rows of notices. */
final class NoticeRows {
  private NoticeRows() {}

  /**
   * A notice at rest.
   *
   * @param ours whether this node sends it
   * @param about the message it is about, on this node
   * @param carries the partner's notice that is carried onward with this one
   * @param answeredAt when the acknowledgement came, or left
   */
  record Row(
      MessageId id,
      AuthorityId partner,
      boolean ours,
      NoticeKind kind,
      MessageId about,
      CaseId caseId,
      Optional<MessageId> answers,
      Optional<MessageId> carries,
      NoticeState state,
      Locked body,
      Optional<OfficerId> firstBy,
      Optional<OfficerId> secondBy,
      Instant madeAt,
      Optional<Instant> releasedAt,
      Optional<Instant> misdatedAt,
      Optional<Instant> arrivedAt,
      Optional<Instant> answeredAt,
      Optional<Instant> remindedAt,
      Optional<String> refusal) {
    /** What is sealed beside what the notice says. */
    NoticeHeader header(AuthorityId own, Item item) {
      return new NoticeHeader(
          kind,
          ours ? own : partner,
          ours ? partner : own,
          about.value(),
          item.matter(),
          answers.map(MessageId::value).orElse(null),
          HexFormat.of().formatHex(body.salt()));
    }

    /** One of this node that waits for release. */
    static Row prepared(
        MessageId id, Item item, NoticeKind kind, Locked body, Origin origin, Instant at) {
      return of(id, item, kind, body, origin, at, Optional.empty());
    }

    /** A notice of this node that is released at once, as the consequence of another. */
    static Row following(
        MessageId id, Item item, NoticeKind kind, Locked body, Origin origin, Instant now) {
      return of(id, item, kind, body, origin, now, Optional.of(now));
    }

    private static Row of(
        MessageId id,
        Item item,
        NoticeKind kind,
        Locked body,
        Origin origin,
        Instant at,
        Optional<Instant> released) {
      return new Row(
          id,
          item.partner(),
          true,
          kind,
          item.id(),
          item.caseId(),
          origin.answers(),
          origin.carries(),
          released.isPresent() ? NoticeState.RELEASED : NoticeState.WAITING,
          body,
          origin.by(),
          Optional.empty(),
          at,
          released,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** A partner's that arrived now. */
    static Row arrived(MessageId id, Item item, NoticeHeader header, Locked body, Instant now) {
      return new Row(
          id,
          item.partner(),
          false,
          header.kind(),
          item.id(),
          item.caseId(),
          Optional.ofNullable(header.answers()).map(MessageId::new),
          Optional.empty(),
          header.kind().toOrigin() ? NoticeState.RECEIVED : NoticeState.APPLIED,
          body,
          Optional.empty(),
          Optional.empty(),
          now,
          Optional.empty(),
          Optional.empty(),
          Optional.of(now),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** What an entry of the log says about this notice; to be added to. */
    Map<String, String> references(Item item) {
      Map<String, String> references = new TreeMap<>();
      references.put("message", id.toString());
      references.put("about", item.id().toString());
      references.put("matter", item.matter().toString());
      references.put("act", kind.code());
      return references;
    }
  }

  /**
   * Where a notice of this node comes from: an officer, or another notice.
   *
   * @param answers the notice it follows
   * @param carries the notice it carries onward
   */
  record Origin(Optional<MessageId> answers, Optional<MessageId> carries, Optional<OfficerId> by) {
    static Origin officer(OfficerId by) {
      return new Origin(Optional.empty(), Optional.empty(), Optional.of(by));
    }

    static Origin answering(MessageId notice, Optional<OfficerId> by) {
      return new Origin(Optional.of(notice), Optional.empty(), by);
    }

    static Origin carrying(MessageId notice) {
      return new Origin(Optional.empty(), Optional.of(notice), Optional.empty());
    }
  }

  private static final String MAIN =
      " kind NOT IN (%s) ".formatted(kinds(NoticeKind::followsAnother));

  /** What a node acknowledges by itself is late before what an officer has to answer. */
  private static final String LATE =
      """
       (state IN ('RELEASED', 'DELIVERED') AND released_at <=
         CASE WHEN kind IN (%s) THEN :found ELSE :acknowledged END)
      """
          .formatted(kinds(NoticeKind::toOrigin));

  /** The names of some kinds, as a statement lists them. */
  private static String kinds(Predicate<NoticeKind> wanted) {
    return Arrays.stream(NoticeKind.values())
        .filter(wanted)
        .map(kind -> "'" + kind.name() + "'")
        .collect(Collectors.joining(", "));
  }

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO notice (id, partner, direction, kind, about, case_id, answers, carries,
              state, sealed_body, wrapped_key, salt, body_hash, first_by, made_at, released_at,
              arrived_at)
            VALUES (:id, :partner, :direction, :kind, :about, :case, :answers, :carries, :state,
              :body, :key, :salt, :hash, :first, :made, :released, :arrived)
            """)
        .param("id", row.id().toString())
        .param("partner", row.partner().value())
        .param("direction", row.ours() ? "OUT" : "IN")
        .param("kind", row.kind().name())
        .param("about", row.about().toString())
        .param("case", row.caseId().toString())
        .param("answers", row.answers().map(MessageId::toString).orElse(null))
        .param("carries", row.carries().map(MessageId::toString).orElse(null))
        .param("state", row.state().name())
        .param("body", row.body().ciphertext())
        .param("key", row.body().wrappedKey())
        .param("salt", row.body().salt())
        .param("hash", row.body().hash())
        .param("first", row.firstBy().map(OfficerId::toString).orElse(null))
        .param("made", Times.micros(row.madeAt()))
        .param("released", row.releasedAt().map(Times::micros).orElse(null))
        .param("arrived", row.arrivedAt().map(Times::micros).orElse(null))
        .update();
  }

  /** Keeps the object that was signed, locked under the key of what the notice says. */
  static void keepSigned(Tx tx, MessageId id, byte[] locked) {
    tx.sql("UPDATE notice SET sealed_signed = :signed WHERE id = :id")
        .param("signed", locked)
        .param("id", id.toString())
        .update();
  }

  /** It was sealed again once the clock was right: that is when it left. */
  static void sealedAgain(Tx tx, MessageId id, byte[] locked, Instant at) {
    keepSigned(tx, id, locked);
    tx.sql(
            """
            UPDATE notice
            SET misdated_at = COALESCE(misdated_at, released_at), released_at = :at
            WHERE id = :id
            """)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  static Optional<byte[]> signed(Reads tx, MessageId id) {
    return tx.sql("SELECT sealed_signed FROM notice WHERE id = :id AND sealed_signed IS NOT NULL")
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("sealed_signed"))
        .optional();
  }

  /** Everything about messages of a case that left or came, oldest first. */
  static List<Row> exchanged(Reads tx, CaseId id) {
    return tx.sql(
            """
            SELECT *
            FROM notice
            WHERE case_id = :id AND state NOT IN ('WAITING', 'WITHDRAWN')
            ORDER BY made_at, id
            """)
        .param("id", id.toString())
        .query(NoticeRows::row)
        .list();
  }

  /** What corrected a message, oldest first: neither what waits nor what was taken back. */
  static List<Row> corrections(Reads tx, MessageId about) {
    return tx.sql(
            """
            SELECT *
            FROM notice
            WHERE about = :about AND kind = 'CORRECTION' AND state NOT IN ('WAITING',
              'WITHDRAWN')
            ORDER BY made_at, id
            """)
        .param("about", about.toString())
        .query(NoticeRows::row)
        .list();
  }

  /** What was corrected, the last corrected first. */
  static List<MessageId> corrected(Reads tx, int most) {
    return tx.sql(
            """
            SELECT about
            FROM notice
            WHERE kind = 'CORRECTION' AND state NOT IN ('WAITING', 'WITHDRAWN')
            GROUP BY about
            ORDER BY MAX(made_at) DESC, about LIMIT :most
            """)
        .param("most", most)
        .query((rs, n) -> MessageId.of(rs.getString("about")))
        .list();
  }

  /** Moves a notice on if it still stands where the caller saw it. */
  static boolean move(Tx tx, MessageId id, NoticeState from, NoticeState to) {
    return tx.sql("UPDATE notice SET state = :to WHERE id = :id AND state = :from")
            .param("to", to.name())
            .param("from", from.name())
            .param("id", id.toString())
            .update()
        == 1;
  }

  static void released(Tx tx, MessageId id, @Nullable OfficerId second, Instant at) {
    tx.sql("UPDATE notice SET second_by = :second, released_at = :at WHERE id = :id")
        .param("second", second == null ? null : second.toString())
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  static void arrived(
      Tx tx, MessageId id, NoticeState state, Instant at, @Nullable String refusal) {
    tx.sql(
            """
            UPDATE notice
            SET state = :state, arrived_at = :at, refusal = :refusal
            WHERE id = :id
            """)
        .param("state", state.name())
        .param("at", Times.micros(at))
        .param("refusal", refusal)
        .param("id", id.toString())
        .update();
  }

  /** The acknowledgement of a notice came, or left. */
  static void answered(Tx tx, MessageId id, NoticeState state, Instant at) {
    tx.sql("UPDATE notice SET state = :state, answered_at = :at WHERE id = :id")
        .param("state", state.name())
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** The partner has to be told (again) what became of its notice. */
  static void answerAgain(Tx tx, MessageId id, NoticeState state) {
    tx.sql("UPDATE notice SET state = :state, answered_at = NULL WHERE id = :id")
        .param("state", state.name())
        .param("id", id.toString())
        .update();
  }

  static void reminded(Tx tx, MessageId id, Instant at) {
    tx.sql("UPDATE notice SET reminded_at = :at WHERE id = :id")
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  static Optional<Row> find(Reads tx, MessageId id) {
    return tx.sql("SELECT * FROM notice WHERE id = :id")
        .param("id", id.toString())
        .query(NoticeRows::row)
        .optional();
  }

  /** Notices about messages of a case, oldest first. */
  static List<Row> ofCase(Reads tx, CaseId id) {
    return tx.sql(
            """
            SELECT *
            FROM notice
            WHERE case_id = :id AND %s
            ORDER BY made_at, id
            """
                .formatted(MAIN))
        .param("id", id.toString())
        .query(NoticeRows::row)
        .list();
  }

  /** Notices about messages that messages of this case pass on. */
  static List<Row> usedIn(Reads tx, CaseId id) {
    return tx.sql(
            """
            SELECT *
            FROM notice
            WHERE about IN (SELECT item FROM item_use WHERE used_case = :id) AND %s
            ORDER BY made_at, id
            """
                .formatted(MAIN))
        .param("id", id.toString())
        .query(NoticeRows::row)
        .list();
  }

  /** What a partner was not told yet; what an officer has to answer is not among it. */
  static List<Row> unanswered(Reads tx) {
    return tx.sql(
            """
            SELECT *
            FROM notice
            WHERE direction = 'IN' AND answered_at IS NULL AND state <> 'RECEIVED' AND %s
            ORDER BY made_at, id
            """
                .formatted(MAIN))
        .query(NoticeRows::row)
        .list();
  }

  static List<Row> keptUnderHold(Reads tx) {
    return tx.sql("SELECT * FROM notice WHERE direction = 'IN' AND state = 'KEPT' ORDER BY id")
        .query(NoticeRows::row)
        .list();
  }

  /** What left so long ago that it should have been answered by now. */
  static List<Row> overdue(Reads tx, Instant now) {
    return tx.sql(
            """
            SELECT *
            FROM notice
            WHERE direction = 'OUT' AND %s AND %s
            ORDER BY released_at, id
            """
                .formatted(LATE, MAIN))
        .param("acknowledged", Times.micros(now.minus(NoticeDesk.ANSWER_WITHIN)))
        .param("found", Times.micros(now.minus(NoticeDesk.FINDING_WITHIN)))
        .query(NoticeRows::row)
        .list();
  }

  /** The newest answer of an officer to a report or request, whether it has left or waits. */
  static Optional<Row> answer(Reads tx, MessageId question) {
    return tx.sql(
            """
            SELECT *
            FROM notice
            WHERE kind IN ('FINDING', 'PERMISSION') AND answers = :question
              AND state <> 'WITHDRAWN'
            ORDER BY made_at DESC, id DESC LIMIT 1
            """)
        .param("question", question.toString())
        .query(NoticeRows::row)
        .optional();
  }

  /** What an officer here has to act on, or waits for. */
  static Paged<Row> open(Reads tx, Paged.Wanted wanted) {
    String open =
        """
        FROM notice
        WHERE (state = 'RECEIVED' OR direction = 'OUT' AND state IN ('WAITING', 'RELEASED',
          'DELIVERED', 'REFUSED', 'KEPT')) AND %s
        """
            .formatted(MAIN);
    return Paged.of(
        tx.sql(
                """
                SELECT COUNT(*) %s
                """
                    .formatted(open))
            .query(Long.class)
            .single(),
        wanted,
        page ->
            tx.sql(
                    """
                    SELECT * %s
                    ORDER BY made_at, id LIMIT :size OFFSET :offset
                    """
                        .formatted(open))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(NoticeRows::row)
                .list());
  }

  /** How many partners have not acknowledged in time. */
  static long late(Reads tx, Instant now) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM notice
            WHERE direction = 'OUT' AND %s AND %s
            """
                .formatted(LATE, MAIN))
        .param("acknowledged", Times.micros(now.minus(NoticeDesk.ANSWER_WITHIN)))
        .param("found", Times.micros(now.minus(NoticeDesk.FINDING_WITHIN)))
        .query(Long.class)
        .single();
  }

  /** How many an officer here has to act on: to answer, to release, refused, late. */
  static long wanting(Reads tx, Instant now) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM notice
            WHERE (state = 'RECEIVED' OR direction = 'OUT' AND (state IN ('WAITING',
              'REFUSED') OR %s)) AND %s
            """
                .formatted(LATE, MAIN))
        .param("acknowledged", Times.micros(now.minus(NoticeDesk.ANSWER_WITHIN)))
        .param("found", Times.micros(now.minus(NoticeDesk.FINDING_WITHIN)))
        .query(Long.class)
        .single();
  }

  /** What the notices of a case say goes with the case; what waited is withdrawn. */
  static void forget(Tx tx, CaseId id) {
    tx.sql("SELECT wrapped_key FROM notice WHERE case_id = :id")
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("wrapped_key"))
        .list()
        .forEach(tx::forget);
    tx.sql(
            """
            UPDATE notice
            SET sealed_body = :nothing, sealed_signed = NULL, wrapped_key = :nothing,
              salt = :nothing, state = CASE WHEN state = 'WAITING' THEN 'WITHDRAWN'
              ELSE state END
            WHERE case_id = :id
            """)
        .param("nothing", new byte[0])
        .param("id", id.toString())
        .update();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        MessageId.of(rs.getString("id")),
        new AuthorityId(rs.getString("partner")),
        rs.getString("direction").equals("OUT"),
        NoticeKind.valueOf(rs.getString("kind")),
        MessageId.of(rs.getString("about")),
        CaseId.of(rs.getString("case_id")),
        Optional.ofNullable(rs.getString("answers")).map(MessageId::of),
        Optional.ofNullable(rs.getString("carries")).map(MessageId::of),
        NoticeState.valueOf(rs.getString("state")),
        LockedColumns.only(rs, "body"),
        Optional.ofNullable(rs.getString("first_by")).map(OfficerId::of),
        Optional.ofNullable(rs.getString("second_by")).map(OfficerId::of),
        Times.instant(rs.getLong("made_at")),
        Times.instant(rs.getObject("released_at")),
        Times.instant(rs.getObject("misdated_at")),
        Times.instant(rs.getObject("arrived_at")),
        Times.instant(rs.getObject("answered_at")),
        Times.instant(rs.getObject("reminded_at")),
        Optional.ofNullable(rs.getString("refusal")));
  }
}
