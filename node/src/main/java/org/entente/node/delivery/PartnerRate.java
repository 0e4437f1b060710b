package org.entente.node.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.entente.agreement.AuthorityId;

/**
 * How much a partner may send in a while. Above that it is told to come again: nothing is written
 * and nothing is lost, because its node keeps what it sends until a receipt is stored. A partner
 * that sends a backlog is slowed down, and everything of it arrives in order.
 *
 * <p>Kept in memory; a restart forgets it. Safe for use by many threads.
 */
final class PartnerRate {
  /** What is counted. */
  enum Kind {
    /** Messages of any kind; a backlog leaves at some hundreds a second at most. */
    MESSAGE(2_000, Duration.ofMillis(2)),

    /** Refusals: an entry and a signed receipt each, which stay for ever. */
    REFUSAL(500, Duration.ofSeconds(10)),

    /** Cases that a message opens; two thousand an hour. */
    CASE(2_000, Duration.ofMillis(1_800)),

    /** Urgent ones beside them; two hundred an hour. */
    URGENT_CASE(200, Duration.ofSeconds(18));

    private final int most;
    private final Duration each;

    Kind(int most, Duration each) {
      this.most = most;
      this.each = each;
    }

    int most() {
      return most;
    }

    Duration each() {
      return each;
    }
  }

  private final InstantSource clock;
  private final Map<AuthorityId, Map<Kind, Left>> partners = new HashMap<>();

  PartnerRate(InstantSource clock) {
    this.clock = clock;
  }

  /** What a partner has left, as of an instant. */
  private record Left(long count, Instant at) {}

  /** Counts one more; false if the partner has used up what it may. */
  synchronized boolean take(AuthorityId partner, Kind kind) {
    Map<Kind, Left> kinds = partners.computeIfAbsent(partner, p -> new EnumMap<>(Kind.class));
    Instant now = clock.instant();
    Left left = refilled(kinds.getOrDefault(kind, new Left(kind.most, now)), kind, now);
    boolean may = left.count() > 0;
    kinds.put(kind, may ? new Left(left.count() - 1, left.at()) : left);
    return may;
  }

  /** What came back since; a clock that was set back gives nothing and takes nothing. */
  private static Left refilled(Left before, Kind kind, Instant now) {
    if (now.isBefore(before.at())) {
      return new Left(before.count(), now);
    }
    long back = Duration.between(before.at(), now).dividedBy(kind.each);
    long count = Math.min(kind.most, before.count() + back);
    return count == kind.most
        ? new Left(count, now)
        : new Left(count, before.at().plus(kind.each.multipliedBy(back)));
  }
}
