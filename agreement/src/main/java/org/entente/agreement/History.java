package org.entente.agreement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What became of an agreement, in the order of time, beginning with its signature. It stands beside
 * the signed words and not in them, so that a suspension changes no hash. Immutable.
 *
 * @param statuses each later than the one before or at the same instant; empty before the signature
 */
public record History(List<Status> statuses) {
  private static final History NONE = new History(List.of());

  /**
   * Checks that each status may follow the one before.
   *
   * @throws IllegalArgumentException if one may not
   */
  public History {
    statuses = List.copyOf(statuses);
    Optional<Status> last = Optional.empty();
    for (Status status : statuses) {
      if (!status.mayFollow(last)) {
        throw new IllegalArgumentException(status.state() + " cannot stand there");
      }
      last = Optional.of(status);
    }
  }

  /** The history of what was never signed. */
  public static History none() {
    return NONE;
  }

  /** As if an instrument had entered into force on the day of its signature, in UTC. */
  public static History sinceSignature(Instrument instrument) {
    Instant signed = instrument.signedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    return new History(
        List.of(
            new Status(Status.State.SIGNED, signed, Optional.empty()),
            new Status(Status.State.IN_FORCE, signed, Optional.empty())));
  }

  /** The state at an instant; empty before the signature. */
  public Optional<Status.State> stateAt(Instant at) {
    for (Status status : statuses.reversed()) {
      if (!status.at().isAfter(at)) {
        return Optional.of(status.state());
      }
    }
    return Optional.empty();
  }
}
