package org.entente.node.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.entente.node.delivery.Outbox.Waiting;

/**
 * Which of the waiting messages to one partner may leave now.
 *
 * <p><b>Guarantees.</b> Of a matter one message is on its way at a time, the one released first. A
 * message that leaves alone leaves when nothing before it waits or travels, and nothing behind it
 * leaves before it is through. Everything else is free to travel at the same moment, as far as its
 * lane has room.
 */
final class Departures {
  /** Waiting messages that are looked at beyond the first, where those may not leave. */
  private static final int LOOK_AHEAD = 32;

  private Departures() {}

  /** What waits and may be tried now, in the order of release. */
  interface Queue {
    /** Messages of a lane that were released before a position; none that leaves alone. */
    List<Waiting> due(Lane lane, long before, int most);

    /** The first that leaves alone. */
    Optional<Waiting> firstAlone();
  }

  /**
   * @param free how many may begin in a lane
   * @param onTheWay noted before the queue is read, so that what gets through meanwhile waits for
   *     the next look
   */
  static List<Waiting> next(Queue queue, ToIntFunction<Lane> free, Collection<Waiting> onTheWay) {
    if (onTheWay.stream().anyMatch(Waiting::alone)) {
      return List.of();
    }
    Optional<Waiting> alone = queue.firstAlone();
    long before = alone.map(Waiting::position).orElse(Long.MAX_VALUE);
    Set<String> matters = new HashSet<>();
    onTheWay.forEach(waiting -> matters.add(waiting.matter()));
    List<Waiting> next = new ArrayList<>();
    boolean waits = false;
    for (Lane lane : Lane.values()) {
      int room = free.applyAsInt(lane);
      int most = room == 0 ? 1 : room + onTheWay.size();
      List<Waiting> due = queue.due(lane, before, most);
      waits |= !due.isEmpty();
      List<Waiting> chosen = chosen(due, room, onTheWay, matters);
      if (chosen.size() < room && due.size() == most) { // Some are held up by their matter.
        due = queue.due(lane, before, most + LOOK_AHEAD);
        chosen = chosen(due, room, onTheWay, matters);
      }
      chosen.forEach(waiting -> matters.add(waiting.matter()));
      next.addAll(chosen);
    }
    if (!waits && onTheWay.isEmpty()) {
      alone.filter(waiting -> free.applyAsInt(waiting.lane()) > 0).ifPresent(next::add);
    }
    return next;
  }

  /** The first of each matter of which nothing is on its way. */
  private static List<Waiting> chosen(
      List<Waiting> due, int room, Collection<Waiting> onTheWay, Set<String> matters) {
    Set<String> taken = new HashSet<>(matters);
    return due.stream()
        .filter(waiting -> !onTheWay.contains(waiting))
        .filter(waiting -> taken.add(waiting.matter()))
        .limit(room)
        .toList();
  }
}
