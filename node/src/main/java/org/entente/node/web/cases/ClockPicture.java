package org.entente.node.web.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.ClockEvent;
import org.entente.agreement.Deadline;

/**
 * The clock of an answer, drawn: from the receipt to the limit, where it stood still, and now.
 * Places are in hundredths of the way from the receipt to the later of limit and hand.
 *
 * @param hand where the answer went out, or now
 * @param due the limit, as it is known now
 */
public record ClockPicture(Deadline deadline, int hand, int limit, Instant due, List<Stood> stood) {
  private static final int WHOLE = 100;

  public ClockPicture {
    stood = List.copyOf(stood);
  }

  /**
   * A stretch in which the clock stood still.
   *
   * @param until when it went on, or now
   * @param still whether it stands to this day
   */
  public record Stood(Instant from, Instant until, boolean still, int at, int wide) {}

  /** What was announced of a delay for a judicial authorisation. */
  public List<ClockEvent.JudicialDelay> delays() {
    return deadline.events().stream()
        .filter(ClockEvent.JudicialDelay.class::isInstance)
        .map(ClockEvent.JudicialDelay.class::cast)
        .toList();
  }

  static ClockPicture of(Deadline deadline, Instant now) {
    Instant hand = deadline.answered().orElse(now);
    Instant due = deadline.dueAt(hand);
    Instant end = due.isAfter(hand) ? due : hand;
    List<Stood> stood = new ArrayList<>();
    for (ClockEvent event : deadline.events()) {
      if (event instanceof ClockEvent.Suspended stop && stop.at().isBefore(hand)) {
        Instant until = stop.until().filter(u -> u.isBefore(hand)).orElse(hand);
        int at = place(deadline, end, stop.at());
        stood.add(
            new Stood(
                stop.at(),
                until,
                stop.until().isEmpty() && deadline.answered().isEmpty(),
                at,
                Math.max(1, place(deadline, end, until) - at)));
      }
    }
    return new ClockPicture(
        deadline, place(deadline, end, hand), place(deadline, end, due), due, stood);
  }

  private static int place(Deadline deadline, Instant end, Instant at) {
    long whole = Math.max(1, Duration.between(deadline.received(), end).toSeconds());
    long part = Duration.between(deadline.received(), at).toSeconds();
    return Math.clamp(part * WHOLE / whole, 0, WHOLE);
  }
}
