package org.entente.node.agreements;

import org.entente.node.act.Reason;

/** Why a step of an agreement's life is not possible. */
public enum StepRefusal implements Reason {
  PARTNER_UNKNOWN(Kind.INCOMPLETE),
  PARTNER_UNNAMED(Kind.INCOMPLETE),
  NOT_A_PARTY(Kind.INCOMPLETE),
  /** Two authorities of one state are no partners under an instrument between states. */
  SAME_STATE(Kind.INCOMPLETE),
  IDENTITY_DIFFERS(Kind.INCOMPLETE),
  SAME_AS_IN_FORCE(Kind.STATE),
  AMENDS_UNKNOWN(Kind.INCOMPLETE),
  PROPOSAL_LAPSED(Kind.STATE),
  PROPOSAL_WITHDRAWN(Kind.STATE),
  NOT_SUSPENDED_BY_US(Kind.STATE);

  private final Kind kind;

  StepRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
