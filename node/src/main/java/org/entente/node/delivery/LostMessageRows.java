package org.entente.node.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.LostMessages.Compared;
import org.entente.node.delivery.LostMessages.Lost;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The rows of comparisons, and of what they found. */
final class LostMessageRows {
  /** Before every identifier of a message. */
  static final MessageId BEFORE_ALL = MessageId.of("00000000-0000-0000-0000-000000000000");

  /** What came after all, sent again under its identifier, is not lost. */
  private static final String LOST =
      """
      FROM lost_message l
      WHERE NOT EXISTS (SELECT 1 FROM receipt r WHERE r.message_id = l.message_id)
      """;

  private LostMessageRows() {}

  /** A comparison begins, from the first message on. */
  static void want(Tx tx, AuthorityId partner, Instant at) {
    tx.sql(
            """
            INSERT INTO loss_comparison (partner, wanted_at, after)
            VALUES (:partner, :at, :after)
            ON CONFLICT (partner) DO UPDATE
            SET wanted_at = :at, after = :after, finished_at = NULL, fault = NULL\
            """)
        .param("partner", partner.value())
        .param("at", Times.micros(at))
        .param("after", BEFORE_ALL.toString())
        .update();
  }

  static Optional<Instant> wantedAt(Reads tx, AuthorityId partner) {
    return tx.sql("SELECT wanted_at FROM loss_comparison WHERE partner = :partner")
        .param("partner", partner.value())
        .query((rs, n) -> Times.instant(rs.getLong("wanted_at")))
        .optional();
  }

  /** How far it has come; empty where none goes on. */
  static Optional<MessageId> after(Reads tx, AuthorityId partner) {
    return tx.sql(
            "SELECT after FROM loss_comparison WHERE partner = :partner AND finished_at IS NULL")
        .param("partner", partner.value())
        .query((rs, n) -> MessageId.of(rs.getString("after")))
        .optional();
  }

  static void went(Tx tx, AuthorityId partner, MessageId after) {
    tx.sql("UPDATE loss_comparison SET after = :after, fault = NULL WHERE partner = :partner")
        .param("after", after.toString())
        .param("partner", partner.value())
        .update();
  }

  static void failed(Tx tx, AuthorityId partner, String fault) {
    tx.sql("UPDATE loss_comparison SET fault = :fault WHERE partner = :partner")
        .param("fault", fault)
        .param("partner", partner.value())
        .update();
  }

  static void finished(Tx tx, AuthorityId partner, Instant at) {
    tx.sql("UPDATE loss_comparison SET finished_at = :at, fault = NULL WHERE partner = :partner")
        .param("at", Times.micros(at))
        .param("partner", partner.value())
        .update();
  }

  static List<Compared> comparisons(Reads tx) {
    return tx.sql(
            "SELECT partner, wanted_at, finished_at, fault FROM loss_comparison ORDER BY partner")
        .query((rs, n) ->
            new Compared(
                new AuthorityId(rs.getString("partner")),
                Times.instant(rs.getLong("wanted_at")),
                Times.instant(rs.getObject("finished_at")),
                Optional.ofNullable(rs.getString("fault"))))
        .list();
  }

  /** Whether this node has a receipt of a message, still waits for one, or knows it for lost. */
  static boolean known(Reads tx, MessageId id) {
    return tx.sql(
                """
                SELECT (SELECT COUNT(*) FROM receipt WHERE message_id = :id)
                  + (SELECT COUNT(*) FROM outbox WHERE message_id = :id)
                  + (SELECT COUNT(*) FROM lost_message WHERE message_id = :id)\
                """)
            .param("id", id.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  static void keep(Tx tx, Lost lost, byte[] statement) {
    tx.sql(
            """
            INSERT INTO lost_message (message_id, partner, direction, reference, at, statement,
              found_at)
            VALUES (:id, :partner, :direction, :reference, :at, :statement, :found)
            ON CONFLICT (message_id) DO NOTHING\
            """)
        .param("id", lost.id().toString())
        .param("partner", lost.partner().value())
        .param("direction", (lost.ours() ? Receipts.Of.OURS : Receipts.Of.THEIRS).name())
        .param("reference", lost.reference())
        .param("at", Times.micros(lost.at()))
        .param("statement", statement)
        .param("found", Times.micros(lost.foundAt()))
        .update();
  }

  static boolean settle(Tx tx, MessageId id, OfficerId by, Instant at) {
    return tx.sql(
                """
                UPDATE lost_message
                SET settled_by = :by, settled_at = :at
                WHERE message_id = :id AND settled_at IS NULL
                """)
            .param("by", by.toString())
            .param("at", Times.micros(at))
            .param("id", id.toString())
            .update()
        == 1;
  }

  static Optional<AuthorityId> partnerOf(Reads tx, MessageId id) {
    return tx.sql("SELECT partner FROM lost_message WHERE message_id = :id")
        .param("id", id.toString())
        .query((rs, n) -> new AuthorityId(rs.getString("partner")))
        .optional();
  }

  static long of(Reads tx, AuthorityId partner) {
    return tx.sql("SELECT COUNT(*) FROM lost_message WHERE partner = :partner")
        .param("partner", partner.value())
        .query(Long.class)
        .single();
  }

  static long unsettled(Reads tx) {
    return tx.sql(
            """
            SELECT COUNT(*) %s AND settled_at IS NULL
            """
                .formatted(LOST))
        .query(Long.class)
        .single();
  }

  /** What nobody settled first, then by the time at which it was taken, the newest first. */
  static Paged<Lost> page(Reads tx, Paged.Wanted wanted) {
    long total =
        tx.sql(
                """
                SELECT COUNT(*) %s
                """
                    .formatted(LOST))
            .query(Long.class)
            .single();
    return Paged.of(
        total,
        wanted,
        there ->
            tx.sql(
                    """
                    SELECT message_id, partner, direction, reference, at, found_at, settled_by,
                      settled_at
                    %s
                    ORDER BY CASE WHEN settled_at IS NULL THEN 0 ELSE 1 END, at DESC, message_id
                    LIMIT :size OFFSET :offset
                    """
                        .formatted(LOST))
                .param("size", there.size())
                .param("offset", there.offset())
                .query(LostMessageRows::lost)
                .list());
  }

  private static Lost lost(ResultSet rs, int row) throws SQLException {
    return new Lost(
        MessageId.of(rs.getString("message_id")),
        new AuthorityId(rs.getString("partner")),
        Receipts.Of.valueOf(rs.getString("direction")) == Receipts.Of.OURS,
        rs.getString("reference"),
        Times.instant(rs.getLong("at")),
        Times.instant(rs.getLong("found_at")),
        Optional.ofNullable(rs.getString("settled_by")).map(OfficerId::of),
        Times.instant(rs.getObject("settled_at")));
  }
}
