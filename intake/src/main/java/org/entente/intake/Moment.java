package org.entente.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date and time as logs write it.
 *
 * @param at the instant; empty where no zone was written
 * @param local the same without a zone
 */
record Moment(Optional<Instant> at, LocalDateTime local) {
  private static final String FORM =
      "([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?) ?(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})?";

  /** The same within a text. */
  static final Pattern WITHIN = Pattern.compile("(?<![0-9A-Za-z])" + FORM + "(?![0-9A-Za-z])");

  private static final Pattern WHOLE = Pattern.compile(FORM);

  /** Empty for what is not of this form or no time. */
  static Optional<Moment> read(String written) {
    Matcher form = WHOLE.matcher(written.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.parse(form.group(1) + "T" + form.group(2).replace(',', '.'));
      String zone = form.group(3);
      return Optional.of(
          new Moment(
              zone == null
                  ? Optional.empty()
                  : Optional.of(OffsetDateTime.of(local, offset(zone)).toInstant()),
              local));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZoneOffset offset(String zone) {
    return zone.startsWith("+") || zone.startsWith("-") ? ZoneOffset.of(zone) : ZoneOffset.UTC;
  }

  /** In UTC where the zone is known. */
  String canonical() {
    return at.map(Instant::toString).orElse(local.toString());
  }
}
