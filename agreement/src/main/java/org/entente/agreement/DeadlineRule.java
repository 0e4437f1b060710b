package org.entente.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast an answer is due, counted from the receipt of the request.
 *
 * <p>The shipped values are those of Directive (EU) 2023/977 Art. 5(1). A calendar day is 24 hours
 * from receipt in UTC, whatever the wall clocks of the two sides do: both nodes then compute the
 * same instant from the same receipt, and no zone database can make them differ.
 *
 * @param urgentDirectHours hours, urgent and directly accessible; 1 to {@link #MAX_HOURS}
 * @param urgentIndirectDays calendar days, urgent and indirectly accessible; 1 to {@link #MAX_DAYS}
 * @param otherDays calendar days, every other request; 1 to {@link #MAX_DAYS}
 * @param judicialDeviation whether a judicial authorisation may delay the answer if announced
 */
public record DeadlineRule(
    int urgentDirectHours, int urgentIndirectDays, int otherDays, boolean judicialDeviation) {

  /** Longest limit in hours that still deserves the word urgent. */
  public static final int MAX_HOURS = 72;

  /** Longest limit in days; one quarter of a year. */
  public static final int MAX_DAYS = 92;

  /** Checks the bounds and that urgency never means slower. */
  public DeadlineRule {
    requireWithin(urgentDirectHours, MAX_HOURS);
    requireWithin(urgentIndirectDays, MAX_DAYS);
    requireWithin(otherDays, MAX_DAYS);
    if (urgentDirectHours > urgentIndirectDays * 24 || urgentIndirectDays > otherDays) {
      throw new IllegalArgumentException("an urgent answer is never due later than another");
    }
  }

  /** The limit itself. */
  public Duration limit(Urgency urgency, AccessClass access) {
    return switch (urgency) {
      case NORMAL -> Duration.ofDays(otherDays);
      case URGENT ->
          switch (access) {
            case DIRECT -> Duration.ofHours(urgentDirectHours);
            case INDIRECT -> Duration.ofDays(urgentIndirectDays);
          };
    };
  }

  /** Which rule set the limit, as a page shows it: {@code urgent-direct-8h}, {@code other-7d}. */
  public String label(Urgency urgency, AccessClass access) {
    return switch (urgency) {
      case NORMAL -> "other-" + otherDays + "d";
      case URGENT ->
          switch (access) {
            case DIRECT -> "urgent-direct-" + urgentDirectHours + "h";
            case INDIRECT -> "urgent-indirect-" + urgentIndirectDays + "d";
          };
    };
  }

  /** By when an answer is due if the clock is never suspended. */
  public Instant due(Instant receipt, Urgency urgency, AccessClass access) {
    return receipt.plus(limit(urgency, access));
  }

  /** A running deadline for a request received at an instant. */
  public Deadline start(Instant receipt, Urgency urgency, AccessClass access) {
    return new Deadline(
        label(urgency, access), receipt, limit(urgency, access), List.of(), Optional.empty());
  }

  private static void requireWithin(int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException("a limit is 1 to " + max);
    }
  }
}
