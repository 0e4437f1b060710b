package org.entente.node.web.frame;

import java.time.LocalDate;
import java.util.Optional;
import org.entente.subject.CountryCode;
import org.entente.subject.PartialDate;
import org.entente.subject.Unreadable;
import org.entente.subject.dates.DateReading;

/**
 * Days and countries as people write them in a form, in any of the languages of the pages. What
 * cannot be read for certain stays as it was written, so that the officer mends it and nothing is
 * guessed.
 */
public final class AsWritten {
  private AsWritten() {}

  /** A day, month or year as in ISO 8601; else what was written. */
  public static String date(String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return text;
    }
    try {
      DateReading read = DateReading.read(text);
      PartialDate date = read.dates().getFirst();
      return read.ambiguous() || date.yearsAround() > 0 ? text : SubjectText.date(date);
    } catch (Unreadable e) {
      return text;
    }
  }

  /** A whole day; empty where none can be read. */
  public static Optional<LocalDate> day(String written) {
    String iso = date(written);
    return iso.matches("\\d{4}-\\d{2}-\\d{2}")
        ? Optional.of(LocalDate.parse(iso))
        : Optional.empty();
  }

  /** A date of the content as it stands in a field, with the day first; else what was written. */
  public static String shown(String iso) {
    if (iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return iso.substring(8) + "." + iso.substring(5, 7) + "." + iso.substring(0, 4);
    }
    return iso.matches("\\d{4}-\\d{2}") ? iso.substring(5) + "." + iso.substring(0, 4) : iso;
  }

  /** The two letters of a country, in whichever language it was written; else what was written. */
  public static String country(String written) {
    String text = written.strip();
    return CountryCode.read(text).orElse(text);
  }
}
