package org.entente.node.partners;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.History;
import org.entente.agreement.Status;

/**
 * An agreement with what has become of it.
 *
 * @param suspending the sides that have suspended it and not taken that back
 * @param end when it ends or ended
 */
record Held(Agreement agreement, Set<AuthorityId> suspending, Optional<Instant> end) {
  /** A mark that one side made. */
  record Mark(Status.State state, Instant at, AuthorityId side) {}

  /**
   * Folds the marks of both sides, in the order of time, into one history: suspended from the first
   * side's suspension until the last one has taken its own back, ended from the first end on.
   */
  static Held of(Agreement agreement, List<Mark> marks) {
    List<Status> statuses = new ArrayList<>();
    Set<AuthorityId> suspending = new LinkedHashSet<>();
    Optional<Instant> end = Optional.empty();
    for (Mark mark : marks) {
      if (end.isPresent()) {
        break;
      }
      boolean counts =
          switch (mark.state()) {
            case SIGNED, IN_FORCE -> true;
            case SUSPENDED -> suspending.add(mark.side()) && suspending.size() == 1;
            case RESUMED -> suspending.remove(mark.side()) && suspending.isEmpty();
            case TERMINATED -> true;
          };
      if (counts) {
        statuses.add(new Status(mark.state(), mark.at(), Optional.empty()));
      }
      if (mark.state() == Status.State.TERMINATED) {
        end = Optional.of(mark.at());
      }
    }
    return new Held(agreement.with(new History(statuses)), Set.copyOf(suspending), end);
  }
}
