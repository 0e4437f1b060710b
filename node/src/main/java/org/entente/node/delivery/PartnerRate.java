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
  /** A contact point that opens more by hand has more officers than any has today. */
  static final int CASES_AN_HOUR = 2_000;

  /** What is counted. */
  enum Kind {
    /** Messages of any kind; a backlog leaves at some hundreds a second at most. */
    MESSAGE(2_000, Duration.ofMillis(2)),

    /** Refusals: an entry and a signed receipt each, which stay for ever. */
    REFUSAL(500, Duration.ofSeconds(10)),

    /** Cases that a message opens, in an hour, unless the node is set otherwise. */
    CASE(CASES_AN_HOUR, Duration.ofHours(1).dividedBy(CASES_AN_HOUR)),

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
  private final int cases;
  private final Map<AuthorityId, Map<Kind, Left>> partners = new HashMap<>();

  /**
   * @param cases that a partner may open in an hour
   */
  PartnerRate(InstantSource clock, int cases) {
    this.clock = clock;
    this.cases = cases;
  }

  /** What a partner has left, as of an instant. */
  private record Left(long count, Instant at) {}

  /** Counts one more; false if the partner has used up what it may. */
  synchronized boolean take(AuthorityId partner, Kind kind) {
    Map<Kind, Left> kinds = partners.computeIfAbsent(partner, p -> new EnumMap<>(Kind.class));
    Instant now = clock.instant();
    Left left = refilled(kinds.getOrDefault(kind, new Left(most(kind), now)), kind, now);
    boolean may = left.count() > 0;
    kinds.put(kind, may ? new Left(left.count() - 1, left.at()) : left);
    return may;
  }

  private int most(Kind kind) {
    return kind == Kind.CASE ? cases : kind.most;
  }

  private Duration each(Kind kind) {
    return kind == Kind.CASE ? Duration.ofHours(1).dividedBy(cases) : kind.each;
  }

  /** What came back since; a clock that was set back gives nothing and takes nothing. */
  private Left refilled(Left before, Kind kind, Instant now) {
    if (now.isBefore(before.at())) {
      return new Left(before.count(), now);
    }
    long back = Duration.between(before.at(), now).dividedBy(each(kind));
    long count = Math.min(most(kind), before.count() + back);
    return count == most(kind)
        ? new Left(count, now)
        : new Left(count, before.at().plus(each(kind).multipliedBy(back)));
  }
}
