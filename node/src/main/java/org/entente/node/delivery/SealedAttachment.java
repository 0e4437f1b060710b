package org.entente.node.delivery;

import java.util.List;
import org.entente.node.exchange.AttachmentId;

/**
 * An attachment as the delivery sees it: ciphertext of known length and digest.
 *
 * @param sizeBytes length of the ciphertext
 * @param digest SHA-256 of the ciphertext, hexadecimal
 */
public record SealedAttachment(AttachmentId id, long sizeBytes, String digest) {
  /** Largest attachment a node takes; scanned files and phone extractions stay below. */
  public static final long LARGEST_BYTES = 8L << 30;

  /** Attachments of one message. */
  public static final int MOST = 16;

  public SealedAttachment {
    if (sizeBytes < 0 || sizeBytes > LARGEST_BYTES) {
      throw new IllegalArgumentException("An attachment may have at most 8 GiB");
    }
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("An attachment's digest has 64 hexadecimal digits");
    }
  }

  /**
   * The attachments that a header lists.
   *
   * @throws IllegalArgumentException when they are too many, or one is named twice
   */
  public static List<SealedAttachment> listed(List<SealedAttachment> attachments) {
    if (attachments.size() > MOST) {
      throw new IllegalArgumentException("A message may carry at most 16 attachments");
    }
    if (attachments.stream().map(SealedAttachment::id).distinct().count() < attachments.size()) {
      throw new IllegalArgumentException("An attachment is named once");
    }
    return List.copyOf(attachments);
  }
}
