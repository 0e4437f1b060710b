package org.entente.node.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when a measure that asks for something is to be answered. Both nodes count from the same
 * instant, the receipt's, or hold to the one that the measure names.
 */
final class AnswerDue {
  /** As Directive (EU) 2023/977 Art. 5(1)(a) has it for what is urgent and can be looked up. */
  static final Duration URGENT = Duration.ofHours(8);

  /** As its Art. 5(1)(c) has it for what is not urgent. */
  static final Duration NORMAL = Duration.ofDays(7);

  private AnswerDue() {}

  /** The instant that the measure itself names. */
  static Optional<Instant> named(Measure.Opening says) {
    return says instanceof Measure.EmergencyDisclosure e ? Optional.of(e.by()) : Optional.empty();
  }

  /** The instant that follows from when the partner's node took it; empty for other kinds. */
  static Optional<Instant> counted(MeasureKind kind, Stated stated, Instant received) {
    return kind == MeasureKind.VERIFICATION || kind == MeasureKind.ARRIVAL_QUESTION
        ? Optional.of(received.plus(stated.reason().isPresent() ? URGENT : NORMAL))
        : Optional.empty();
  }
}
