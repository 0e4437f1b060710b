package org.entente.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries alarms along their chains, round by round. Several nodes may do so on one {@link Book}.
 *
 * <p><b>Guarantees.</b> No alarm that rings is silent for longer than its longest wait and a minute
 * while one node lives: after a start and after its own clock ran backwards a carrier repeats the
 * step that was taken last, and it measures each wait itself, so that what another node's clock
 * said delays nothing. An attempt is made at least once, and again only where the node that claimed
 * it did not say what came of it within {@link Attempt#LEASE}.
 *
 * <p><b>Does not guarantee</b> that nobody is reached twice: a step too many is preferred to one
 * that is missed.
 *
 * <p>{@link #round} is for one thread.
 */
public final class Carrier {
  /** No rest is longer; a minute beyond a wait has room for several. */
  public static final Duration ROUND = Duration.ofSeconds(5);

  private final Book book;
  private final Sender sender;
  private final Rules rules;
  private final Executor hands;
  private final Supplier<Instant> clock;

  /** Alarms of which nobody knows how long they were silent. */
  private final Set<AlarmId> doubted = new HashSet<>();

  private final Map<AlarmId, Seen> alarms = new HashMap<>();
  private final Map<UUID, Seen> attempts = new HashMap<>();
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
  private @Nullable Instant last;

  /** Since when something has been as it is, by this node's clock. */
  private record Seen(Object as, Instant since) {}

  /**
   * @param hands make attempts, several at the same moment
   */
  public Carrier(Book book, Sender sender, Rules rules, Executor hands, Supplier<Instant> clock) {
    this.book = book;
    this.sender = sender;
    this.rules = rules;
    this.hands = hands;
    this.clock = clock;
  }

  /** Looks at every open alarm and attempt once. A fault of one does not keep the others. */
  public void round() {
    Instant now = clock.get();
    List<Alarm> open = book.open();
    if (last == null || now.isBefore(last)) {
      open.forEach(alarm -> doubted.add(alarm.id()));
      alarms.clear();
      attempts.clear();
    }
    last = now;
    Set<AlarmId> unreached = book.unreached();
    Map<PostId, Roll> rolls = new HashMap<>();
    RuntimeException fault = null;
    for (Alarm alarm : open) {
      try {
        Roll roll = rolls.computeIfAbsent(alarm.post(), book::roll);
        look(alarm, roll, unreached.contains(alarm.id()), now);
      } catch (RuntimeException e) {
        fault = e;
      }
    }
    Set<AlarmId> there = new HashSet<>();
    open.forEach(alarm -> there.add(alarm.id()));
    alarms.keySet().retainAll(there);
    doubted.retainAll(there);
    hand(now);
    if (fault != null) {
      throw fault;
    }
  }

  private void look(Alarm alarm, Roll roll, boolean unreached, Instant now) {
    for (Happened event : events(alarm, unreached, now)) {
      Optional<Moved> moved = rules.moved(alarm, event, now, roll);
      if (moved.isPresent()) {
        if (book.move(alarm, moved.get())) {
          doubted.remove(alarm.id());
        }
        return; // Where another node was first, the next round sees what it did.
      }
    }
    doubted.remove(alarm.id());
  }

  /** What happens to it now, the strongest first. */
  private List<Happened> events(Alarm alarm, boolean unreached, Instant now) {
    Seen seen = seen(alarms, alarm.id(), alarm.turn(), now);
    if (doubted.contains(alarm.id())) {
      return List.of(new Happened.Doubted(), new Happened.Tick());
    }
    if (!now.isBefore(seen.since().plus(wait(alarm)))) {
      return List.of(new Happened.Waited());
    }
    return alarm.state() instanceof Alarm.Ringing ringing && unreached
        ? List.of(new Happened.Unreached(ringing.next() - 1), new Happened.Tick())
        : List.of(new Happened.Tick());
  }

  private static Duration wait(Alarm alarm) {
    return switch (alarm.state()) {
      case Alarm.Ringing ringing ->
          ringing.next() == 0
              ? Duration.ZERO
              : ringing.nobodyLeft() ? Chain.REPEAT : alarm.chain().waitAfter(ringing.next() - 1);
      case Alarm.Acknowledged _ -> alarm.chain().decay();
      case Alarm.TakenUp _, Alarm.Ended _ -> Chain.REPEAT;
    };
  }

  private static <K> Seen seen(Map<K, Seen> all, K key, Object as, Instant now) {
    return Objects.requireNonNull(
        all.compute(
            key,
            (k, before) -> before != null && before.as().equals(as) ? before : new Seen(as, now)));
  }

  private void hand(Instant now) {
    List<Attempt> unsettled = book.unsettled();
    Set<UUID> there = new HashSet<>();
    for (Attempt attempt : unsettled) {
      there.add(attempt.id());
      if (due(attempt, now) && inHand.add(attempt.id())) {
        hands.execute(() -> {
          try {
            make(attempt);
          } finally {
            inHand.remove(attempt.id());
          }
        });
      }
    }
    attempts.keySet().retainAll(there);
  }

  private boolean due(Attempt attempt, Instant now) {
    Duration since =
        Duration.between(seen(attempts, attempt.id(), attempt.state(), now).since(), now);
    return switch (attempt.state()) {
      case Attempt.Pending(int tries) -> tries == 0 || since.compareTo(Attempt.RETRY) >= 0;
      case Attempt.Sending _ -> since.compareTo(Attempt.LEASE) >= 0;
      case Attempt.Sent _,
          Attempt.Delivered _,
          Attempt.Read _,
          Attempt.Failed _,
          Attempt.CalledOff _ ->
          false;
    };
  }

  private void make(Attempt attempt) {
    Attempt claimed = attempt.claimed(clock.get());
    if (book.settle(attempt, claimed)) {
      boolean _ = book.settle(claimed, claimed.after(sender.send(claimed), clock.get()));
    }
  }
}
