package org.entente.node.casework;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.ActKind;
import org.entente.agreement.HandlingCode;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.delivery.ExpectedAttachments;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.jspecify.annotations.Nullable;

/** The rows of messages; their content stays locked here. */
final class MessageRows {
  private MessageRows() {}

  /** A message as stored. */
  record Row(
      MessageId id,
      CaseId caseId,
      Direction direction,
      ActKind kind,
      MessageState state,
      Header header,
      Locked body,
      List<String> articles,
      Optional<OfficerId> draftedBy,
      Instant draftedAt,
      Optional<OfficerId> releasedBy,
      Optional<Instant> releasedAt,
      Optional<Instant> misdatedAt,
      Optional<Instant> arrivedAt,
      Optional<Locked> returnNote,
      Standing standing,
      long version) {
    Row {
      articles = List.copyOf(articles);
    }

    /** Stands for exactly what the message holds now: its content, its terms, its attachments. */
    String seen() {
      return Vault.hash(
          (version + "|" + body.hash() + "|" + header.text()).getBytes(StandardCharsets.UTF_8),
          new byte[0]);
    }
  }

  private static final String SELECT =
      """
      SELECT id, case_id, direction, kind, state, header, sealed_body, wrapped_key, salt,
        body_hash, articles, drafted_by, drafted_at, released_by, released_at, misdated_at,
        arrived_at, note_body, note_key, note_salt, note_hash, erased_at, restricted_at, handling,
        version, (SELECT restricted_at FROM case_file
        WHERE case_file.id = message.case_id) AS case_restricted_at
      FROM message
      """;

  /** How many drafts of an officer wait to be handed in or put away. */
  static long openDrafts(Tx tx, OfficerId by) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM message
            WHERE state IN ('DRAFT', 'RETURNED') AND drafted_by = :by
            """)
        .param("by", by.toString())
        .query(Long.class)
        .single();
  }

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO message (id, case_id, direction, kind, state, header, sealed_body,
              wrapped_key, salt, body_hash, articles, drafted_by, drafted_at, arrived_at)
            VALUES (:id, :case, :direction, :kind, :state, :header, :body, :key, :salt, :hash,
              :articles, :by, :at, :arrived)
            """)
        .param("id", row.id().toString())
        .param("case", row.caseId().toString())
        .param("direction", row.direction().name())
        .param("kind", row.kind().name())
        .param("state", row.state().name())
        .param("header", row.header().text())
        .param("body", row.body().ciphertext())
        .param("key", row.body().wrappedKey())
        .param("salt", row.body().salt())
        .param("hash", row.body().hash())
        .param("articles", String.join("\n", row.articles()))
        .param("by", row.draftedBy().map(OfficerId::toString).orElse(null))
        .param("at", Times.micros(row.draftedAt()))
        .param("arrived", row.arrivedAt().map(Times::micros).orElse(null))
        .update();
    row.header().attachments().forEach(new Placing(tx, row.id())::place);
    CaseRows.restored(tx, row.caseId());
  }

  /** Destroys content, its key and its salt; what tells that it was exchanged stays. */
  static void erase(Tx tx, MessageId id, Header withoutSalt, Instant at) {
    forget(tx, id, "wrapped_key");
    forget(tx, id, "note_key");
    tx.sql(
            """
            UPDATE message
            SET header = :header, sealed_body = :nothing, sealed_signed = NULL,
              wrapped_key = :nothing, salt = :nothing, note_body = NULL, note_key = NULL,
              note_salt = NULL, note_hash = NULL, erased_at = :at
            WHERE id = :id
            """)
        .param("header", withoutSalt.text())
        .param("nothing", new byte[0])
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
    tx.sql("DELETE FROM attachment WHERE message_id = :id").param("id", id.toString()).update();
    ExpectedAttachments.forget(tx, id);
  }

  /**
   * It was sealed again once the clock was right: that is when it left. By which time it was
   * released before stays beside.
   */
  static void sealedAgain(Tx tx, MessageId id, byte[] locked, Instant at) {
    keepSigned(tx, id, locked);
    tx.sql(
            """
            UPDATE message
            SET misdated_at = COALESCE(misdated_at, released_at), released_at = :at
            WHERE id = :id
            """)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** Keeps the object that was signed, locked under the key of the content. */
  static void keepSigned(Tx tx, MessageId id, byte[] locked) {
    tx.sql("UPDATE message SET sealed_signed = :signed WHERE id = :id")
        .param("signed", locked)
        .param("id", id.toString())
        .update();
  }

  static Optional<byte[]> signed(Reads tx, MessageId id) {
    return tx.sql("SELECT sealed_signed FROM message WHERE id = :id AND sealed_signed IS NOT NULL")
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("sealed_signed"))
        .optional();
  }

  /** Messages whose key is gone while their row says otherwise: a backup was restored. */
  static List<MessageId> unreadable(Tx tx) {
    return tx.sql(
            """
            SELECT id
            FROM message
            WHERE erased_at IS NULL AND LENGTH(wrapped_key) = 0
            ORDER BY id
            """)
        .query((rs, n) -> MessageId.of(rs.getString("id")))
        .list();
  }

  static void restrict(Tx tx, MessageId id, @Nullable Instant at) {
    tx.sql("UPDATE message SET restricted_at = :at WHERE id = :id")
        .param("at", at == null ? null : Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  static void handle(Tx tx, MessageId id, Set<HandlingCode> codes) {
    tx.sql("UPDATE message SET handling = :codes WHERE id = :id")
        .param("codes", codes.stream().map(HandlingCode::code).sorted().collect(joining(",")))
        .param("id", id.toString())
        .update();
  }

  private static void forget(Tx tx, MessageId id, String column) {
    tx.sql(
            """
            SELECT %s
            FROM message
            WHERE id = :id AND %s IS NOT NULL
            """
                .formatted(column, column))
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes(column))
        .list()
        .forEach(tx::forget);
  }

  /** New content and header for a draft; the key of the old content is destroyed. */
  static void rewrite(Tx tx, MessageId id, Header header, Locked body) {
    forget(tx, id, "wrapped_key");
    tx.sql(
            """
            UPDATE message
            SET header = :header, sealed_body = :body, wrapped_key = :key, salt = :salt,
              body_hash = :hash, version = version + 1
            WHERE id = :id
            """)
        .param("header", header.text())
        .param("body", body.ciphertext())
        .param("key", body.wrappedKey())
        .param("salt", body.salt())
        .param("hash", body.hash())
        .param("id", id.toString())
        .update();
    tx.sql("DELETE FROM attachment WHERE message_id = :id").param("id", id.toString()).update();
    header.attachments().forEach(new Placing(tx, id)::place);
  }

  /** Moves the message on if it still stands where, and says what, the caller saw. */
  static boolean move(Tx tx, Row seen, MessageState to) {
    return tx.sql(
                """
                UPDATE message
                SET state = :to
                WHERE id = :id AND state = :from AND version = :version AND body_hash = :hash
                """)
            .param("to", to.name())
            .param("from", seen.state().name())
            .param("version", seen.version())
            .param("hash", seen.body().hash())
            .param("id", seen.id().toString())
            .update()
        == 1;
  }

  /** Whether the message still says what the caller saw. */
  static boolean stands(Reads tx, Row seen) {
    return find(tx, seen.id()).filter(row -> row.version() == seen.version()).isPresent();
  }

  /** Why {@link #move} did not move it. */
  static Refusal unmoved(Tx tx, Row seen) {
    return find(tx, seen.id()).map(Row::state).equals(Optional.of(seen.state()))
        ? Rejection.CHANGED_MEANWHILE
        : Usual.WRONG_STATE;
  }

  /** Moves the message on whatever it says, if it still stands where the caller saw it. */
  static boolean moveOn(Tx tx, MessageId id, MessageState from, MessageState to) {
    return tx.sql("UPDATE message SET state = :to WHERE id = :id AND state = :from")
            .param("to", to.name())
            .param("from", from.name())
            .param("id", id.toString())
            .update()
        == 1;
  }

  static void released(
      Tx tx,
      MessageId id,
      Header header,
      List<String> articles,
      @Nullable OfficerId by,
      Instant at) {
    tx.sql(
            """
            UPDATE message
            SET state = 'RELEASED', header = :header, articles = :articles, released_by = :by,
              released_at = :at
            WHERE id = :id
            """)
        .param("header", header.text())
        .param("articles", String.join("\n", articles))
        .param("by", by == null ? null : by.toString())
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** Another officer goes on with a draft; what was shown of it before counts no longer. */
  static void draftedBy(Tx tx, MessageId id, OfficerId by) {
    tx.sql("UPDATE message SET drafted_by = :by, version = version + 1 WHERE id = :id")
        .param("by", by.toString())
        .param("id", id.toString())
        .update();
  }

  /** Keeps what an approver said; what was said before is destroyed. */
  static void note(Tx tx, MessageId id, Locked note) {
    forget(tx, id, "note_key");
    tx.sql(
            """
            UPDATE message
            SET note_body = :body, note_key = :key, note_salt = :salt, note_hash = :hash
            WHERE id = :id
            """)
        .param("body", note.ciphertext())
        .param("key", note.wrappedKey())
        .param("salt", note.salt())
        .param("hash", note.hash())
        .param("id", id.toString())
        .update();
  }

  static void arrived(Tx tx, MessageId id, MessageState state, Instant at) {
    tx.sql("UPDATE message SET state = :state, arrived_at = :at WHERE id = :id")
        .param("state", state.name())
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** The request that an officer drafted last. */
  static Optional<Row> lastRequest(Reads tx, OfficerId by) {
    return tx.sql(
            """
            %s WHERE drafted_by = :by AND kind = 'REQUEST' ORDER BY drafted_at DESC, id DESC LIMIT 1
            """
                .formatted(SELECT))
        .param("by", by.toString())
        .query(MessageRows::row)
        .optional();
  }

  static Optional<Row> find(Reads tx, MessageId id) {
    return tx.sql(
            """
            %s WHERE id = :id
            """
                .formatted(SELECT))
        .param("id", id.toString())
        .query(MessageRows::row)
        .optional();
  }

  /** Those of these messages that there are, in no order. */
  static List<Row> find(Reads tx, List<MessageId> ids) {
    return ids.isEmpty()
        ? List.of()
        : tx.sql(
                """
                %s WHERE id IN (:ids)
                """
                    .formatted(SELECT))
            .param("ids", ids.stream().map(MessageId::toString).toList())
            .query(MessageRows::row)
            .list();
  }

  static List<Row> ofCase(Reads tx, CaseId id) {
    return tx.sql(
            """
            %s
            WHERE case_id = :id AND state <> 'DISCARDED'
            ORDER BY drafted_at, id
            """
                .formatted(SELECT))
        .param("id", id.toString())
        .query(MessageRows::row)
        .list();
  }

  /**
   * What has to be known of a message to erase it; not what it says.
   *
   * @param erased whether that was done before
   */
  record Erasable(MessageId id, MessageState state, Header header, boolean erased) {}

  private static final String ERASABLE = "SELECT id, state, header, erased_at FROM message WHERE ";

  static Optional<Erasable> erasable(Reads tx, MessageId id) {
    return tx.sql(
            """
            %s id = :id
            """
                .formatted(ERASABLE))
        .param("id", id.toString())
        .query(MessageRows::erasable)
        .optional();
  }

  /** Every message of the case, also what was put away. */
  static List<Erasable> erasable(Reads tx, CaseId id) {
    return tx.sql(
            """
            %s case_id = :id ORDER BY id
            """
                .formatted(ERASABLE))
        .param("id", id.toString())
        .query(MessageRows::erasable)
        .list();
  }

  private static Erasable erasable(ResultSet rs, int number) throws SQLException {
    return new Erasable(
        MessageId.of(rs.getString("id")),
        MessageState.valueOf(rs.getString("state")),
        Header.parse(rs.getString("header")),
        rs.getObject("erased_at") != null);
  }

  /** Every message of the case, also what was put away. */
  static List<MessageId> idsOfCase(Tx tx, CaseId id) {
    return tx.sql("SELECT id FROM message WHERE case_id = :id ORDER BY id")
        .param("id", id.toString())
        .query((rs, n) -> MessageId.of(rs.getString("id")))
        .list();
  }

  /** Whether a message of the case has left and its receipt is not here yet. */
  static boolean onItsWay(Tx tx, CaseId id) {
    return tx.sql("SELECT COUNT(*) FROM message WHERE case_id = :id AND state = 'RELEASED'")
            .param("id", id.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  /** State of the newest message of the case that is still on this node's desk or on its way. */
  static Optional<MessageState> pending(Reads tx, CaseId id) {
    return tx.sql(
            """
            SELECT state
            FROM message
            WHERE case_id = :id AND state IN ('DRAFT', 'AWAITING_APPROVAL', 'RETURNED',
              'RELEASED')
            ORDER BY id DESC LIMIT 1
            """)
        .param("id", id.toString())
        .query(String.class)
        .optional()
        .map(MessageState::valueOf);
  }

  /** The same of many cases at once. */
  static Map<CaseId, MessageState> pending(Reads tx, List<CaseId> ids) {
    Map<CaseId, MessageState> pending = new HashMap<>();
    if (!ids.isEmpty()) {
      tx.sql(
              """
              SELECT case_id, state
              FROM message
              WHERE case_id IN (:ids) AND state IN ('DRAFT', 'AWAITING_APPROVAL', 'RETURNED',
                'RELEASED')
              ORDER BY id
              """)
          .param("ids", ids.stream().map(CaseId::toString).toList())
          .query((rs, n) ->
              pending.put(
                  CaseId.of(rs.getString("case_id")), MessageState.valueOf(rs.getString("state"))))
          .list();
    }
    return pending;
  }

  static Optional<MessageId> ofAttachment(Reads tx, String attachment) {
    return tx.sql("SELECT message_id FROM attachment WHERE id = :id")
        .param("id", attachment)
        .query(String.class)
        .optional()
        .map(MessageId::of);
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    byte[] note = rs.getBytes("note_body");
    return new Row(
        MessageId.of(rs.getString("id")),
        CaseId.of(rs.getString("case_id")),
        Direction.valueOf(rs.getString("direction")),
        ActKind.valueOf(rs.getString("kind")),
        MessageState.valueOf(rs.getString("state")),
        Header.parse(rs.getString("header")),
        LockedColumns.only(rs, "body"),
        Stream.of(rs.getString("articles").split("\n")).filter(a -> !a.isEmpty()).toList(),
        Optional.ofNullable(rs.getString("drafted_by")).map(OfficerId::of),
        Times.instant(rs.getLong("drafted_at")),
        Optional.ofNullable(rs.getString("released_by")).map(OfficerId::of),
        Times.instant(rs.getObject("released_at")),
        Times.instant(rs.getObject("misdated_at")),
        Times.instant(rs.getObject("arrived_at")),
        note == null
            ? Optional.empty()
            : Optional.of(
                new Locked(
                    note,
                    rs.getBytes("note_key"),
                    rs.getBytes("note_salt"),
                    rs.getString("note_hash"))),
        new Standing(
            Times.instant(rs.getObject("erased_at")),
            rs.getObject("restricted_at") != null || rs.getObject("case_restricted_at") != null,
            Optional.ofNullable(rs.getString("handling")).map(MessageRows::handling)),
        rs.getLong("version"));
  }

  private static Set<HandlingCode> handling(String codes) {
    return Stream.of(codes.split(","))
        .map(code -> HandlingCode.ofCode(code).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Writes the attachments of one message in their order. */
  private static final class Placing {
    private final Tx tx;
    private final MessageId message;
    private int position;

    Placing(Tx tx, MessageId message) {
      this.tx = tx;
      this.message = message;
    }

    void place(SealedAttachment attachment) {
      tx.sql(
              """
              INSERT INTO attachment (id, message_id, position, size_bytes, digest)
              VALUES (:id, :message, :position, :size, :digest)
              """)
          .param("id", attachment.id().toString())
          .param("message", message.toString())
          .param("position", position++)
          .param("size", attachment.sizeBytes())
          .param("digest", attachment.digest())
          .update();
    }
  }
}
