package org.entente.subject.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.entente.subject.PartialDate;

/**
 * A date of a zone: two digits of the year, month and day, with fillers for what is not known.
 *
 * @param printed six characters
 */
public record PrintedDate(String printed) {
  private static final int CENTURY = 100;

  /** An expiry this far ahead or behind is the nearest one with these two digits. */
  private static final int HALF_CENTURY = 50;

  /**
   * As a date of birth: the latest one that is not after this day.
   *
   * @return empty if the characters are no date
   */
  public Optional<PartialDate> before(LocalDate day) {
    int year = year();
    if (year < 0) {
      return Optional.empty();
    }
    int full = day.getYear() - Math.floorMod(day.getYear() - year, CENTURY);
    return in(full).map(date -> first(date).isAfter(day) ? moved(date, -CENTURY) : date);
  }

  /**
   * As an expiry date: the one nearest to this day.
   *
   * @return empty if the characters are no date
   */
  public Optional<PartialDate> near(LocalDate day) {
    int year = year();
    if (year < 0) {
      return Optional.empty();
    }
    int ahead = Math.floorMod(year - day.getYear(), CENTURY);
    return in(day.getYear() + (ahead >= HALF_CENTURY ? ahead - CENTURY : ahead));
  }

  private int year() {
    return number(0);
  }

  private int number(int at) {
    String two = printed.substring(at, at + 2);
    return two.matches("[0-9]{2}") ? Integer.parseInt(two) : -1;
  }

  private boolean unknown(int at) {
    return printed.startsWith("<<", at);
  }

  private Optional<PartialDate> in(int year) {
    int month = unknown(2) ? 0 : number(2);
    int day = unknown(4) ? 0 : number(4);
    try {
      LocalDate.of(year, month == 0 && unknown(2) ? 1 : month, day == 0 && unknown(4) ? 1 : day);
      return Optional.of(new PartialDate(year, month, day, 0));
    } catch (DateTimeException | IllegalArgumentException noDate) {
      return Optional.empty();
    }
  }

  private static LocalDate first(PartialDate date) {
    return LocalDate.of(date.year(), Math.max(1, date.month()), Math.max(1, date.day()));
  }

  private static PartialDate moved(PartialDate date, int years) {
    return new PartialDate(date.year() + years, date.month(), date.day(), 0);
  }

  @Override
  public String toString() {
    return "PrintedDate[]";
  }
}
