package org.entente.node.retention;

import java.util.Locale;

/** Why a step about keeping a case cannot be taken. The sentences stand in the bundles by code. */
public enum RetentionRefusal {
  NOT_FOUND,
  ROLE_MISSING,
  REASON_MISSING,
  DATE_NOT_ALLOWED,
  AGREEMENT_OVER,
  SAME_PERSON,
  HELD,
  ON_ITS_WAY,
  WRONG_STATE;

  /** Stable code, as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
