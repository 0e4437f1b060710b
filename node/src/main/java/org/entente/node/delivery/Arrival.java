package org.entente.node.delivery;

import java.io.IOException;
import java.time.Instant;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.seal.Sealed;

/**
 * A verified message of a partner, with its content still closed. Sender and recipient in the
 * envelope are the partner and this authority.
 *
 * @param signed the object that its sender signed, for the family to keep as proof
 * @param sealedAt when it left its sender, by the sender's clock
 * @param at when it came here
 */
public record Arrival(
    MessageId id,
    AuthorityId from,
    Envelope envelope,
    Sealed<byte[]> body,
    Sealed<byte[]> signed,
    Instant sealedAt,
    Instant at,
    Files files) {
  /** Where a family asks for the attachments that the envelope names. */
  public interface Files {
    /**
     * Announces them on the first call: from then on the partner may send them. A family asks once
     * it has decided that the message would be taken, so that nobody fills the disk who may not.
     */
    Standing announced() throws IOException;
  }

  /** How the attachments of a message stand. */
  public enum Standing {
    /** All lie here, whole and with their digest. */
    HERE,
    /** Some are still to come. */
    MISSING,
    /** One is not this message's: another message announced it, or with another size or digest. */
    DIFFERENT
  }

  @Override
  public String toString() {
    return "Arrival[" + id + "]";
  }
}
