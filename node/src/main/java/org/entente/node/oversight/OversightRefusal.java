package org.entente.node.oversight;

import org.entente.node.act.Reason;

/** Why a look was not made. */
public enum OversightRefusal implements Reason {
  /** Nothing was chosen, or what was not found by this look. */
  NOTHING_CHOSEN(Kind.INCOMPLETE),
  /** More was chosen than fits one history. */
  TOO_MANY(Kind.INCOMPLETE),
  /** What is withheld needs one of the grounds of Art. 15(1) and a reason. */
  GROUND_MISSING(Kind.INCOMPLETE),
  /** Whether something is told was not decided; nothing is told by default. */
  DECISION_MISSING(Kind.INCOMPLETE),
  /** A second person has not confirmed what is told. */
  NOT_CONFIRMED(Kind.STATE),
  /** A period begins before it ends and is no longer than looked through at once. */
  PERIOD_WRONG(Kind.INCOMPLETE),
  /** What is affected cannot be found on this node. */
  SCOPE_UNKNOWN(Kind.INCOMPLETE);

  private final Kind kind;

  OversightRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
