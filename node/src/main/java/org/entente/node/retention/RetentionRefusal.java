package org.entente.node.retention;

import org.entente.node.act.Refusal;

/** Why a step about keeping a case cannot be taken. */
public enum RetentionRefusal implements Refusal {
  DATE_NOT_ALLOWED(Kind.INCOMPLETE),
  AGREEMENT_OVER(Kind.STATE),
  HELD(Kind.STATE),
  ON_ITS_WAY(Kind.STATE);

  private final Kind kind;

  RetentionRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return Refusal.code(this);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
