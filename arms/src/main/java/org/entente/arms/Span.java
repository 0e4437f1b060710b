package org.entente.arms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.entente.subject.PartialDate;

/**
 * So many days from a lawful transfer to a find. From the last known retail sale it is the time to
 * crime, from the delivery of a consignment to its documentation elsewhere the time to diversion.
 *
 * @param fewestDays at least so many
 * @param mostDays at most so many; more where only a month or a year is known
 */
public record Span(long fewestDays, long mostDays) {

  /** Under so many days an investigator looks for trafficking: three years, 18 USC practice. */
  public static final int SHORT_DAYS = 3 * 365;

  public Span {
    if (fewestDays < 0 || mostDays < fewestDays) {
      throw new IllegalArgumentException("no span");
    }
  }

  /**
   * From the one to the other. Empty if the find is surely the earlier: then the marks, or one of
   * the dates, do not fit.
   */
  public static Optional<Span> between(PartialDate transfer, PartialDate find) {
    long most = ChronoUnit.DAYS.between(first(transfer), last(find));
    long fewest = ChronoUnit.DAYS.between(last(transfer), first(find));
    return most < 0 ? Optional.empty() : Optional.of(new Span(Math.max(0, fewest), most));
  }

  /** Whether it is surely under three years. */
  public boolean isShort() {
    return mostDays < SHORT_DAYS;
  }

  private static LocalDate first(PartialDate date) {
    int year = Math.max(1, date.year() - date.yearsAround());
    return LocalDate.of(year, Math.max(1, date.month()), Math.max(1, day(date)));
  }

  private static LocalDate last(PartialDate date) {
    YearMonth month =
        YearMonth.of(
            Math.min(9999, date.year() + date.yearsAround()),
            date.month() == 0 ? 12 : date.month());
    return day(date) == 0 ? month.atEndOfMonth() : month.atDay(day(date));
  }

  /** The day within its month: 30 February of a careless hand is its last. */
  private static int day(PartialDate date) {
    return date.month() == 0
        ? 0
        : Math.min(date.day(), YearMonth.of(date.year(), date.month()).lengthOfMonth());
  }
}
