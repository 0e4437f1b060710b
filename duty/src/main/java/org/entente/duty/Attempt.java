package org.entente.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One try to reach one person by one way.
 *
 * @param generation of the alarm when it was begun; void in a later one
 * @param step of the chain; the one beyond the last is the repetition to the whole post
 */
public record Attempt(UUID id, AlarmId alarm, long generation, int step, Reach reach, State state) {
  /** How often a way is tried that did not work for the moment. */
  public static final int TRIES = 3;

  /** Between two tries. */
  public static final Duration RETRY = Duration.ofSeconds(10);

  /** After which a node that claimed it is taken for dead; every way gives up sooner. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /** The longest code of a reason. */
  public static final int REASON_MOST = 60;

  /** What it is in. */
  public sealed interface State {
    /** Whether nothing more happens to it by itself. */
    default boolean settled() {
      return !(this instanceof Pending) && !(this instanceof Sending);
    }
  }

  /**
   * Not made yet.
   *
   * @param tries made before
   */
  public record Pending(int tries) implements State {}

  /**
   * A node makes it.
   *
   * @param tries this one among them
   */
  public record Sending(Instant at, int tries) implements State {}

  /** It left; whether it came is not known. */
  public record Sent(Instant at) implements State {}

  /** It came, as the way says. */
  public record Delivered(Instant at) implements State {}

  /** The person saw it. */
  public record Read(Instant at) implements State {}

  /**
   * It did not work.
   *
   * @param reason a stable code
   */
  public record Failed(Instant at, String reason) implements State {
    public Failed {
      if (!reason.matches("[a-z0-9-]{1," + REASON_MOST + "}")) {
        throw new IllegalArgumentException("A reason is a code");
      }
    }
  }

  /** The alarm ceased to ring before it was made. */
  public record CalledOff(Instant at) implements State {}

  /** What came of a try, as the way says. */
  public sealed interface Outcome {
    /** It left. */
    record Left() implements Outcome {}

    /** It came. */
    record Came() implements Outcome {}

    /**
     * It did not.
     *
     * @param forGood whether trying again is of no use
     */
    record Not(String reason, boolean forGood) implements Outcome {}
  }

  public static Attempt of(Alarm alarm, int step, Reach reach) {
    return new Attempt(
        UUID.randomUUID(), alarm.id(), alarm.generation(), step, reach, new Pending(0));
  }

  private Attempt in(State now) {
    return new Attempt(id, alarm, generation, step, reach, now);
  }

  /** A node takes it on; empty hands for what is settled. */
  public Attempt claimed(Instant now) {
    return switch (state) {
      case Pending(int tries) -> in(new Sending(now, tries + 1));
      case Sending(Instant _, int tries) -> in(new Sending(now, tries + 1));
      case Sent _, Delivered _, Read _, Failed _, CalledOff _ -> this;
    };
  }

  /** What came of the try that is being made. */
  public Attempt after(Outcome outcome, Instant now) {
    if (!(state instanceof Sending(Instant _, int tries))) {
      return this;
    }
    return switch (outcome) {
      case Outcome.Left() -> in(new Sent(now));
      case Outcome.Came() -> in(new Delivered(now));
      case Outcome.Not(String reason, boolean forGood) ->
          in(forGood || tries >= TRIES ? new Failed(now, reason) : new Pending(tries));
    };
  }

  /** The alarm ceased to ring. */
  public Attempt calledOff(Instant now) {
    return state instanceof Pending ? in(new CalledOff(now)) : this;
  }

  /** The person acted on the alarm: what left has come. */
  public Attempt read(Instant now) {
    return state instanceof Sent || state instanceof Delivered ? in(new Read(now)) : this;
  }
}
