package org.entente.node.followup;

import java.util.Locale;

/** Why a step with a notice cannot be taken. The sentences stand in the bundles by code. */
public enum NoticeRefusal {
  NOT_FOUND,
  ROLE_MISSING,
  REASON_MISSING,
  TEXT_MISSING,
  PASSAGE_UNKNOWN,
  HANDLING_NOT_TIGHTER,
  NOT_EXCHANGED,
  NOT_RECEIVED,
  RECIPIENT_UNKNOWN,
  SAME_PERSON,
  SAME_CASE,
  WRONG_STATE;

  /** Stable code, as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
