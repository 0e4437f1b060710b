package org.entente.node.retention;

import org.entente.node.act.Reason;

/** Why a step about keeping a case cannot be taken. */
public enum RetentionRefusal implements Reason {
  DATE_NOT_ALLOWED(Kind.INCOMPLETE),
  AGREEMENT_OVER(Kind.STATE),
  HELD(Kind.STATE),
  ON_ITS_WAY(Kind.STATE);

  private final Kind kind;

  RetentionRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
