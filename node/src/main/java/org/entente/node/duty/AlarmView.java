package org.entente.node.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.node.officers.OfficerId;

/**
 * An alarm as officers see it.
 *
 * @param about the identifier of a case, a partner or a post, by the kind
 * @param steps of its chain
 * @param step how many of them were taken
 * @param nextAt when the next step follows, or an acknowledgement decays
 * @param nobodyLeft whether every step was taken and it repeats to the whole post
 * @param by who acknowledged it or took it up
 */
public record AlarmView(
    AlarmId id,
    AlarmKind kind,
    String about,
    State state,
    int steps,
    int step,
    Optional<Instant> nextAt,
    boolean nobodyLeft,
    Optional<OfficerId> by,
    Instant raisedAt,
    Optional<Instant> endedAt,
    List<Tried> tried) {
  /** What it is in. */
  public enum State {
    RINGING,
    ACKNOWLEDGED,
    TAKEN_UP,
    ENDED;

    static State of(Alarm.State state) {
      return switch (state) {
        case Alarm.Ringing _ -> RINGING;
        case Alarm.Acknowledged _ -> ACKNOWLEDGED;
        case Alarm.TakenUp _ -> TAKEN_UP;
        case Alarm.Ended _ -> ENDED;
      };
    }
  }
}
