package org.entente.node.web.frame;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Some days where the reader is, as they are typed into a filter.
 *
 * @param from the first day
 * @param to the last day, within the period
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
  /** The days that were asked for; the last thirty where nothing readable was typed. */
  public static Period read(String from, String to, int days, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate last = date(to).orElse(today);
    return new Period(date(from).orElse(last.minusDays(days - 1L)), last, zone);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public Instant begin() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first instant after the period. */
  public Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
