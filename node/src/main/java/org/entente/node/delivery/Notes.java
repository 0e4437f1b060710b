package org.entente.node.delivery;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Tx;
import org.entente.seal.Sealed;

/** What the delivery asks of whoever keeps the agreements, about notes. */
public interface Notes {
  /** What the receiving side makes of a note. */
  sealed interface Judgement {
    /**
     * The note is kept.
     *
     * @param bodyHash SHA-256 of salt and content, hexadecimal, for the ledger
     */
    record Keep(Keeping keeping, String bodyHash) implements Judgement {}

    /**
     * @param code stable, told to the sender in the signed receipt
     */
    record Refuse(String code) implements Judgement {}

    /**
     * Nothing is decided yet: the sender gets a problem and tries again.
     *
     * @param code stable, of the problem
     */
    record Later(String code) implements Judgement {}
  }

  /** Writes a note and what follows from it, inside the transaction of its receipt. */
  interface Keeping {
    void keep(Tx tx);
  }

  /**
   * Checks a verified note of this partner.
   *
   * @param sealedAt when it left its sender, by the sender's clock
   * @param at when it came here
   */
  Judgement judge(
      MessageId id,
      AuthorityId from,
      NoteHeader header,
      Sealed<byte[]> body,
      Instant sealedAt,
      Instant at);

  /**
   * What one of our messages says, to be sealed anew; empty when it is none of these, or is gone.
   */
  Optional<Afresh> afresh(MessageId id);

  /**
   * A receipt for a message of ours has come.
   *
   * @return false when that message was no note
   */
  boolean receipted(Tx tx, MessageId id, Receipt receipt);

  /** A transaction that kept or receipted a note is on disk. */
  void settled();
}
