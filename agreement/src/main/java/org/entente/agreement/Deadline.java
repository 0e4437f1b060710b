package org.entente.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By when an answer is due, and where its clock stands. Immutable and pure: the same history and
 * the same instant give the same state on both nodes.
 *
 * <p>Whatever happens after the due instant moves nothing: a missed deadline is never revived. A
 * state at an instant looks only at what had happened by then.
 *
 * @param rule which rule set it, see {@link DeadlineRule#label}
 * @param received when the request was received; the clock starts here
 * @param limit how long the clock may run
 * @param events what moved it, in the order in which it happened
 * @param answered when the answer went out
 */
public record Deadline(
    String rule,
    Instant received,
    Duration limit,
    List<ClockEvent> events,
    Optional<Instant> answered) {

  /** More questions than this about one request are a quarrel, not a clarification. */
  public static final int MAX_EVENTS = 100;

  /** Checks the order of the events and copies. */
  public Deadline {
    events = List.copyOf(events);
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a limit is longer than nothing");
    }
    if (events.size() > MAX_EVENTS) {
      throw new IllegalArgumentException("more than " + MAX_EVENTS + " events on one clock");
    }
    Instant last = received;
    Instant standsUntil = received;
    for (ClockEvent event : events) {
      if (event.at().isBefore(last)) {
        throw new IllegalArgumentException("clock events come in the order of time");
      }
      last = event.at();
      if (event instanceof ClockEvent.Suspended suspension) {
        if (suspension.at().isBefore(standsUntil)) {
          throw new IllegalArgumentException("a clock that stands cannot be stopped again");
        }
        standsUntil = suspension.until().orElse(Instant.MAX);
      }
    }
    if (answered.isPresent() && answered.orElseThrow().isBefore(received)) {
      throw new IllegalArgumentException("no answer before the request");
    }
  }

  /** The same deadline with its clock stopped at an instant. */
  public Deadline suspend(Instant at) {
    return with(new ClockEvent.Suspended(at, Optional.empty()));
  }

  /**
   * The same deadline with its clock going on at an instant.
   *
   * @throws IllegalStateException if the clock does not stand
   */
  public Deadline resume(Instant at) {
    List<ClockEvent> changed = new ArrayList<>(events);
    for (int i = changed.size() - 1; i >= 0; i--) {
      if (changed.get(i) instanceof ClockEvent.Suspended open && open.until().isEmpty()) {
        changed.set(i, new ClockEvent.Suspended(open.at(), Optional.of(at)));
        return new Deadline(rule, received, limit, changed, answered);
      }
    }
    throw new IllegalStateException("the clock does not stand");
  }

  /** The same deadline with a judicial delay announced. */
  public Deadline delay(Instant announced, Instant expected) {
    return with(new ClockEvent.JudicialDelay(announced, expected));
  }

  /** The same deadline, answered. The first answer counts; a later one changes nothing. */
  public Deadline answer(Instant at) {
    Instant first = answered.filter(before -> before.isBefore(at)).orElse(at);
    return new Deadline(rule, received, limit, events, Optional.of(first));
  }

  /**
   * By when the answer is due, as known at an instant. While the clock stands this moves on with
   * the instant.
   */
  public Instant dueAt(Instant now) {
    Instant due = received.plus(limit);
    for (ClockEvent event : events) {
      if (event.at().isAfter(now) || event.at().isAfter(due)) {
        break;
      }
      due =
          switch (event) {
            case ClockEvent.Suspended stood ->
                due.plus(Duration.between(stood.at(), earlier(stood.until(), now)));
            case ClockEvent.JudicialDelay delay ->
                delay.expected().isAfter(due) ? delay.expected() : due;
          };
    }
    return due;
  }

  /** Where it stands at an instant. */
  public DeadlineState state(Instant now) {
    Optional<Instant> answer = answered.filter(at -> !at.isAfter(now));
    if (answer.isPresent()) {
      Instant at = answer.orElseThrow();
      return at.isAfter(dueAt(at)) ? DeadlineState.MISSED : DeadlineState.MET;
    }
    if (now.isAfter(dueAt(now))) {
      return DeadlineState.MISSED;
    }
    return standsAt(now) ? DeadlineState.SUSPENDED : DeadlineState.RUNNING;
  }

  /** What is left on the clock; negative once missed. */
  public Duration remaining(Instant now) {
    return Duration.between(now, dueAt(now));
  }

  private boolean standsAt(Instant now) {
    return events.stream()
        .filter(ClockEvent.Suspended.class::isInstance)
        .map(ClockEvent.Suspended.class::cast)
        .anyMatch(
            stood -> !stood.at().isAfter(now) && stood.until().map(now::isBefore).orElse(true));
  }

  private Deadline with(ClockEvent event) {
    List<ClockEvent> more = new ArrayList<>(events);
    more.add(event);
    return new Deadline(rule, received, limit, more, answered);
  }

  private static Instant earlier(Optional<Instant> end, Instant now) {
    return end.filter(at -> at.isBefore(now)).orElse(now);
  }
}
