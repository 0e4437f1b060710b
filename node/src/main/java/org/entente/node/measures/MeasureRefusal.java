package org.entente.node.measures;

import org.entente.node.act.Reason;

/** Why a step with an urgent measure cannot be taken. */
public enum MeasureRefusal implements Reason {
  /** No agreement permits it with any of its addressees. */
  NOBODY_PERMITTED(Kind.STATE),
  /** Only what a life depends on leaves on the word of one officer. */
  NOT_ABOUT_LIFE(Kind.STATE),
  /** The day given does not lie the least number of days ahead, or not after the one that holds. */
  TOO_SHORT(Kind.INCOMPLETE),
  /** The measure that is to confirm a call is not one with its partner in its direction. */
  OTHER_MATTER(Kind.INCOMPLETE),
  /** No case is called so, or the measure was not exchanged with its partner. */
  OTHER_CASE(Kind.INCOMPLETE),
  /** A radio check left a moment ago and waits for its answer. */
  CHECK_WAITS(Kind.STATE),
  /** Nobody is named who called, or no number, or nothing that was said. */
  CALL_INCOMPLETE(Kind.INCOMPLETE);

  private final Kind kind;

  MeasureRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
