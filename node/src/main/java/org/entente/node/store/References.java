package org.entente.node.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** References as officers quote them: country, year in UTC, mark of the series, number. */
public final class References {
  private static final int COUNTRY_LETTERS = 2;

  private References() {}

  /**
   * The next reference of an authority and year, such as {@code AZ-2026-000017}; none is given
   * twice, see {@link Tx#next}.
   *
   * @param series what is numbered, a word that never changes
   * @param authority whose identifier begins with its country
   * @param mark before the number, to tell series apart; may be empty
   * @param highest a question for the highest reference that is like {@code :prefix}, whose only
   *     column is the reference
   */
  public static String next(
      Tx tx, String series, String authority, String mark, Instant now, String highest) {
    String prefix =
        authority.substring(0, COUNTRY_LETTERS).toUpperCase(Locale.ROOT)
            + "-"
            + now.atZone(ZoneOffset.UTC).getYear()
            + "-"
            + mark;
    long next =
        tx.next(
            series + " " + prefix,
            () ->
                tx.sql(highest)
                    .param("prefix", prefix + "%")
                    .query(String.class)
                    .optional()
                    .map(reference -> Long.parseLong(reference.substring(prefix.length())))
                    .orElse(0L));
    return prefix + String.format(Locale.ROOT, "%06d", next);
  }
}
