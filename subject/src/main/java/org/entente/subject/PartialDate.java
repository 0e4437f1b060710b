package org.entente.subject;

/**
 * A date of which perhaps only the year is known, in the Gregorian calendar.
 *
 * @param year 1 to 9999
 * @param month 1 to 12, or 0 if not known
 * @param day 1 to 31, or 0 if not known
 * @param yearsAround 0 if the year is meant exactly; else how many years either side it may be
 */
public record PartialDate(int year, int month, int day, int yearsAround) {

  public PartialDate {
    if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31) {
      throw new IllegalArgumentException("no such date");
    }
    if (day > 0 && month == 0) {
      throw new IllegalArgumentException("a day needs its month");
    }
    if (yearsAround < 0 || yearsAround > 50) {
      throw new IllegalArgumentException("too wide a span of years");
    }
  }

  public static PartialDate of(int year, int month, int day) {
    return new PartialDate(year, month, day, 0);
  }

  public static PartialDate year(int year) {
    return new PartialDate(year, 0, 0, 0);
  }

  /** Whether day, month and year are all known. */
  public boolean complete() {
    return day > 0 && yearsAround == 0;
  }
}
