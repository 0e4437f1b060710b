package org.entente.node.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreement.Deadline;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Role;
import org.entente.node.web.Sentences;

/**
 * Whoever reads a page: language, zone, and what each template needs to speak to him.
 *
 * @param authority whose node this is
 * @param csrf the token every form carries
 */
public record Reader(
    Sentences sentences,
    Locale locale,
    ZoneId zone,
    Optional<Officer> officer,
    String authority,
    String csrf,
    Instant now) {

  /** A text of the message bundles. */
  public String t(String key, Object... values) {
    return sentences.of(locale, key, values);
  }

  /** An instant in the reader's zone. */
  public String time(Instant at) {
    return Sentences.time(at, zone);
  }

  public boolean is(Role role) {
    return officer.map(o -> o.is(role)).orElse(false);
  }

  /** The text of a constant: its kind's prefix and its code. */
  public String of(String prefix, Enum<?> constant) {
    return t(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** What is left on a clock, in words. */
  public String left(Deadline deadline) {
    Duration left = deadline.remaining(now);
    Duration size = left.abs();
    String amount = t("time.amount", size.toDays(), size.toHoursPart(), size.toMinutesPart());
    return left.isNegative() ? t("time.over", amount) : t("time.left", amount);
  }

  /** The same in hundredths of the whole limit, for the bar; never outside 0 to 100. */
  public int leftPercent(Deadline deadline) {
    long whole = Math.max(1, deadline.limit().toSeconds());
    return Math.clamp(deadline.remaining(now).toSeconds() * 100 / whole, 0, 100);
  }

  @Override
  public String toString() {
    return "Reader[" + locale + "]";
  }
}
