package org.entente.node.casework;

import java.util.Locale;

/** Why a step cannot be taken now. The sentence stands in the message bundles by code. */
public enum Rejection {
  NOT_FOUND,
  ROLE_MISSING,
  OWN_DRAFT,
  WRONG_STATE,
  /** What is to leave or to be changed is no longer what was looked at. */
  CHANGED_MEANWHILE,
  PARTNER_UNKNOWN,
  NO_AGREEMENT,
  ORIGIN_HAS_NOT_CONSENTED,
  ATTACHMENTS_TOO_MANY,
  FILE_NAME_NOT_ALLOWED,
  FILE_TOO_LARGE,
  FILE_EMPTY,
  /** A file on this disk is not what was exchanged, or is missing. */
  FILE_DAMAGED,
  DISK_FULL,
  DISK_FAULT,
  NOTE_MISSING,
  /** The officer has as many open drafts as one person can look after. */
  TOO_MANY_DRAFTS;

  /** Stable code, as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
