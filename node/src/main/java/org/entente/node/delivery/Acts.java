package org.entente.node.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Tx;
import org.entente.seal.OpeningGrant;
import org.entente.seal.Sealed;

/**
 * What the delivery asks of whoever works with the messages. Calls come on the delivery's threads;
 * those with a {@link Tx} run inside the transaction that also stores the receipt.
 */
public interface Acts {
  /** Decides on a message that has been verified but not opened. */
  Judgement judge(MessageId id, AuthorityId from, Header header, Instant at);

  /** What the receiving side makes of a message. */
  sealed interface Judgement {
    /**
     * @param grant opens the content; made by the permitting decision only
     * @param articles on which the message is taken
     */
    record Take(OpeningGrant grant, List<String> articles) implements Judgement {
      public Take {
        articles = List.copyOf(articles);
      }
    }

    /**
     * @param code stable, told to the sender in the signed receipt
     */
    record Refuse(String code) implements Judgement {}
  }

  /**
   * A message to be kept, with the content still closed.
   *
   * @param signed the object that its sender signed, kept as proof
   */
  record Arrival(
      MessageId id,
      AuthorityId from,
      Header header,
      Sealed<byte[]> body,
      Sealed<byte[]> signed,
      Judgement.Take judgement,
      Instant at) {}

  /** The content as this node keeps it, prepared before the transaction begins. */
  interface Prepared {
    /** Writes it and returns this node's reference of the case. */
    String keep(Tx tx);
  }

  /**
   * Opens and checks the content and the attachments, which are on disk by now.
   *
   * @throws ContentRefused when it cannot be read by this version or breaks a rule
   * @throws IOException when the disk fails
   */
  Prepared prepare(Arrival arrival) throws ContentRefused, IOException;

  /**
   * What one of our messages says, to be sealed anew; empty when it is none of these, or is gone.
   */
  Optional<Afresh> afresh(MessageId id);

  /** A receipt for one of our messages has come; called once a message. */
  void receipted(Tx tx, MessageId id, Receipt receipt);
}
