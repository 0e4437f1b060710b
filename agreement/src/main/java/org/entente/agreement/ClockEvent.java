package org.entente.agreement;

import java.time.Instant;
import java.util.Optional;

/** What moves a deadline once its clock runs. */
public sealed interface ClockEvent {

  /** When it happened. */
  Instant at();

  /**
   * The clock stood still, Directive (EU) 2023/977 Art. 6(3): from the receipt of a clarification
   * query by the requester until the clarification arrives.
   *
   * @param at when the clock stopped
   * @param until when it went on; empty while it stands
   */
  record Suspended(Instant at, Optional<Instant> until) implements ClockEvent {

    /** Refuses an end before the beginning. */
    public Suspended {
      if (until.isPresent() && until.orElseThrow().isBefore(at)) {
        throw new IllegalArgumentException("a suspension ends after it begins");
      }
    }
  }

  /**
   * A delay for a judicial authorisation was announced, Directive (EU) 2023/977 Art. 5(2).
   *
   * @param at when it was announced
   * @param expected by when the answer is announced
   */
  record JudicialDelay(Instant at, Instant expected) implements ClockEvent {

    /** Refuses an expectation in the past. */
    public JudicialDelay {
      if (!expected.isAfter(at)) {
        throw new IllegalArgumentException("a delay is announced for a later instant");
      }
    }
  }
}
