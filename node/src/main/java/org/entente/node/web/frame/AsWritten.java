package org.entente.node.web.frame;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern HOUR =
      Pattern.compile("(?<day>.+?)[ ,]+(?<h>[01]?\\d|2[0-3])[:.](?<m>[0-5]\\d)(?<utc> ?UTC)?");

  private static final DateTimeFormatter HOUR_SHOWN =
      DateTimeFormatter.ofPattern(" HH:mm 'UTC'", Locale.ROOT);

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

  /**
   * The end of a day as people write it, or an hour of it.
   *
   * @param zone in which an hour is meant that does not say UTC
   * @return empty where neither can be read for certain
   */
  public static Optional<Instant> until(String written, ZoneId zone) {
    Matcher hour = HOUR.matcher(written.strip());
    if (!hour.matches()) {
      return day(written).map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    LocalTime time =
        LocalTime.of(Integer.parseInt(hour.group("h")), Integer.parseInt(hour.group("m")));
    ZoneId meant = hour.group("utc") == null ? zone : ZoneOffset.UTC;
    return day(hour.group("day")).map(day -> day.atTime(time).atZone(meant).toInstant());
  }

  /** The same as it stands in a field. */
  public static String until(Instant end) {
    OffsetDateTime at = end.atOffset(ZoneOffset.UTC);
    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? shown(at.toLocalDate().minusDays(1).toString())
        : shown(at.toLocalDate().toString()) + HOUR_SHOWN.format(at);
  }

  /** The two letters of a country, in whichever language it was written; else what was written. */
  public static String country(String written) {
    String text = written.strip();
    return CountryCode.read(text).orElse(text);
  }
}
