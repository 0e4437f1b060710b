package org.entente.node.web.oversight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.node.oversight.Figure;
import org.entente.node.oversight.Slice;
import org.jspecify.annotations.Nullable;

/** Which number of which year, as it stands in an address; none of it is about a person. */
public record StatisticsSlice(
    String year,
    String figure,
    String partner,
    String urgency,
    String offence,
    String ground,
    String time) {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9999;

  public StatisticsSlice(
      @Nullable String year,
      @Nullable String figure,
      @Nullable String partner,
      @Nullable String urgency,
      @Nullable String offence,
      @Nullable String ground,
      @Nullable String time) {
    this.year = orEmpty(year);
    this.figure = orEmpty(figure);
    this.partner = orEmpty(partner);
    this.urgency = orEmpty(urgency);
    this.offence = orEmpty(offence);
    this.ground = orEmpty(ground);
    this.time = orEmpty(time);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The year that was asked for; the present one where nothing readable was typed. */
  Year year(Instant now) {
    return typed().orElse(Year.from(now.atZone(ZoneOffset.UTC)));
  }

  private Optional<Year> typed() {
    try {
      return year(Integer.parseInt(year.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A year that can have figures. */
  static Optional<Year> year(int number) {
    return number >= FIRST_YEAR && number <= LAST_YEAR
        ? Optional.of(Year.of(number))
        : Optional.empty();
  }

  /** What the number counts; empty where no figure was named. */
  Optional<Slice> slice() {
    return Figure.ofCode(figure).map(f -> new Slice(f, partner, urgency, offence, ground, time));
  }

  /** The address of what a number counts. */
  static String query(Year year, Slice slice) {
    StringBuilder query = new StringBuilder("year=" + year + "&figure=" + slice.figure().code());
    add(query, "partner", slice.partner());
    add(query, "urgency", slice.urgency());
    add(query, "offence", slice.offence());
    add(query, "ground", slice.ground());
    add(query, "time", slice.time());
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query
          .append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
