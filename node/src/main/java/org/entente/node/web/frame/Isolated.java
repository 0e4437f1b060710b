package org.entente.node.web.frame;

import gg.jte.html.escape.Escape;
import java.text.Bidi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Keeps names in right-to-left scripts from turning round what stands beside them, such as a date
 * of birth: {@code bdi} and {@code time} elements on pages, Unicode isolates where only plain text
 * fits (Unicode Standard Annex 9, sections 2.4 and 6.3).
 */
final class Isolated {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  // Private-use characters: what a person or partner wrote never gets into the pattern as a mark.
  private static final char MARK = '\uE000';
  private static final char MARK_END = '\uE001';

  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedPattern("MMMd");
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofLocalizedPattern("yMMMd");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofLocalizedPattern("yMMMM");

  private Isolated() {}

  /**
   * A text to be put into a sentence of plain text; unchanged unless its script needs isolating.
   */
  static String within(String text) {
    char[] letters = text.toCharArray();
    return Bidi.requiresBidi(letters, 0, letters.length)
        ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE
        : text;
  }

  /** A day of the year in which it is read, as people of that language write it. */
  static String day(LocalDate day, boolean thisYear, Locale locale) {
    return day.format((thisYear ? DAY : DAY_OF_YEAR).withLocale(dayFirst(locale)));
  }

  /**
   * An instant in words such as "3 min ago" or "today, 17:08", with the whole time for those who
   * point at it, and on paper.
   */
  static Markup worded(Instant at, ZoneId zone, String words) {
    return out -> {
      out.writeContent("<time datetime=\"");
      out.writeContent(DateTimeFormatter.ISO_INSTANT.format(at));
      out.writeContent("\" title=\"");
      out.writeContent(Sentences.time(at, zone));
      out.writeContent("\">");
      Escape.htmlContent(words, out);
      out.writeContent("</time>");
    };
  }

  /** A date, or the year or month that is known of it; another text stays what it is. */
  static Markup date(String written, Locale locale) {
    return time(written, dated(written, locale));
  }

  /** Several dates of one person, beside each other. */
  static Markup dates(List<String> written, Locale locale) {
    return out -> {
      for (int i = 0; i < written.size(); i++) {
        out.writeContent(i == 0 ? "" : " / ");
        date(written.get(i), locale).writeTo(out);
      }
    };
  }

  /** English is read here by Europeans, who write the day before the month. */
  private static Locale dayFirst(Locale locale) {
    return locale.getLanguage().equals("en") ? Locale.UK : locale;
  }

  private static String dated(String written, Locale locale) {
    try {
      return switch (written.length()) {
        case 10 -> LocalDate.parse(written).format(WHOLE.withLocale(dayFirst(locale)));
        case 7 -> YearMonth.parse(written).format(MONTH.withLocale(dayFirst(locale)));
        default -> written;
      };
    } catch (DateTimeException e) {
      return written;
    }
  }

  private static Markup time(String machine, String text) {
    return out -> {
      out.writeContent("<time datetime=\"");
      Escape.htmlAttribute(machine, out);
      out.writeContent("\">");
      Escape.htmlContent(text, out);
      out.writeContent("</time>");
    };
  }

  /**
   * A sentence in which strings are {@code bdi} elements, instants and days {@code time} elements.
   *
   * @param worded gives the sentence for values; other values than these three kinds reach it as
   *     they are
   * @param moments how an instant and a day are shown
   */
  static Markup sentence(
      Function<Object[], String> worded, Function<Object, Markup> moments, Object... values) {
    Object[] marked = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      marked[i] =
          values[i] instanceof String
                  || values[i] instanceof Instant
                  || values[i] instanceof LocalDate
              ? MARK + Integer.toString(i) + MARK_END
              : values[i];
    }
    String sentence = worded.apply(marked);
    return out -> {
      int from = 0;
      for (int at = sentence.indexOf(MARK); at >= 0; at = sentence.indexOf(MARK, from)) {
        int end = sentence.indexOf(MARK_END, at);
        Escape.htmlContent(sentence.substring(from, at), out);
        element(values[Integer.parseInt(sentence, at + 1, end, 10)], moments).writeTo(out);
        from = end + 1;
      }
      Escape.htmlContent(sentence.substring(from), out);
    };
  }

  private static Markup element(Object value, Function<Object, Markup> moments) {
    return switch (value) {
      case Instant at -> moments.apply(at);
      case LocalDate day -> moments.apply(day);
      default ->
          out -> {
            out.writeContent("<bdi>");
            Escape.htmlContent(value.toString(), out);
            out.writeContent("</bdi>");
          };
    };
  }
}
