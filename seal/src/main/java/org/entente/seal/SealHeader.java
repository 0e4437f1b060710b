package org.entente.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What goes with the body of a message. Everything in it is encrypted and signed.
 *
 * <p>Immutable and thread-safe.
 */
public final class SealHeader {
  /** Largest header. */
  public static final int MAX_BYTES = 64 * 1024;

  private final UUID messageId;
  private final Instant sealedAt;
  private final byte[] header;

  /**
   * @param messageId unique for the sender; the receiver accepts each once
   * @param sealedAt kept to the second, the resolution of the signing time (RFC 5652, 11.3)
   * @param header what the receiver needs to decide before the body may be opened
   * @throws IllegalArgumentException if the header is larger than {@link #MAX_BYTES}
   */
  public SealHeader(UUID messageId, Instant sealedAt, byte[] header) {
    if (header.length > MAX_BYTES) {
      throw new IllegalArgumentException("a header has at most " + MAX_BYTES + " bytes");
    }
    this.messageId = messageId;
    this.sealedAt = sealedAt.truncatedTo(ChronoUnit.SECONDS);
    this.header = header.clone();
  }

  /** Unique for the sender. */
  public UUID messageId() {
    return messageId;
  }

  /** When the message was sealed, by the sender's clock, to the second. */
  public Instant sealedAt() {
    return sealedAt;
  }

  /** A fresh copy of the header's bytes. */
  public byte[] header() {
    return header.clone();
  }

  @Override
  public String toString() {
    return "SealHeader[" + messageId + "]";
  }
}
