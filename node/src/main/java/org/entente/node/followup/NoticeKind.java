package org.entente.node.followup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What one authority tells the other about something that was given: the duties of Directive (EU)
 * 2016/680 Art. 7(3), 16(5), 16(6) and 35(1)(e), and what answers them.
 */
public enum NoticeKind {
  /** Something in it is wrong; this is right. */
  CORRECTION,
  ERASURE,
  /** It is kept but not worked with, Art. 16(3). */
  RESTRICTION,
  /** A restriction is over. */
  LIFTING,
  /** It should never have been sent, Art. 7(3). */
  RECALL,
  /** It is under stricter handling codes, Regulation (EU) 2016/794 Art. 19(2). */
  HANDLING,
  /** The recipient tells the giver that something in it is wrong, Art. 16(5). */
  INACCURACY,
  /** The giver says what came of such a report. */
  FINDING,
  /** The recipient asks the giver whether another authority may get it, Art. 35(1)(e). */
  PASSING,
  /** The giver permits that or not. */
  PERMISSION,
  /** The receiver says what it did. */
  ACKNOWLEDGEMENT,
  /** The sender asks for an acknowledgement that has not come. */
  REMINDER;

  /** Whether it answers or asks for another notice. */
  public boolean followsAnother() {
    return this == ACKNOWLEDGEMENT || this == REMINDER || this == FINDING || this == PERMISSION;
  }

  /**
   * Whether a second person has to release it: what it destroys elsewhere does not come back, or it
   * says something about a person that the partner did not ask for, or it lets a third authority
   * have what it would not get else.
   */
  public boolean takesTwo() {
    return this == ERASURE || this == RECALL || this == PERMISSION || toOrigin();
  }

  /** Whether it comes from the recipient of the item; an officer of its giver answers it. */
  public boolean toOrigin() {
    return this == INACCURACY || this == PASSING;
  }

  /** The stable code on the wire, in the ledger and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NoticeKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
