package org.entente.node.duty;

import org.entente.node.act.Reason;

/** Why an act of the duty desk was not done. */
public enum DutyRefusal implements Reason {
  /** The title of the post is missing or too long. */
  TITLE_MISSING(Kind.INCOMPLETE),
  /** A member is no officer who keeps watches. */
  NOT_A_MEMBER(Kind.INCOMPLETE),
  /** Roster or chain cannot be read. */
  PLAN_UNREADABLE(Kind.INCOMPLETE),
  /** What was to be saved is dangerous, and nobody said why it is saved anyway. */
  DANGEROUS(Kind.INCOMPLETE),
  /** Somebody changed the post meanwhile. */
  PLAN_CHANGED(Kind.STATE),
  /** The address does not fit the way. */
  ADDRESS_UNREADABLE(Kind.INCOMPLETE),
  /** The node has no such way. */
  WAY_NOT_SET_UP(Kind.UNAVAILABLE),
  /** The code could not be sent. */
  CODE_NOT_SENT(Kind.UNAVAILABLE),
  /** The code is wrong. */
  CODE_WRONG(Kind.INCOMPLETE),
  /** The code is too old, or was wrong too often; the way has to be entered again. */
  CODE_SPENT(Kind.STATE);

  private final Kind kind;

  DutyRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
