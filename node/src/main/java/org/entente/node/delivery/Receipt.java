package org.entente.node.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
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
 * @param signed SHA-256 of the signed object inside the sealed message, hexadecimal: ties the
 *     receipt to the content for a third person; null in version 1
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
    String checkpoint,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String signed) {
  /** The version that is written. */
  public static final int VERSION = 2;

  /** The version before, which partners of an earlier version write. */
  static final int WITHOUT_SIGNED = 1;

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{0,40}");

  public Receipt {
    if (entry < 0) {
      throw new IllegalArgumentException("An entry has a position from 0");
    }
    if ((version == WITHOUT_SIGNED) != (signed == null)
        || (signed != null && !signed.matches("[0-9a-f]{64}"))) {
      throw new IllegalArgumentException("A receipt names the signed object from version 2 on");
    }
  }

  /**
   * Whether verdict, code and reference are what a page, a program and an evidence file can show: a
   * code of bounded length exactly where the message was refused. Receipts that are kept from
   * before this was asked are read as they are.
   */
  boolean sound() {
    boolean fits =
        switch (verdict) {
          case ACCEPTED -> code == null;
          case REFUSED -> code != null && CODE.matcher(code).matches();
        };
    return fits && REFERENCE.matcher(caseReference).matches();
  }

  /** Whether the receiver took the message. */
  public enum Verdict {
    ACCEPTED,
    REFUSED
  }
}
