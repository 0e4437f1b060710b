package org.entente.seal;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as its sender signed it, outside its seal: what a court is shown.
 *
 * <p><b>Guarantees.</b> A verified message was signed by the key of the sender's card, for the
 * recipient's card, under this message id, and no byte of it was changed.
 *
 * <p><b>Does not guarantee.</b> That the recipient ever got it: a signed receipt says so. That the
 * signing time is true. As with a statement, a stolen key is revoked by taking its card out of use.
 *
 * <p>Stateless and thread-safe.
 */
public final class SignedMessage {
  /** Largest signed message: header, body and room for the structures around them. */
  public static final int MAX_BYTES = Seal.MAX_SEALED_BYTES;

  private SignedMessage() {}

  /** What came of verifying a message. */
  public sealed interface Verification {
    /**
     * The message is the sender's and was for the recipient.
     *
     * @param signedAt the sender's clock, to the second
     */
    // Made once and handed over: nobody else holds the arrays, and nobody compares these records.
    @SuppressWarnings("ArrayRecordComponent")
    record Verified(UUID messageId, Instant signedAt, byte[] header, byte[] body)
        implements Verification {
      @Override
      public String toString() {
        return "Verified[" + messageId + "]";
      }
    }

    /**
     * The message must not be relied on.
     *
     * @param reason stable code with a sentence
     */
    record Refused(SealRefusal reason) implements Verification {}
  }

  /**
   * Checks a signed message. Never throws for bad input.
   *
   * @param sender the card of whoever must have signed
   * @param recipient the card for which it must have been signed
   */
  public static Verification verify(byte[] signed, IdentityCard sender, IdentityCard recipient) {
    try {
      Unacceptable.unless(signed.length <= MAX_BYTES, SealRefusal.TOO_LARGE);
      var read = SignedObject.read(signed, Algorithms.Own.MESSAGE);
      read.verify(sender);
      Unacceptable.unless(read.binding().purpose().equals(Seal.PURPOSE), SealRefusal.WRONG_PURPOSE);
      Unacceptable.unless(
          read.binding().recipient().equals(recipient.fingerprint()), SealRefusal.WRONG_RECIPIENT);
      Unacceptable.unless(
          SignedObject.valid(sender.signingCertificate(), read.signedAt()),
          SealRefusal.EXPIRED_CERTIFICATE);
      var content = Seal.decode(read);
      return new Verification.Verified(
          content.messageId(), read.signedAt(), content.header(), content.body());
    } catch (Unacceptable refused) {
      return new Verification.Refused(refused.reason());
    }
  }

  /** SHA-256 of a signed message, hexadecimal, as a receipt names it. */
  public static String digest(byte[] signed) {
    return Fingerprint.of(signed).hex();
  }
}
