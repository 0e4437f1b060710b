package org.entente.duty;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Persons who take turns. A turn begins and ends at the same local time, so the one over which the
 * clocks are changed is an hour shorter or longer.
 *
 * @param from the day of the first turn
 * @param change when one turn passes to the next, local time
 * @param daysEach days of a turn
 * @param hours when the layer counts; always where it is empty
 */
public record Layer(
    List<PersonId> turns, LocalDate from, LocalTime change, int daysEach, Optional<Hours> hours) {
  /** A longer rotation is written as several layers. */
  public static final int TURNS_MOST = 60;

  private static final int DAYS_MOST = 31;

  public Layer {
    turns = List.copyOf(turns);
    if (turns.isEmpty() || turns.size() > TURNS_MOST) {
      throw new IllegalArgumentException("A layer has one to sixty turns");
    }
    if (daysEach < 1 || daysEach > DAYS_MOST) {
      throw new IllegalArgumentException("A turn takes one to 31 days");
    }
    change = change.truncatedTo(ChronoUnit.MINUTES);
  }

  /**
   * Hours of some days of the week.
   *
   * @param days on which they begin
   * @param until on the next day where it is not after {@code from}
   */
  public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    public Hours {
      if (days.isEmpty()) {
        throw new IllegalArgumentException("Hours are on a day");
      }
      days = Collections.unmodifiableSet(EnumSet.copyOf(days));
      from = from.truncatedTo(ChronoUnit.MINUTES);
      until = until.truncatedTo(ChronoUnit.MINUTES);
    }

    private Optional<Instant[]> of(LocalDate day, ZoneId zone) {
      if (!days.contains(day.getDayOfWeek())) {
        return Optional.empty();
      }
      LocalDate ends = until.isAfter(from) ? day : day.plusDays(1);
      return Optional.of(new Instant[] {at(day, from, zone), at(ends, until, zone)});
    }
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return ZonedDateTime.of(day, time, zone).toInstant();
  }

  /** Who of the layer has the turn at this instant. */
  Optional<PersonId> at(Instant instant, ZoneId zone) {
    if (!counts(instant, zone)) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(from, instant.atZone(zone).toLocalDate());
    // The local day may be off by one around the change; ask the turns themselves.
    for (long turn = Math.floorDiv(days + 1, daysEach); turn >= 0; turn--) {
      if (!instant.isBefore(begin(turn, zone))) {
        return Optional.of(turns.get((int) (turn % turns.size())));
      }
    }
    return Optional.empty();
  }

  private Instant begin(long turn, ZoneId zone) {
    return at(from.plusDays(turn * daysEach), change, zone);
  }

  private boolean counts(Instant instant, ZoneId zone) {
    if (hours.isEmpty()) {
      return true;
    }
    LocalDate today = instant.atZone(zone).toLocalDate();
    for (int back = 0; back <= 1; back++) {
      Optional<Instant[]> open = hours.get().of(today.minusDays(back), zone);
      if (open.isPresent() && !instant.isBefore(open.get()[0]) && instant.isBefore(open.get()[1])) {
        return true;
      }
    }
    return false;
  }

  /** Every instant at which the answer of {@link #at} may change. */
  List<Instant> edges(Instant since, Instant until, ZoneId zone) {
    List<Instant> edges = new ArrayList<>();
    LocalDate last = until.plus(Duration.ofDays(1)).atZone(zone).toLocalDate();
    for (LocalDate day = since.minus(Duration.ofDays(2)).atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      edges.add(at(day, change, zone));
      LocalDate each = day;
      hours.flatMap(h -> h.of(each, zone)).ifPresent(open -> edges.addAll(List.of(open)));
    }
    return edges;
  }
}
