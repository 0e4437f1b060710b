package org.entente.node.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.PartialDate;

/**
 * Dates as registers write them: {@code 1984-03-21}, {@code 21.03.1984}, {@code 21/3/1984}, {@code
 * 1984-03}, {@code 03.1984}, {@code 19840321}, {@code 1984}, with 00 for what is not known. Where
 * the year comes last the day comes first; a month above 12 is not turned around.
 */
final class WrittenDate {
  private static final int CHARS_MAX = 40;
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:[-./](\\d{1,2})(?:[-./](\\d{1,2}))?)?\\.?(?:[T ]00:00(?::00)?)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?:(\\d{1,2})[-./] ?)?(\\d{1,2})[-./] ?(\\d{4})\\.?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private WrittenDate() {}

  /** The date; empty if this is none. */
  static Optional<PartialDate> read(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.length() > CHARS_MAX) {
      return Optional.empty();
    }
    Matcher digits = DIGITS.matcher(text);
    if (digits.matches()) {
      return date(digits.group(1), digits.group(2), digits.group(3));
    }
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      return date(first.group(1), first.group(2), first.group(3));
    }
    Matcher last = YEAR_LAST.matcher(text);
    return last.matches() ? date(last.group(3), last.group(2), last.group(1)) : Optional.empty();
  }

  private static Optional<PartialDate> date(
      String year,
      @org.jspecify.annotations.Nullable String month,
      @org.jspecify.annotations.Nullable String day) {
    int y = Integer.parseInt(year);
    int m = month == null ? 0 : Integer.parseInt(month);
    int d = day == null || m == 0 ? 0 : Integer.parseInt(day);
    try {
      LocalDate.of(y, Math.max(1, m), Math.max(1, d));
      return Optional.of(new PartialDate(y, m, d, 0));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
