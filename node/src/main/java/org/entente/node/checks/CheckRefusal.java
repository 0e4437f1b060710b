package org.entente.node.checks;

import java.util.Locale;

/** Why something about checks was not done. */
public enum CheckRefusal {
  /** The officer's role does not permit it. */
  ROLE_MISSING,
  /** There is no such check, offer, list or stop. */
  NOT_FOUND,
  /** Not possible in the state it is in. */
  WRONG_STATE,
  /** Nothing was said by which somebody could be found. */
  NOTHING_ASKED,
  /** Of given name, family name and date of birth at least two are needed, or a number. */
  TOO_LITTLE_SAID,
  /** Purpose, case or kind of person is missing, Regulation (EU) 2024/982 Art. 33. */
  JUSTIFICATION_MISSING,
  /** No partner was chosen. */
  NOBODY_CHOSEN,
  /** More was written than is kept. */
  TOO_LONG,
  /** The officer's checks look like fishing and wait for the supervisor. */
  STOPPED,
  /** Another person has to do this. */
  SAME_PERSON,
  /** There is no such partner, or no agreement with it carries checks. */
  NO_AGREEMENT,
  /** The list cannot be read. */
  LIST_UNREADABLE;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
