package org.entente.node.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The receipts this node holds: the partner's for our messages, and ours for the partner's. Each is
 * kept as the signed bytes it came in.
 */
public final class Receipts {
  /** Which way the message went that a receipt speaks of. */
  enum Of {
    OURS,
    THEIRS
  }

  /** A receipt with its signed bytes, and the digest of the sealed message it answers. */
  public record Signed(Receipt receipt, byte[] statement) {}

  /** The receipt for a message, whichever way it went. */
  public Optional<Receipt> find(Reads tx, MessageId id) {
    return signed(tx, id).map(Signed::receipt);
  }

  /** The receipt with its signed bytes, for a check elsewhere. */
  public Optional<Signed> signed(Reads tx, MessageId id) {
    return tx.sql("SELECT content, statement FROM receipt WHERE message_id = :id")
        .param("id", id.toString())
        .query((rs, n) -> new Signed(parse(rs.getBytes("content")), rs.getBytes("statement")))
        .optional();
  }

  /** When a partner took a message of ours last, or we took one of theirs. */
  public Optional<Instant> last(Reads tx, AuthorityId partner, boolean ours) {
    return tx.sql("SELECT MAX(at) AS at FROM receipt WHERE partner = :p AND direction = :of")
        .param("p", partner.value())
        .param("of", (ours ? Of.OURS : Of.THEIRS).name())
        .query((rs, n) -> Times.instant(rs.getObject("at")))
        .single();
  }

  /**
   * The messages between a partner and this node that either took, by identifier: receipts of what
   * was refused are left out.
   *
   * @param after identifiers up to this one are left out
   */
  List<MessageId> acceptedAfter(Reads tx, AuthorityId partner, MessageId after, int most) {
    return tx.sql(
            """
            SELECT message_id FROM receipt
            WHERE message_id > :after AND partner = :partner AND verdict = :accepted
            ORDER BY message_id LIMIT :most\
            """)
        .param("after", after.toString())
        .param("partner", partner.value())
        .param("accepted", Receipt.Verdict.ACCEPTED.name())
        .param("most", most)
        .query((rs, n) -> MessageId.of(rs.getString("message_id")))
        .list();
  }

  /** The signed bytes of the receipt for a message between this partner and this node. */
  Optional<byte[]> with(Reads tx, AuthorityId partner, MessageId id) {
    return tx.sql("SELECT statement FROM receipt WHERE message_id = :id AND partner = :partner")
        .param("id", id.toString())
        .param("partner", partner.value())
        .query((rs, n) -> rs.getBytes("statement"))
        .optional();
  }

  void keep(Tx tx, Receipt receipt, byte[] statement, Of of, String partner) {
    tx.sql(
            """
            INSERT INTO receipt (message_id, direction, partner, verdict, content, statement,
              at)
            VALUES (:id, :of, :partner, :verdict, :content, :statement, :at)
            """)
        .param("id", receipt.message().toString())
        .param("of", of.name())
        .param("partner", partner)
        .param("verdict", receipt.verdict().name())
        .param("content", WireJson.bytes(receipt))
        .param("statement", statement)
        .param("at", Times.micros(receipt.at()))
        .update();
  }

  /**
   * Reads the content of a receipt.
   *
   * @throws IllegalArgumentException when it is not one of this version
   */
  static Receipt parse(byte[] content) {
    try {
      Receipt receipt = WireJson.read(content, Receipt.class);
      if (receipt.version() == Receipt.VERSION) {
        return receipt;
      }
    } catch (JacksonException | NullPointerException e) {
      return First.parse(content);
    }
    throw new IllegalArgumentException("The receipt's version is not known here");
  }

  /** A receipt of version 1, which did not name the signed object. */
  private record First(
      int version,
      UUID message,
      String sender,
      String recipient,
      String digest,
      Instant at,
      Receipt.Verdict verdict,
      @Nullable String code,
      String caseReference,
      long entry,
      String checkpoint) {
    static Receipt parse(byte[] content) {
      try {
        First read = WireJson.read(content, First.class);
        return new Receipt(
            read.version,
            read.message,
            read.sender,
            read.recipient,
            read.digest,
            read.at,
            read.verdict,
            read.code,
            read.caseReference,
            read.entry,
            read.checkpoint,
            null);
      } catch (JacksonException | NullPointerException e) {
        throw new IllegalArgumentException("The receipt is not of a form that is known here");
      }
    }
  }
}
