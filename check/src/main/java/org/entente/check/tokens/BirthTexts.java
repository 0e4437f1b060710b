package org.entente.check.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.subject.PartialDate;

/**
 * How a date of birth stands in tokens.
 *
 * @param date year, then day and month in ascending order; only of a complete date
 * @param day day and month in ascending order; only of a complete date
 * @param years the year itself first; the neighbouring ones too where it is all that is known (an
 *     age is told, not a date) or is meant to be about right
 */
record BirthTexts(Optional<String> date, Optional<String> day, List<String> years) {
  /** A wider span would meet too many. */
  private static final int MOST_AROUND = 2;

  static BirthTexts of(PartialDate born) {
    List<String> years = new ArrayList<>(List.of(year(born.year())));
    if (!born.complete()) {
      int fewest = born.month() == 0 ? 1 : 0;
      int around = Math.clamp(born.yearsAround(), fewest, MOST_AROUND);
      for (int apart = 1; apart <= around; apart++) {
        years.add(year(born.year() - apart));
        years.add(year(born.year() + apart));
      }
      return new BirthTexts(Optional.empty(), Optional.empty(), years);
    }
    String day =
        String.format(
            Locale.ROOT,
            "%02d-%02d",
            Math.min(born.day(), born.month()),
            Math.max(born.day(), born.month()));
    return new BirthTexts(Optional.of(years.getFirst() + "-" + day), Optional.of(day), years);
  }

  private static String year(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }
}
