package org.entente.subject.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.subject.PartialDate;
import org.entente.subject.Unreadable;
import org.entente.subject.dates.DateCalendar.Numbers;
import org.entente.subject.dates.DateForms.Form;

/**
 * A date as a register wrote it, and every date it may mean.
 *
 * <p>Reads {@code 1965-03-12}, {@code 12.03.1965}, {@code 12/03/1965}, {@code 12 MAR 1965}, {@code
 * 12.III.1965}, {@code 03.1965}, {@code 1965}, {@code 19650312}, {@code circa 1965}, {@code
 * 1960-1965}, {@code 1964/1965}, with 00 or XX for what is not known, month names of some forty
 * languages and the digits of every script; a time of day, quotation marks and "born" beside it,
 * and the counts of days and seconds that programs keep dates in. A date of another calendar is
 * read where a sign (AH, ه‍.ش, B.E.), an era or the month's name tells which.
 *
 * <p><b>Guarantees.</b> Behind a point or a dash the day comes first; behind a slash both orders
 * are kept. What is no day of its calendar is refused, never moved. Bounded time.
 *
 * @param written as written
 * @param dates what it may mean in the Gregorian calendar, the likeliest first; never empty
 * @param calendar in which it was written
 * @param doubts why there may be more than one, or another one
 */
public record DateReading(
    String written, List<PartialDate> dates, DateCalendar calendar, Set<DateDoubt> doubts) {
  /** Longer than a date in any language. */
  public static final int MAX_LENGTH = 80;

  private static final int CENTURY = 100;

  public DateReading {
    dates = List.copyOf(dates);
    doubts = Set.copyOf(doubts);
  }

  /**
   * Reads a date with four digits of the year.
   *
   * @throws Unreadable {@code date-length}, {@code date-form} (no known form), {@code
   *     date-calendar} (a year of another calendar, without a sign which), {@code date-none} (no
   *     such day)
   */
  public static DateReading read(String written) {
    String plain = plain(written);
    Optional<CalendarSign> sign = CalendarSign.of(plain);
    if (sign.isPresent()) {
      Optional<DateReading> read = reading(written, sign.get());
      if (read.isPresent()) {
        return read.get();
      }
    }
    Form form = form(plain);
    DateCalendar calendar = form.calendar().orElse(DateCalendar.GREGORIAN);
    DateReading read = of(written, calendar, form);
    return DateText.eveningBefore(DateText.plain(written)) ? read.orTheNextDay() : read;
  }

  private DateReading orTheNextDay() {
    PartialDate day = dates.getFirst();
    if (!day.complete()) {
      return this;
    }
    LocalDate next = LocalDate.of(day.year(), day.month(), day.day()).plusDays(1);
    Set<DateDoubt> doubted = EnumSet.of(DateDoubt.CONVERTED);
    doubted.addAll(doubts);
    return new DateReading(
        written,
        List.of(PartialDate.of(next.getYear(), next.getMonthValue(), next.getDayOfMonth()), day),
        calendar,
        doubted);
  }

  /** The same for a source of which the calendar is known. */
  public static DateReading read(String written, DateCalendar calendar) {
    if (calendar == DateCalendar.GREGORIAN || calendar == DateCalendar.JAPANESE) {
      return read(written);
    }
    String plain = plain(written);
    Form form = form(CalendarSign.of(plain).map(CalendarSign::rest).orElse(plain));
    return of(written, form.calendar().orElse(calendar), form);
  }

  /**
   * The same, and years of two digits: 650312 and 12.03.65 mean the last one not after a day.
   *
   * @param latest the day on which it was written at the latest
   */
  public static DateReading read(String written, LocalDate latest) {
    Optional<Form> form = DateForms.readShort(plain(written));
    if (form.isEmpty()) {
      return read(written);
    }
    List<Numbers> full = new ArrayList<>();
    for (Numbers numbers : form.get().numbers()) {
      int year = latest.getYear() - Math.floorMod(latest.getYear() - numbers.year(), CENTURY);
      boolean ahead =
          year == latest.getYear()
              && (numbers.month() * 100) + numbers.day()
                  > (latest.getMonthValue() * 100) + latest.getDayOfMonth();
      full.add(Numbers.of(ahead ? year - CENTURY : year, numbers.month(), numbers.day()));
    }
    Form whole = new Form(full, form.get().doubts(), form.get().calendar());
    return of(written, DateCalendar.GREGORIAN, whole.doubted(DateDoubt.CENTURY));
  }

  /** Whether it may mean more than one date. */
  public boolean ambiguous() {
    return dates.size() > 1;
  }

  /** Never prints the date. */
  @Override
  public String toString() {
    return "DateReading[" + calendar + ", " + doubts + "]";
  }

  private static String plain(String written) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("date-length", "More than " + MAX_LENGTH + " characters are no date.");
    }
    return DateText.withoutYearWords(DateText.alone(DateText.plain(written)));
  }

  private static Form form(String plain) {
    return DateForms.read(plain)
        .orElseThrow(() -> new Unreadable("date-form", "This is no date in a form that is known."));
  }

  /** Empty where what looked like a sign was none. */
  private static Optional<DateReading> reading(String written, CalendarSign sign) {
    Optional<Form> form = DateForms.read(sign.rest());
    if (form.isEmpty()) {
      return Optional.empty();
    }
    // A number says nothing of a Hebrew month: two counts are in use.
    boolean untold =
        sign.calendar() == DateCalendar.HEBREW
            && form.get().calendar().isEmpty()
            && form.get().numbers().getFirst().month() > 0;
    if (untold) {
      throw new Unreadable("date-form", "The months of the Hebrew calendar are written by name.");
    }
    List<Numbers> numbers = new ArrayList<>();
    for (Numbers each : form.get().numbers()) {
      numbers.add(
          new Numbers(sign.era(), each.year(), each.month(), each.day(), each.yearsAround()));
    }
    return Optional.of(
        of(written, sign.calendar(), new Form(numbers, form.get().doubts(), Optional.empty())));
  }

  private static DateReading of(String written, DateCalendar calendar, Form form) {
    Set<PartialDate> dates = new LinkedHashSet<>();
    for (Numbers numbers : form.numbers()) {
      dates.addAll(calendar.toGregorian(numbers));
    }
    if (dates.isEmpty()) {
      refuse(calendar, form);
    }
    Set<DateDoubt> doubts = EnumSet.noneOf(DateDoubt.class);
    doubts.addAll(form.doubts());
    if (calendar.mayBeOffByADay()) {
      doubts.add(DateDoubt.CONVERTED);
    }
    if (calendar != DateCalendar.GREGORIAN && dates.size() > 1 && !complete(dates)) {
      doubts.add(DateDoubt.ONE_OF_TWO_YEARS);
    }
    return new DateReading(written, List.copyOf(dates), calendar, doubts);
  }

  private static boolean complete(Set<PartialDate> dates) {
    return dates.stream().allMatch(PartialDate::complete);
  }

  private static void refuse(DateCalendar calendar, Form form) {
    boolean other =
        calendar == DateCalendar.GREGORIAN
            && form.numbers().stream().anyMatch(numbers -> ofAnother(numbers.year()));
    throw other
        ? new Unreadable("date-calendar", "The year is one of another calendar; say which.")
        : new Unreadable("date-none", "There is no such day.");
  }

  /** Years that Persian, Islamic, Buddhist and Hebrew documents carry today. */
  private static boolean ofAnother(int year) {
    return (year > 1200 && year < 1500)
        || (year > 2400 && year < 2700)
        || (year > 5500 && year < 5900);
  }
}
