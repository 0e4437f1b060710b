package org.entente.subject.compare;

import java.util.List;
import java.util.Locale;
import org.entente.subject.PartialDate;

/** How two dates of birth stand to each other, with the errors that registers make. */
enum BirthDates {
  SAME,
  DAY_AND_MONTH_EXCHANGED,
  ONE_DIGIT,
  SAME_YEAR_ONLY_YEAR_KNOWN,
  SAME_YEAR,
  NEAR_YEAR,
  CONTRADICTION,
  UNKNOWN;

  /** Years apart that are still called near: ages told by heart. */
  private static final int NEAR_YEARS = 2;

  /** The code of {@link Evidence}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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

  static BirthDates of(PartialDate a, PartialDate b) {
    int apart = Math.abs(a.year() - b.year());
    int span = a.yearsAround() + b.yearsAround();
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
    } else if (apart <= span) {
      return SAME_YEAR_ONLY_YEAR_KNOWN;
    }
    return apart == 0 ? SAME_YEAR : apart <= NEAR_YEARS + span ? NEAR_YEAR : CONTRADICTION;
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

  private static String digits(PartialDate date) {
    return String.format(Locale.ROOT, "%04d%02d%02d", date.year(), date.month(), date.day());
  }
}
