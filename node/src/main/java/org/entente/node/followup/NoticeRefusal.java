package org.entente.node.followup;

import org.entente.node.act.Reason;

/** Why a step with a notice cannot be taken. */
public enum NoticeRefusal implements Reason {
  TEXT_MISSING(Kind.INCOMPLETE),
  PASSAGE_UNKNOWN(Kind.INCOMPLETE),
  HANDLING_NOT_TIGHTER(Kind.INCOMPLETE),
  NOT_EXCHANGED(Kind.STATE),
  NOT_RECEIVED(Kind.STATE),
  RECIPIENT_UNKNOWN(Kind.INCOMPLETE),
  SAME_CASE(Kind.STATE);

  private final Kind kind;

  NoticeRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
