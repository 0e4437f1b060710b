package org.entente.subject.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.dates.DateCalendar.Numbers;
import org.entente.subject.dates.MonthNames.Month;
import org.jspecify.annotations.Nullable;

/** The forms in which people write a date, each giving the numbers it may mean. */
final class DateForms {
  /** What was understood; a calendar only where the month's name tells it. */
  record Form(List<Numbers> numbers, Set<DateDoubt> doubts, Optional<DateCalendar> calendar) {
    static Form of(Numbers... numbers) {
      return new Form(List.of(numbers), EnumSet.noneOf(DateDoubt.class), Optional.empty());
    }

    Form doubted(DateDoubt doubt) {
      Set<DateDoubt> all = EnumSet.of(doubt);
      all.addAll(doubts);
      return new Form(numbers, all, calendar);
    }
  }

  /** Years either side of one that is told by heart. */
  static final int ABOUT_YEARS = 2;

  private static final String N = "(\\d{1,2}|xx)";
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:[-./ ]" + N + "(?:[-./ ]" + N + ")?)?");
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})年?(?: ?" + N + "月(?: ?" + N + "日)?)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?:" + N + "([-./]) ?)?" + N + "[-./] ?(\\d{4})");
  private static final Pattern SPACED = Pattern.compile(N + " " + N + " (\\d{4})");

  /** Day, month and year run together, the first zero perhaps lost by a number format. */
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(\\d{2})((?:18|19|20)\\d{2})");

  /** Days since the end of 1899, as spreadsheets count; those of living people. */
  private static final Pattern DAYS = Pattern.compile("(\\d{4,5})(?:[.,]\\d+)?");

  private static final int FIRST_DAYS = 5_000;
  private static final int LAST_DAYS = 73_050;

  /** Seconds or thousandths of them since 1970, as programs count. */
  private static final Pattern SECONDS =
      Pattern.compile("(?:/?date\\()?(-?\\d{9,13})(?:[+-]\\d{4})?(?:\\)/?)?");

  private static final int THOUSANDTHS = 11;
  private static final Pattern EITHER_YEAR =
      Pattern.compile(
          "(\\d{4}) ?(?:or|ili|или|və ya|və yaxud|ya da|yaxud|veya|oder|ou|або|sau|vagy|lub|\\bo\\b|,|;|\\||/)"
              + " ?(\\d{4})");
  private static final Pattern DECADE = Pattern.compile("(\\d{3})0(?:-?(?:s|e|ih|tih|-е|lər|ler))");
  private static final Pattern TWO_YEARS = Pattern.compile("(\\d{4})/(\\d{2}|\\d{4})");
  private static final Pattern SPAN =
      Pattern.compile("(?:between |from )?(\\d{4}) ?(?:-|to|and|do|до) ?(\\d{4})");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:circa|ca|c|approx|approximately|about|around|abt|oko|око|cca|təxminən|около|~|≈)"
              + "\\.? ?(\\d{4})|(\\d{4}) ?(?:\\?|~|approx\\.?|circa)");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(\\d{1,2})([-./]) ?(\\d{1,2})[-./] ?(\\d{2})");
  private static final Pattern NAMED_SHORT =
      Pattern.compile(
          "(?:(\\d{1,2})(?:st|nd|rd|th)?[ .,/-]*)?(\\p{L}[\\p{L}\\p{M}]+)[ .,/'’-]*(\\d{2})");
  private static final int NO_DAY = 31;
  private static final Pattern SIX_DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})");

  /** Words beside the name of a month that change nothing. */
  private static final Set<String> BESIDE =
      Set.of(
          "de", "del", "of", "den", "der", "the", "le", "er", "st", "nd", "rd", "th", "g", "year",
          "dan", "da");

  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2399;

  private DateForms() {}

  /** The first form that fits. */
  static Optional<Form> read(String text) {
    Optional<Form> run = runTogether(text);
    if (run.isPresent()) {
      return run;
    }
    Matcher m = EITHER_YEAR.matcher(text);
    if (m.matches() && !m.group().contains("/")) {
      return Optional.of(
          Form.of(
                  Numbers.of(Integer.parseInt(m.group(1)), 0, 0),
                  Numbers.of(Integer.parseInt(m.group(2)), 0, 0))
              .doubted(DateDoubt.ONE_OF_TWO_YEARS));
    }
    m = DECADE.matcher(text);
    if (m.matches()) {
      int first = Integer.parseInt(m.group(1)) * 10;
      return span(first, first + 9);
    }
    m = TWO_YEARS.matcher(text);
    if (m.matches() && (m.group(2).length() == 4 || Integer.parseInt(m.group(2)) > 12)) {
      return twoYears(m.group(1), m.group(2));
    }
    for (Pattern form : List.of(YEAR_FIRST, EAST_ASIAN)) {
      m = form.matcher(text);
      if (m.matches()) {
        return Optional.of(Form.of(numbers(m.group(1), m.group(2), m.group(3))));
      }
    }
    m = YEAR_LAST.matcher(text);
    if (m.matches()) {
      return Optional.of(dayFirst(m.group(4), m.group(3), m.group(1), "/".equals(m.group(2))));
    }
    m = SPACED.matcher(text);
    if (m.matches()) {
      return Optional.of(Form.of(numbers(m.group(3), m.group(2), m.group(1))));
    }
    m = SPAN.matcher(text);
    if (m.matches()) {
      return span(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    }
    m = ABOUT.matcher(text);
    if (m.matches()) {
      int year = Integer.parseInt(m.group(1) == null ? m.group(2) : m.group(1));
      return Optional.of(
          Form.of(new Numbers(-1, year, 0, 0, ABOUT_YEARS)).doubted(DateDoubt.ABOUT));
    }
    return named(text);
  }

  /** Nothing but digits: a date without signs, or a count of days or seconds. */
  private static Optional<Form> runTogether(String text) {
    Matcher m = DIGITS.matcher(text);
    if (m.matches()) {
      Numbers usual = numbers(m.group(1), m.group(2), m.group(3));
      Matcher last = DAY_FIRST.matcher(text);
      boolean yearFirst = plausible(usual.year(), usual.month(), usual.day());
      return Optional.of(
          !yearFirst && last.matches()
              ? dayFirst(last.group(3), last.group(2), last.group(1), true)
              : Form.of(usual));
    }
    m = DAY_FIRST.matcher(text);
    if (m.matches()) {
      return Optional.of(dayFirst(m.group(3), m.group(2), m.group(1), false));
    }
    m = DAYS.matcher(text);
    if (m.matches()) {
      int days = Integer.parseInt(m.group(1));
      return days >= FIRST_DAYS && days <= LAST_DAYS
          ? Optional.of(onDay(LocalDate.of(1899, 12, 30).plusDays(days)))
          : Optional.empty();
    }
    m = SECONDS.matcher(text);
    if (m.matches()) {
      long count = Long.parseLong(m.group(1));
      long seconds =
          m.group(1).replace("-", "").length() >= THOUSANDTHS || text.contains("date")
              ? Math.floorDiv(count, 1000L)
              : count;
      LocalDate day = LocalDate.EPOCH.plusDays(Math.floorDiv(seconds, 86_400L));
      // Midnight of an office east of Greenwich is written as the evening before.
      return Optional.of(
          Math.floorMod(seconds, 86_400L) == 0
              ? onDay(day)
              : new Form(
                  List.of(numbers(day.plusDays(1)), numbers(day)),
                  EnumSet.of(DateDoubt.CONVERTED),
                  Optional.empty()));
    }
    return Optional.empty();
  }

  private static boolean plausible(int year, int month, int day) {
    return year >= FIRST_YEAR && year <= LAST_YEAR && month <= 12 && day <= NO_DAY;
  }

  private static Form onDay(LocalDate day) {
    return Form.of(numbers(day));
  }

  private static Numbers numbers(LocalDate day) {
    return Numbers.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** Two digits of the year; the numbers hold them as they are. */
  static Optional<Form> readShort(String text) {
    Matcher six = SIX_DIGITS.matcher(text);
    if (six.matches()) {
      return sixDigits(six.group(1), six.group(2), six.group(3));
    }
    Matcher named = NAMED_SHORT.matcher(text);
    if (named.matches() && !MonthNames.of(named.group(2)).isEmpty()) {
      return namedShort(named.group(1), named.group(2), named.group(3));
    }
    Matcher m = SHORT_YEAR.matcher(text);
    return m.matches()
        ? Optional.of(dayFirst(m.group(4), m.group(3), m.group(1), m.group(2).equals("/")))
        : Optional.empty();
  }

  /** Year first, as passports have it, or day first where only that is a date. */
  private static Optional<Form> sixDigits(String one, String two, String three) {
    Numbers yearFirst = numbers(one, two, three);
    Numbers dayFirst = numbers(three, two, one);
    boolean first = yearFirst.month() <= 12 && yearFirst.day() <= NO_DAY;
    boolean last = dayFirst.month() <= 12 && dayFirst.day() <= NO_DAY && dayFirst.day() > 0;
    return Optional.of(Form.of(!first && last ? dayFirst : yearFirst));
  }

  private static Optional<Form> namedShort(@Nullable String day, String name, String year) {
    if (day == null && Integer.parseInt(year) <= NO_DAY) {
      return Optional.empty();
    }
    List<Numbers> numbers = new ArrayList<>();
    for (Month month : MonthNames.of(name)) {
      if (month.calendar() == DateCalendar.GREGORIAN) {
        numbers.add(Numbers.of(Integer.parseInt(year), month.number(), number(day)));
      }
    }
    Set<DateDoubt> doubts = numbers.size() > 1 ? Set.of(DateDoubt.MONTH_BY_LANGUAGE) : Set.of();
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Form(numbers, doubts, Optional.empty()));
  }

  private static Form dayFirst(String year, String month, @Nullable String day, boolean slash) {
    Numbers usual = numbers(year, month, day);
    if (!slash || usual.day() == 0 || usual.month() == 0 || usual.day() == usual.month()) {
      return Form.of(usual);
    }
    Numbers other = Numbers.of(usual.year(), /* month= */ usual.day(), /* day= */ usual.month());
    if (usual.month() > 12) {
      return Form.of(other);
    }
    return usual.day() > 12
        ? Form.of(usual)
        : Form.of(usual, other).doubted(DateDoubt.DAY_OR_MONTH_FIRST);
  }

  private static Optional<Form> twoYears(String first, String second) {
    int one = Integer.parseInt(first);
    int two = Integer.parseInt(second);
    two = second.length() == 2 ? one - (one % 100) + two : two;
    return two == one + 1
        ? Optional.of(
            Form.of(Numbers.of(one, 0, 0), Numbers.of(two, 0, 0))
                .doubted(DateDoubt.ONE_OF_TWO_YEARS))
        : span(one, two);
  }

  private static Optional<Form> span(int from, int to) {
    if (to <= from) {
      return Optional.empty();
    }
    int middle = from + ((to - from) / 2);
    return Optional.of(Form.of(new Numbers(-1, middle, 0, 0, to - middle)).doubted(DateDoubt.SPAN));
  }

  /** A name among numbers, in any order. */
  private static Optional<Form> named(String text) {
    Set<Month> months = Set.of();
    int year = -1;
    int day = 0;
    String apart =
        text.replaceAll("['’ʿʻ]", "")
            .replaceAll("(?<=\\d)(?=\\p{L})|(?<=[\\p{L}\\p{M}])(?=\\d)", " ");
    for (String word : apart.split("[ .,/-]+", -1)) {
      String part = word;
      boolean number = part.matches("\\d{1,4}");
      if (number && part.length() > 2 && year < 0) {
        year = Integer.parseInt(part);
      } else if (number && part.length() < 3 && day == 0 && Integer.parseInt(part) > 0) {
        day = Integer.parseInt(part);
      } else if (!number && months.isEmpty() && !MonthNames.of(part).isEmpty()) {
        months = MonthNames.of(part);
      } else if (!part.isEmpty() && !BESIDE.contains(part) && !MonthNames.weekday(part)) {
        return Optional.empty();
      }
    }
    if (months.isEmpty() || year < 0) {
      return Optional.empty();
    }
    DateCalendar calendar = months.iterator().next().calendar();
    List<Numbers> numbers = new ArrayList<>();
    for (Month month : months) {
      if (month.calendar() == calendar) {
        numbers.add(Numbers.of(year, month.number(), day));
      }
    }
    Set<DateDoubt> doubts = numbers.size() > 1 ? Set.of(DateDoubt.MONTH_BY_LANGUAGE) : Set.of();
    return Optional.of(new Form(numbers, doubts, Optional.of(calendar)));
  }

  private static Numbers numbers(String year, @Nullable String month, @Nullable String day) {
    int m = number(month);
    return Numbers.of(Integer.parseInt(year), m, m == 0 ? 0 : number(day));
  }

  private static int number(@Nullable String digits) {
    return digits == null || digits.equals("xx") ? 0 : Integer.parseInt(digits);
  }
}
