package org.entente.node.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's signed statement about a message: that its disk holds it, or why it did not take it.
 *
 * @param version of this format
 * @param digest SHA-256 of the sealed bytes as they arrived, hexadecimal
 * @param at when they arrived, by the receiver's clock
 * @param verdict accepted or refused
 * @param code why it was refused; null when accepted
 * @param entry position of the message's entry in the receiver's ledger
 * @param checkpoint the receiver's signed checkpoint that covers this entry
 */
public record Receipt(
    int version,
    UUID message,
    String sender,
    String recipient,
    String digest,
    Instant at,
    Verdict verdict,
    @Nullable String code,
    String caseReference,
    long entry,
    String checkpoint) {
  public static final int VERSION = 1;

  public Receipt {
    if (entry < 0) {
      throw new IllegalArgumentException("An entry has a position from 0");
    }
  }

  /** Whether the receiver took the message. */
  public enum Verdict {
    ACCEPTED,
    REFUSED
  }
}
