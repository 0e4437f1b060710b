package org.entente.node.partners;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.History;
import org.entente.agreement.Party;
import org.entente.agreement.Status;

/**
 * An agreement with what has become of it, partner by partner.
 *
 * @param lives by the other party; one that never ratified it with this authority has an empty one
 */
record Held(Agreement agreement, Map<AuthorityId, Life> lives) {
  /** A mark that one side made, in the history with one partner. */
  record Mark(AuthorityId partner, Status.State state, Instant at, AuthorityId side) {}

  /**
   * What has become of it with one partner.
   *
   * @param suspending the sides that have suspended it and not taken that back
   * @param end when it ends or ended
   */
  record Life(History history, Set<AuthorityId> suspending, Optional<Instant> end) {
    static final Life NONE = new Life(History.none(), Set.of(), Optional.empty());

    /** Whether it was ever in force between the two. */
    boolean began() {
      return history.statuses().stream().anyMatch(s -> s.state() == Status.State.IN_FORCE);
    }

    boolean effectiveAt(Instant at) {
      return history.stateAt(at).map(Status.State::effective).orElse(false);
    }
  }

  /** Folds the marks, in the order of time, into one history with each of the other parties. */
  static Held of(Agreement agreement, AuthorityId own, List<Mark> marks) {
    Map<AuthorityId, Life> lives = new LinkedHashMap<>();
    for (Party party : agreement.parties()) {
      AuthorityId partner = party.authority();
      if (!partner.equals(own)) {
        lives.put(partner, life(marks.stream().filter(m -> m.partner().equals(partner)).toList()));
      }
    }
    return new Held(agreement, lives);
  }

  /**
   * Suspended from the first side's suspension until the last one has taken its own back, ended
   * from the first end on. A mark that cannot stand where it is, such as the end of what was never
   * in force, changes nothing.
   */
  private static Life life(List<Mark> marks) {
    List<Status> statuses = new ArrayList<>();
    Set<AuthorityId> suspending = new LinkedHashSet<>();
    Optional<Instant> end = Optional.empty();
    for (Mark mark : marks) {
      Optional<Status.State> last =
          statuses.isEmpty() ? Optional.empty() : Optional.of(statuses.getLast().state());
      boolean effective = last.map(Status.State::effective).orElse(false);
      boolean suspended = last.equals(Optional.of(Status.State.SUSPENDED));
      boolean counts =
          switch (mark.state()) {
            case SIGNED -> last.isEmpty();
            case IN_FORCE -> last.equals(Optional.of(Status.State.SIGNED));
            case SUSPENDED -> (effective || suspended) && suspending.add(mark.side()) && effective;
            case RESUMED -> suspending.remove(mark.side()) && suspending.isEmpty() && suspended;
            case TERMINATED -> effective || suspended;
          };
      if (counts) {
        statuses.add(new Status(mark.state(), mark.at(), Optional.empty()));
      }
      if (counts && mark.state() == Status.State.TERMINATED) {
        end = Optional.of(mark.at());
      }
    }
    return new Life(new History(statuses), Set.copyOf(suspending), end);
  }

  /** What has become of it with a partner. */
  Life with(AuthorityId partner) {
    return lives.getOrDefault(partner, Life.NONE);
  }

  /** The agreement as it stands with a partner. */
  Agreement towards(AuthorityId partner) {
    return agreement.with(with(partner).history());
  }

  /** The other parties with which it was ever in force. */
  List<AuthorityId> partners() {
    return lives.entrySet().stream()
        .filter(life -> life.getValue().began())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The agreement as it stands with the partner it binds now, else as far as it ever came. */
  Agreement foremost(Instant now) {
    List<Life> all = List.copyOf(lives.values());
    Life foremost =
        all.stream()
            .filter(life -> life.effectiveAt(now))
            .findFirst()
            .or(() -> all.stream().filter(Life::began).findFirst())
            .or(() -> all.stream().findFirst())
            .orElse(Life.NONE);
    return agreement.with(foremost.history());
  }
}
