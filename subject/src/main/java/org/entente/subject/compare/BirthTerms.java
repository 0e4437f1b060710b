package org.entente.subject.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.subject.PartialDate;
import org.entente.subject.names.Term;

/**
 * The terms by which an index finds a date of birth. Every date that the comparison takes for the
 * same one, mistyped or known in part, shares a term with it; so does each that only has the year.
 */
public final class BirthTerms {
  /** Beside name terms of about 1: a whole date says as much as several of them. */
  private static final float DAY = 3;

  /** A date that is the same but for a slip of the pen. */
  private static final float SLIP = 1.5f;

  /** The year where no more is known. */
  private static final float PART = 1;

  private static final float YEAR = 0.5f;

  private static final int MONTHS = 12;
  private static final int DAYS = 31;
  private static final int LAST_YEAR = 9999;
  private static final int DIGITS = 8;

  private BirthTerms() {}

  /** What an index keeps of a date. */
  public static List<String> kept(PartialDate date) {
    PartialDate known = BirthDates.asKnown(date);
    List<String> terms = new ArrayList<>();
    terms.add(known.complete() ? day(known) : part(known.year()));
    years(known).forEach(year -> terms.add(year(year)));
    return terms;
  }

  /** What to look for, the weightiest first. */
  public static List<Term> asked(PartialDate date) {
    PartialDate known = BirthDates.asKnown(date);
    List<Term> terms = new ArrayList<>(telling(date));
    if (!known.complete()) {
      terms.add(new Term(part(known.year()), PART));
    }
    years(known).forEach(year -> terms.add(new Term(year(year), YEAR)));
    return terms;
  }

  /** The same without what half a percent of a register shares; nothing of a year alone. */
  public static List<Term> telling(PartialDate date) {
    PartialDate known = BirthDates.asKnown(date);
    List<Term> terms = new ArrayList<>();
    if (known.complete()) {
      terms.add(new Term(day(known), DAY));
      mistyped(known).forEach(other -> terms.add(new Term(day(other), SLIP)));
      terms.add(new Term(part(known.year()), PART));
    }
    return terms;
  }

  /** Every date that this one may be a slip of. */
  static Set<PartialDate> mistyped(PartialDate date) {
    Set<PartialDate> out = new LinkedHashSet<>();
    add(out, date.year(), /* month= */ date.day(), /* day= */ date.month());
    String digits =
        String.format(Locale.ROOT, "%04d%02d%02d", date.year(), date.month(), date.day());
    for (int i = 0; i < DIGITS; i++) {
      for (char c = '0'; c <= '9'; c++) {
        add(out, digits.substring(0, i) + c + digits.substring(i + 1));
      }
      if (i + 1 < DIGITS) {
        add(
            out,
            digits.substring(0, i)
                + digits.charAt(i + 1)
                + digits.charAt(i)
                + digits.substring(i + 2));
      }
    }
    out.removeIf(other -> BirthDates.of(date, other).compareTo(BirthDates.DIGITS_EXCHANGED) > 0);
    out.remove(date);
    return out;
  }

  private static void add(Set<PartialDate> to, String digits) {
    add(
        to,
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6)));
  }

  private static void add(Set<PartialDate> to, int year, int month, int day) {
    if (year >= 1
        && year <= LAST_YEAR
        && month >= 1
        && month <= MONTHS
        && day >= 1
        && day <= DAYS) {
      to.add(PartialDate.of(year, month, day));
    }
  }

  private static List<Integer> years(PartialDate date) {
    List<Integer> years = new ArrayList<>();
    for (int y = date.year() - date.yearsAround(); y <= date.year() + date.yearsAround(); y++) {
      years.add(y);
    }
    return years;
  }

  private static String day(PartialDate date) {
    return String.format(Locale.ROOT, "%04d-%02d-%02d", date.year(), date.month(), date.day());
  }

  /** The year of a date of which no day is known. */
  private static String part(int year) {
    return "part:" + year;
  }

  private static String year(int year) {
    return "year:" + year;
  }
}
