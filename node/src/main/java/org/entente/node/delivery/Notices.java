package org.entente.node.delivery;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Tx;
import org.entente.seal.Sealed;

/** What the delivery asks of whoever follows items, about notices. */
public interface Notices {
  /**
   * A verified notice of a partner, with the content still closed.
   *
   * @param signed the object that its sender signed, kept as proof
   */
  record Arrival(
      MessageId id,
      AuthorityId from,
      NoticeHeader header,
      Sealed<byte[]> body,
      Sealed<byte[]> signed,
      Instant at) {}

  /** Checks a verified notice of this partner. */
  Notes.Judgement judge(Arrival arrival);

  /**
   * What one of our messages says, to be sealed anew; empty when it is none of these, or is gone.
   */
  Optional<Afresh> afresh(MessageId id);

  /**
   * A receipt for a message of ours has come.
   *
   * @return false when that message was no notice
   */
  boolean receipted(Tx tx, MessageId id, Receipt receipt);

  /** A transaction that kept or receipted a notice is on disk. */
  void settled();
}
