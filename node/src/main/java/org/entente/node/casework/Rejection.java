package org.entente.node.casework;

import org.entente.node.act.Reason;

/** Why a step cannot be taken now. */
public enum Rejection implements Reason {
  /** What is to leave or to be changed is no longer what was looked at. */
  CHANGED_MEANWHILE(Kind.STATE),
  NO_AGREEMENT(Kind.STATE),
  ORIGIN_HAS_NOT_CONSENTED(Kind.STATE),
  ATTACHMENTS_TOO_MANY(Kind.INCOMPLETE),
  FILE_NAME_NOT_ALLOWED(Kind.INCOMPLETE),
  FILE_TOO_LARGE(Kind.TOO_LARGE),
  FILE_EMPTY(Kind.INCOMPLETE),
  /** A file on this disk is not what was exchanged, or is missing. */
  FILE_DAMAGED(Kind.STATE),
  NOTE_MISSING(Kind.INCOMPLETE),
  /** The officer has as many open drafts as one person can look after. */
  TOO_MANY_DRAFTS(Kind.TOO_MANY),
  /** Such an officer holds no matters. */
  NOT_A_COLLEAGUE(Kind.INCOMPLETE),
  DEPUTY_TOO_LONG(Kind.INCOMPLETE),
  NAME_MISSING(Kind.INCOMPLETE),
  /** A matter asks only so many authorities, and carries only so many notes. */
  TOO_MANY_ROUTES(Kind.TOO_MANY),
  TOO_MANY_NOTES(Kind.TOO_MANY);

  private final Kind kind;

  Rejection(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
