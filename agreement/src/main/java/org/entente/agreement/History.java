package org.entente.agreement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What became of an agreement, in the order of time, beginning with its signature. It stands beside
 * the signed words and not in them, so that a suspension changes no hash. Immutable.
 *
 * @param statuses of the instrument as a whole, each later than the one before or at the same
 *     instant; empty before the signature
 * @param changes what single parties did, in the order of time; empty where the instrument binds
 *     all its parties alike
 */
public record History(List<Status> statuses, List<PartyChange> changes) {
  private static final History NONE = new History(List.of());

  /**
   * Checks that each status may follow the one before.
   *
   * @throws IllegalArgumentException if one may not
   */
  public History {
    statuses = List.copyOf(statuses);
    changes = List.copyOf(changes);
    Optional<Status> last = Optional.empty();
    for (Status status : statuses) {
      if (!status.mayFollow(last)) {
        throw new IllegalArgumentException(status.state() + " cannot stand there");
      }
      last = Optional.of(status);
    }
  }

  /** A history in which no party did anything alone. */
  public History(List<Status> statuses) {
    this(statuses, List.of());
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

  /**
   * The state between two parties at an instant. A party is bound by its own ratification or
   * accession where the history records any; a suspension counts for both sides of a pair.
   *
   * @param one a party, as ISO 3166-1 alpha-2
   * @param other another party
   */
  public Optional<Status.State> stateAt(Instant at, String one, String other) {
    Optional<Status.State> whole = stateAt(at);
    if (changes.isEmpty() || !whole.map(Status.State::effective).orElse(false)) {
      return whole;
    }
    Standing first = Standing.of(one, other, changes, at);
    Standing second = Standing.of(other, one, changes, at);
    if (first.left() || second.left()) {
      return Optional.of(Status.State.TERMINATED);
    }
    if (!first.bound() || !second.bound()) {
      return Optional.of(Status.State.SIGNED);
    }
    return first.suspends() || second.suspends() ? Optional.of(Status.State.SUSPENDED) : whole;
  }

  /** Where one party stands towards another. */
  private record Standing(boolean bound, boolean left, boolean suspends) {
    static Standing of(String party, String towards, List<PartyChange> changes, Instant at) {
      boolean bound = changes.stream().noneMatch(c -> c.kind() == PartyChange.Kind.BOUND);
      boolean left = false;
      boolean all = false;
      boolean one = false;
      for (PartyChange change : changes) {
        if (!change.party().equals(party) || change.at().isAfter(at)) {
          continue;
        }
        boolean here = change.towards().map(towards::equals).orElse(false);
        switch (change.kind()) {
          case BOUND -> {
            bound = true;
            left = false;
          }
          case WITHDRAWN -> {
            left = true;
            all = false;
            one = false;
          }
          case SUSPENDED -> {
            all |= change.towards().isEmpty();
            one |= here;
          }
          case RESUMED -> {
            all &= change.towards().isPresent();
            one &= !here;
          }
        }
      }
      return new Standing(bound, left, all || one);
    }
  }

  /**
   * The history of one pair, as both parties of it see it. Of a party that left and came back it
   * holds what has been since.
   */
  public History between(String one, String other) {
    if (changes.isEmpty()) {
      return this;
    }
    TreeSet<Instant> instants = new TreeSet<>();
    statuses.forEach(status -> instants.add(status.at()));
    changes.forEach(change -> instants.add(change.at()));
    List<Status> pair = new ArrayList<>();
    for (Instant at : instants) {
      stateAt(at, one, other).ifPresent(state -> add(pair, state, at));
    }
    return new History(pair);
  }

  private static void add(List<Status> pair, Status.State state, Instant at) {
    Optional<Status.State> last =
        pair.isEmpty() ? Optional.empty() : Optional.of(pair.getLast().state());
    if (last.isEmpty()) {
      pair.add(new Status(Status.State.SIGNED, at, Optional.empty()));
      last = Optional.of(Status.State.SIGNED);
    }
    if ((state.effective() || state == Status.State.SUSPENDED)
        && last.equals(Optional.of(Status.State.TERMINATED))) {
      pair.subList(1, pair.size()).clear();
      last = Optional.of(Status.State.SIGNED);
    }
    if (state == Status.State.SUSPENDED && last.equals(Optional.of(Status.State.SIGNED))) {
      // Bound while the other side had already suspended: in force for no moment.
      pair.add(new Status(Status.State.IN_FORCE, at, Optional.empty()));
    }
    Status.State next =
        state.effective() && last.equals(Optional.of(Status.State.SUSPENDED))
            ? Status.State.RESUMED
            : state.effective() ? Status.State.IN_FORCE : state;
    boolean goesOn = state.effective() && last.map(Status.State::effective).orElse(false);
    Status status = new Status(next, at, Optional.empty());
    if (!goesOn && status.mayFollow(Optional.of(pair.getLast()))) {
      pair.add(status);
    }
  }
}
