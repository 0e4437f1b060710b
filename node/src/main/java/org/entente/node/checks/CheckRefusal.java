package org.entente.node.checks;

import org.entente.node.act.Reason;

/** Why something about checks was not done. */
public enum CheckRefusal implements Reason {
  /** Of given name, family name and date of birth at least two are needed, or a number. */
  TOO_LITTLE_SAID(Kind.INCOMPLETE),
  /** Purpose, case or kind of person is missing, Regulation (EU) 2024/982 Art. 33. */
  JUSTIFICATION_MISSING(Kind.INCOMPLETE),
  /** No partner was chosen. */
  NOBODY_CHOSEN(Kind.INCOMPLETE),
  /** The officer's checks look like fishing and wait for the supervisor. */
  STOPPED(Kind.TOO_MANY),
  /** There is no such partner, or no agreement with it carries checks. */
  NO_AGREEMENT(Kind.STATE),
  /** An agreement was named that is none with a partner that is asked. */
  AGREEMENT_UNKNOWN(Kind.INCOMPLETE),
  /** The list cannot be read. */
  LIST_UNREADABLE(Kind.INCOMPLETE);

  private final Kind kind;

  CheckRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
