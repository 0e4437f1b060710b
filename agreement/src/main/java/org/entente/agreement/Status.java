package org.entente.agreement;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One step in the life of an instrument.
 *
 * @param state what it became
 * @param at from when
 * @param note what has to be known about this entry, such as that its date was assumed
 */
public record Status(State state, Instant at, Optional<LocalText> note) {

  /** Whether this may come next in a history; nothing before it means the beginning. */
  boolean mayFollow(Optional<Status> before) {
    return before
        .map(last -> last.state().next().contains(state) && !at.isBefore(last.at()))
        .orElse(state == State.SIGNED);
  }

  /** What an instrument can become. */
  public enum State {
    /** Signed, with no effect yet. */
    SIGNED("signed"),
    /** Entered into force. */
    IN_FORCE("inForce"),
    /** Suspended for a time. */
    SUSPENDED("suspended"),
    /** In force again after a suspension. */
    RESUMED("resumed"),
    /** Ended for good. */
    TERMINATED("terminated");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** The stable code used in the file. */
    public String code() {
      return code;
    }

    /** Whether acts rest on the instrument in this state. */
    public boolean effective() {
      return switch (this) {
        case IN_FORCE, RESUMED -> true;
        case SIGNED, SUSPENDED, TERMINATED -> false;
      };
    }

    /** What may follow. */
    Set<State> next() {
      return switch (this) {
        case SIGNED -> EnumSet.of(IN_FORCE);
        case IN_FORCE, RESUMED -> EnumSet.of(SUSPENDED, TERMINATED);
        case SUSPENDED -> EnumSet.of(RESUMED, TERMINATED);
        case TERMINATED -> EnumSet.noneOf(State.class);
      };
    }

    static Optional<State> ofCode(String code) {
      for (State candidate : values()) {
        if (candidate.code.equals(code)) {
          return Optional.of(candidate);
        }
      }
      return Optional.empty();
    }
  }
}
