package org.entente.subject;

/** What a check digit says about the value beside it. */
public enum CheckDigit {
  HOLDS,
  FAILS,
  /** The form has one, but here it was left out. */
  ABSENT,
  /** The country or manufacturer does not use one. */
  NOT_USED
}
