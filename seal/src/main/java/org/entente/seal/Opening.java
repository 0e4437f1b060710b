package org.entente.seal;

import java.time.Instant;
import java.util.UUID;

/** What came of opening a sealed message. */
public sealed interface Opening {

  /**
   * The message came unchanged from the sender and was meant for this recipient.
   *
   * @param messageId unique for the sender
   * @param sender the authority of the pinned card that signed
   * @param sealedAt the sender's clock, to the second
   * @param header what the decision needs; for the code that decides, not for the screen
   * @param body opens with a grant only
   * @param signed the object that the sender signed, with header and body in it, for whoever keeps
   *     it as proof; checked by {@link SignedMessage}
   * @param signedDigest SHA-256 of it, hexadecimal: tells nothing of the content, which nobody can
   *     guess together with the signature
   */
  // Made once and handed over: nobody else holds the array, and nobody compares these records.
  @SuppressWarnings("ArrayRecordComponent")
  record Opened(
      UUID messageId,
      String sender,
      Instant sealedAt,
      byte[] header,
      Sealed<byte[]> body,
      Sealed<byte[]> signed,
      String signedDigest)
      implements Opening {
    @Override
    public String toString() {
      return "Opened[" + messageId + " from " + sender + "]";
    }
  }

  /**
   * The message was not opened.
   *
   * @param reason stable code with a sentence
   */
  record Refused(SealRefusal reason) implements Opening {}
}
