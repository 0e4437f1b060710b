package org.entente.duty;

import java.time.Instant;

/**
 * Something that a person must know of.
 *
 * @param chain as it was when the alarm was raised; what is planned later changes nothing
 * @param generation counts the times it began or ceased to ring; an attempt of an earlier one is
 *     void
 * @param turn counts every change, so that of two nodes one makes it
 */
public record Alarm(AlarmId id, PostId post, Chain chain, long generation, long turn, State state) {
  /** What it is in. */
  public sealed interface State {}

  /**
   * Nobody acknowledged it.
   *
   * @param next the step that follows; the one beyond the last repeats to the whole post
   * @param nobodyLeft whether every step was taken
   */
  public record Ringing(int next, Instant nextAt, boolean nobodyLeft) implements State {}

  /** A person has seen it; rings again unless work follows. */
  public record Acknowledged(PersonId by, Instant at, Instant decaysAt) implements State {}

  /** A person does what it asks for. */
  public record TakenUp(PersonId by, Instant at) implements State {}

  /** For good. */
  public record Ended(Instant at) implements State {}

  /** A new one; its first step is due at once. */
  public static Alarm raised(AlarmId id, PostId post, Chain chain, Instant at) {
    return new Alarm(id, post, chain, 1, 1, new Ringing(0, at, false));
  }

  public boolean rings() {
    return state instanceof Ringing;
  }

  public boolean ended() {
    return state instanceof Ended;
  }

  /** Still in the same generation. */
  Alarm turned(Ringing now) {
    return new Alarm(id, post, chain, generation, turn + 1, now);
  }

  /** It began or ceased to ring. */
  Alarm become(State now) {
    return new Alarm(id, post, chain, generation + 1, turn + 1, now);
  }
}
