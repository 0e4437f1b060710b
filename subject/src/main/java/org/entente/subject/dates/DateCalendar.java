package org.entente.subject.dates;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.subject.PartialDate;

/** Calendars in which identity documents are dated. */
public enum DateCalendar {
  GREGORIAN("gregorian", ""),
  /** The table of Umm al-Qura and the arithmetical one; where they differ both days are kept. */
  ISLAMIC("islamic-umalqura", "islamic-civil"),
  /** Solar Hijri, of Iran and Afghanistan. */
  PERSIAN("persian", ""),
  HEBREW("hebrew", ""),
  BUDDHIST("buddhist", ""),
  JAPANESE("japanese", "");

  /** Years of birth and issue that a register of today can hold. */
  private static final int FIRST_YEAR = 1500;

  private static final int LAST_YEAR = 2399;

  private static final int BUDDHIST_YEARS = 543;

  private final String reckoning;
  private final String otherReckoning;

  DateCalendar(String reckoning, String otherReckoning) {
    this.reckoning = reckoning;
    this.otherReckoning = otherReckoning;
  }

  /**
   * A date of this calendar as numbers.
   *
   * @param era of the Japanese calendar, as ICU counts them; else -1
   * @param month as ICU counts them plus one; 0 if not known
   */
  record Numbers(int era, int year, int month, int day, int yearsAround) {
    static Numbers of(int year, int month, int day) {
      return new Numbers(-1, year, month, day, 0);
    }
  }

  /** The days, months or years it may be, the first one first; empty if there is none. */
  Set<PartialDate> toGregorian(Numbers numbers) {
    Set<PartialDate> dates = new LinkedHashSet<>(inReckoning(reckoning, numbers));
    if (!otherReckoning.isEmpty()) {
      dates.addAll(inReckoning(otherReckoning, numbers));
    }
    dates.removeIf(date -> date.year() < FIRST_YEAR || date.year() > LAST_YEAR);
    return dates;
  }

  private List<PartialDate> inReckoning(String kept, Numbers numbers) {
    try {
      PartialDate first = day(kept, numbers, false);
      if (numbers.day() > 0) {
        return List.of(first);
      }
      PartialDate last = day(kept, numbers, true);
      if (numbers.month() > 0) {
        return both(
            new PartialDate(first.year(), first.month(), 0, 0),
            new PartialDate(last.year(), last.month(), 0, 0));
      }
      if (numbers.yearsAround() > 0) {
        int wider = numbers.yearsAround() + (first.year() == last.year() ? 0 : 1);
        return List.of(new PartialDate(first.year(), 0, 0, wider));
      }
      return both(PartialDate.year(first.year()), PartialDate.year(last.year()));
    } catch (IllegalArgumentException | DateTimeException noSuchDay) {
      return List.of();
    }
  }

  private static List<PartialDate> both(PartialDate one, PartialDate two) {
    return one.equals(two) ? List.of(one) : List.of(one, two);
  }

  /** The day, or the first or last one of what is known. */
  private PartialDate day(String kept, Numbers numbers, boolean last) {
    return this == GREGORIAN || this == BUDDHIST
        ? ours(this == GREGORIAN ? numbers.year() : numbers.year() - BUDDHIST_YEARS, numbers, last)
        : converted(kept, numbers, last);
  }

  private static PartialDate ours(int year, Numbers numbers, boolean last) {
    int unknown = last ? 12 : 1;
    LocalDate day =
        LocalDate.of(
            year, numbers.month() > 0 ? numbers.month() : unknown, Math.max(1, numbers.day()));
    return PartialDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static PartialDate converted(String kept, Numbers numbers, boolean last) {
    Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("@calendar=" + kept));
    calendar.setLenient(false);
    calendar.clear();
    if (numbers.era() >= 0) {
      calendar.set(Calendar.ERA, numbers.era());
      calendar.set(Calendar.YEAR, numbers.year());
    } else {
      calendar.set(Calendar.EXTENDED_YEAR, numbers.year());
    }
    calendar.set(Calendar.MONTH, numbers.month() > 0 ? numbers.month() - 1 : 0);
    calendar.set(Calendar.DAY_OF_MONTH, Math.max(1, numbers.day()));
    long millis = calendar.getTimeInMillis();
    if (last) {
      calendar.setLenient(true);
      calendar.add(numbers.month() > 0 ? Calendar.MONTH : Calendar.YEAR, 1);
      calendar.add(Calendar.DAY_OF_MONTH, -1);
      millis = calendar.getTimeInMillis();
    }
    LocalDate day = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    return PartialDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** What a calendar's conversion leaves open. */
  boolean mayBeOffByADay() {
    return this == ISLAMIC;
  }

  /** The calendars whose months have names of their own. */
  static List<DateCalendar> withOwnMonths() {
    return List.of(GREGORIAN, ISLAMIC, PERSIAN, HEBREW);
  }

  /** How ICU calls it first. */
  String reckoning() {
    return reckoning;
  }
}
