package org.entente.subject.compare;

import java.util.List;
import java.util.Locale;
import org.entente.subject.PartialDate;

/** How two dates of birth stand to each other, with the errors that registers make. */
enum BirthDates {
  SAME,
  DAY_AND_MONTH_EXCHANGED,
  ONE_DIGIT,
  DIGITS_EXCHANGED,
  SAME_MONTH_ONLY_MONTH_KNOWN,
  SAME_YEAR_ONLY_YEAR_KNOWN,
  SAME_YEAR,
  NEAR_YEAR,
  CONTRADICTION,
  UNKNOWN;

  /** Years apart that are still called near: ages told by heart. */
  private static final int NEAR_YEARS = 2;

  /** Where year, month and day begin in a date's digits, and where the last ends. */
  private static final int[] FIELDS = {0, 4, 6, 8};

  /** The code of {@link Evidence}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How seldom two persons agree so much, in nats: days of seventy years, and the slips of one. */
  double information() {
    return switch (this) {
      case SAME -> 10;
      case DAY_AND_MONTH_EXCHANGED -> 9;
      case ONE_DIGIT, DIGITS_EXCHANGED -> 6.5;
      case SAME_MONTH_ONLY_MONTH_KNOWN -> 6.5;
      case SAME_YEAR_ONLY_YEAR_KNOWN -> 4;
      case SAME_YEAR, NEAR_YEAR, CONTRADICTION, UNKNOWN -> 0;
    };
  }

  /**
   * How often the dates of one person stand so to each other in two registers, as a natural
   * logarithm: set by what registers are known to do, not counted.
   */
  double ofOnePerson() {
    return Math.log(
        switch (this) {
          case SAME -> 0.88;
          case SAME_YEAR_ONLY_YEAR_KNOWN -> 0.06;
          case ONE_DIGIT -> 0.02;
          case SAME_YEAR -> 0.015;
          case DAY_AND_MONTH_EXCHANGED, SAME_MONTH_ONLY_MONTH_KNOWN, NEAR_YEAR -> 0.01;
          case DIGITS_EXCHANGED, CONTRADICTION -> 0.005;
          case UNKNOWN -> 1;
        });
  }

  /** The best of all pairs: several dates are several beliefs about one. */
  static BirthDates of(List<PartialDate> left, List<PartialDate> right) {
    BirthDates best = UNKNOWN;
    for (PartialDate one : left) {
      for (PartialDate two : right) {
        BirthDates how = of(one, two);
        if (best == UNKNOWN || how.compareTo(best) < 0) {
          best = how;
        }
      }
    }
    return best;
  }

  /** The first of January is how registers write that only the year is known. */
  static PartialDate asKnown(PartialDate date) {
    return date.complete() && date.month() == 1 && date.day() == 1
        ? PartialDate.year(date.year())
        : date;
  }

  static BirthDates of(PartialDate one, PartialDate two) {
    PartialDate a = asKnown(one);
    PartialDate b = asKnown(two);
    int apart = Math.abs(a.year() - b.year());
    int span = a.yearsAround() + b.yearsAround();
    boolean otherMonth = a.month() > 0 && b.month() > 0 && a.month() != b.month();
    if (a.complete() && b.complete()) {
      if (a.equals(b)) {
        return SAME;
      }
      if (apart == 0 && a.month() == b.day() && a.day() == b.month()) {
        return DAY_AND_MONTH_EXCHANGED;
      }
      if (differingDigits(a, b) == 1) {
        return ONE_DIGIT;
      }
      if (digitsExchanged(digits(a), digits(b))) {
        return DIGITS_EXCHANGED;
      }
    } else if (apart <= span && !(span == 0 && otherMonth)) {
      boolean month = span == 0 && a.month() > 0 && a.month() == b.month();
      return month ? SAME_MONTH_ONLY_MONTH_KNOWN : SAME_YEAR_ONLY_YEAR_KNOWN;
    }
    if (apart == 0) {
      return SAME_YEAR;
    }
    boolean near = apart <= NEAR_YEARS + span || (!otherMonth && yearMistyped(a, b));
    return near ? NEAR_YEAR : CONTRADICTION;
  }

  /** 1985 and 1958: where days say nothing about it, it is no more than near. */
  private static boolean yearMistyped(PartialDate a, PartialDate b) {
    return !(a.complete() && b.complete()) && digitsExchanged(year(a.year()), year(b.year()));
  }

  private static String year(int year) {
    return String.format(Locale.ROOT, "%04d0000", year);
  }

  private static int differingDigits(PartialDate a, PartialDate b) {
    String one = digits(a);
    String two = digits(b);
    int differing = 0;
    for (int i = 0; i < one.length(); i++) {
      differing += one.charAt(i) == two.charAt(i) ? 0 : 1;
    }
    return differing;
  }

  /** Whether two neighbours within the year, the month or the day changed places, and no more. */
  private static boolean digitsExchanged(String one, String two) {
    for (int field = 0; field + 1 < FIELDS.length; field++) {
      for (int i = FIELDS[field]; i + 1 < FIELDS[field + 1]; i++) {
        String turned =
            one.substring(0, i) + one.charAt(i + 1) + one.charAt(i) + one.substring(i + 2);
        if (turned.equals(two)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String digits(PartialDate date) {
    return String.format(Locale.ROOT, "%04d%02d%02d", date.year(), date.month(), date.day());
  }
}
