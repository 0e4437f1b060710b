package org.entente.subject.compare;

/**
 * One thing that spoke for or against two descriptions meaning the same person.
 *
 * @param kind what was compared
 * @param code how it came out, a stable word such as {@code day-and-month-exchanged}
 * @param asked as written on the asking side, of sex its code; empty if nothing was there
 * @param held as written on the holding side; empty if nothing was there
 * @param weight natural logarithm of the likelihood ratio: positive speaks for, negative against
 */
public record Evidence(Kind kind, String code, String asked, String held, double weight) {
  /** What can be compared. */
  public enum Kind {
    NAME,
    BIRTH_DATE,
    GENDER,
    NATIONALITY,
    BIRTH_PLACE,
    DOCUMENT,
    PHONE,
    ACCOUNT,
    ONLINE
  }
}
