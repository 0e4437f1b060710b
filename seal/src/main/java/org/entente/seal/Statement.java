package org.entente.seal;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Small signed statements that anybody holding the signer's card can check: receipts,
 * ratifications, key changes.
 *
 * <p><b>Guarantees.</b> A verified statement was signed by the card's key for the purpose named; a
 * statement for one purpose is never accepted for another, nor as a message.
 *
 * <p><b>Does not guarantee.</b> Secrecy; that the signing time is true. A statement outlives the
 * certificate: it is checked against the time of signing, so a stolen key must be revoked by taking
 * its card out of use.
 *
 * <p>Stateless and thread-safe.
 */
public final class Statement {
  /** Largest statement. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final int MAX_SIGNED_BYTES = MAX_BYTES + 16 * 1024;
  private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final UUID NONE = new UUID(0, 0);

  private Statement() {}

  /** What came of verifying a statement. */
  public sealed interface Verification {
    /**
     * The statement is the signer's.
     *
     * @param statement the bytes that were signed
     * @param signedAt the signer's clock, to the second
     */
    // Made once and handed over: nobody else holds the array, and nobody compares these records.
    @SuppressWarnings("ArrayRecordComponent")
    record Verified(byte[] statement, Instant signedAt) implements Verification {
      @Override
      public String toString() {
        return "Verified[" + signedAt + "]";
      }
    }

    /**
     * The statement must not be relied on.
     *
     * @param reason stable code with a sentence
     */
    record Refused(SealRefusal reason) implements Verification {}
  }

  /**
   * Signs a statement.
   *
   * @param purpose what kind of statement, such as {@code receipt}: a-z, 0-9 and hyphen
   * @param at signing time, kept to the second
   * @throws IllegalArgumentException if the statement is larger than {@link #MAX_BYTES}, the
   *     purpose is not of that form or is {@code message}, or the certificate is not valid at that
   *     time
   */
  public static byte[] sign(byte[] statement, String purpose, Identity signer, Instant at) {
    if (statement.length > MAX_BYTES) {
      throw new IllegalArgumentException("a statement has at most " + MAX_BYTES + " bytes");
    }
    if (!PURPOSE.matcher(purpose).matches() || purpose.equals(Seal.PURPOSE)) {
      throw new IllegalArgumentException("a purpose is a short word of a-z, 0-9 and hyphen");
    }
    if (!SignedObject.valid(signer.card().signingCertificate(), at)) {
      throw new IllegalArgumentException("the certificate is not valid at the time of signing");
    }
    return SignedObject.sign(
        Algorithms.Own.STATEMENT, statement, binding(purpose, signer.card()), at, signer);
  }

  /**
   * Checks a statement. Never throws for bad input.
   *
   * @param expected the card of whoever must have signed
   * @param purpose the purpose for which it must have been signed
   */
  public static Verification verify(byte[] signed, IdentityCard expected, String purpose) {
    try {
      Unacceptable.unless(signed.length <= MAX_SIGNED_BYTES, SealRefusal.TOO_LARGE);
      var read = SignedObject.read(signed, Algorithms.Own.STATEMENT);
      read.verify(expected);
      Unacceptable.unless(
          read.binding().equals(binding(purpose, expected)), SealRefusal.WRONG_PURPOSE);
      Unacceptable.unless(
          SignedObject.valid(expected.signingCertificate(), read.signedAt()),
          SealRefusal.EXPIRED_CERTIFICATE);
      return new Verification.Verified(read.content(), read.signedAt());
    } catch (Unacceptable refused) {
      return new Verification.Refused(refused.reason());
    }
  }

  /** A statement is for anybody: where a message names its recipient it names its own signer. */
  private static Binding binding(String purpose, IdentityCard signer) {
    return new Binding(
        purpose, signer.authority(), signer.signerFingerprint(), signer.fingerprint(), NONE);
  }
}
