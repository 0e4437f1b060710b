package org.entente.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What becomes of an alarm: a function of its state, an event and the instant. */
@FunctionalInterface
public interface Rules {
  /** The rules that hold. */
  Rules HELD = Rules::held;

  /**
   * What an event makes of an alarm; empty when nothing.
   *
   * @param roll of the alarm's post, as it is now
   */
  Optional<Moved> moved(Alarm alarm, Happened event, Instant now, Roll roll);

  private static Optional<Moved> held(Alarm alarm, Happened event, Instant now, Roll roll) {
    return switch (alarm.state()) {
      case Alarm.Ringing state -> ringing(alarm, state, event, now, roll);
      case Alarm.Acknowledged state -> acknowledged(alarm, state, event, now, roll);
      case Alarm.TakenUp _ -> taken(alarm, event, now);
      case Alarm.Ended _ -> Optional.empty();
    };
  }

  private static Optional<Moved> ringing(
      Alarm alarm, Alarm.Ringing state, Happened event, Instant now, Roll roll) {
    return switch (event) {
      case Happened.Tick() ->
          now.isBefore(state.nextAt()) ? Optional.empty() : step(alarm, now, roll);
      case Happened.Waited() -> step(alarm, now, roll);
      case Happened.Doubted() -> again(alarm, state, now, roll);
      case Happened.Unreached(int step) ->
          step == state.next() - 1 && !state.nobodyLeft()
              ? step(alarm, now, roll)
              : Optional.empty();
      case Happened.Worked() -> Optional.empty();
      case Happened.Acknowledge(PersonId by) -> acknowledge(alarm, by, now);
      case Happened.TakeUp(PersonId by) ->
          Optional.of(Moved.to(alarm.become(new Alarm.TakenUp(by, now)), true));
      case Happened.End() -> end(alarm, now);
    };
  }

  private static Optional<Moved> acknowledged(
      Alarm alarm, Alarm.Acknowledged state, Happened event, Instant now, Roll roll) {
    return switch (event) {
      case Happened.Tick() ->
          now.isBefore(state.decaysAt()) ? Optional.empty() : ringAnew(alarm, now, roll);
      case Happened.Waited() -> ringAnew(alarm, now, roll);
      case Happened.Doubted() -> {
        Instant latest = now.plus(alarm.chain().decay());
        yield state.decaysAt().isAfter(latest)
            ? Optional.of(
                Moved.to(
                    alarm.become(new Alarm.Acknowledged(state.by(), state.at(), latest)), true))
            : Optional.empty();
      }
      case Happened.Unreached(int _) -> Optional.empty();
      case Happened.Worked() -> acknowledge(alarm, state.by(), now);
      case Happened.Acknowledge(PersonId by) -> acknowledge(alarm, by, now);
      case Happened.TakeUp(PersonId by) ->
          Optional.of(Moved.to(alarm.become(new Alarm.TakenUp(by, now)), true));
      case Happened.End() -> end(alarm, now);
    };
  }

  private static Optional<Moved> taken(Alarm alarm, Happened event, Instant now) {
    return switch (event) {
      case Happened.TakeUp(PersonId by) ->
          Optional.of(Moved.to(alarm.become(new Alarm.TakenUp(by, now)), true));
      case Happened.End() -> end(alarm, now);
      case Happened.Tick(),
          Happened.Waited(),
          Happened.Doubted(),
          Happened.Unreached(int _),
          Happened.Worked(),
          Happened.Acknowledge(PersonId _) ->
          Optional.empty();
    };
  }

  private static Optional<Moved> acknowledge(Alarm alarm, PersonId by, Instant now) {
    Instant decays = now.plus(alarm.chain().decay());
    return Optional.of(Moved.to(alarm.become(new Alarm.Acknowledged(by, now, decays)), true));
  }

  private static Optional<Moved> end(Alarm alarm, Instant now) {
    return Optional.of(Moved.to(alarm.become(new Alarm.Ended(now)), true));
  }

  private static Optional<Moved> ringAnew(Alarm alarm, Instant now, Roll roll) {
    return step(alarm.become(new Alarm.Ringing(0, now, false)), now, roll)
        .map(moved -> new Moved(moved.alarm(), moved.step(), moved.attempts(), true));
  }

  /** Takes the next step that reaches somebody; one that reaches nobody is not waited for. */
  private static Optional<Moved> step(Alarm alarm, Instant now, Roll roll) {
    if (!(alarm.state() instanceof Alarm.Ringing ringing)) {
      return Optional.empty();
    }
    Chain chain = alarm.chain();
    for (int next = ringing.next(); next < chain.steps().size(); next++) {
      Step step = chain.steps().get(next);
      Set<Reach> reached = roll.reached(step.whom(), step.ways(), now);
      if (!reached.isEmpty()) {
        Alarm after = alarm.turned(new Alarm.Ringing(next + 1, now.plus(step.patience()), false));
        return Optional.of(new Moved(after, next, reached, false));
      }
    }
    int beyond = chain.steps().size();
    Alarm after = alarm.turned(new Alarm.Ringing(beyond, now.plus(Chain.REPEAT), true));
    return Optional.of(new Moved(after, beyond, roll.everybody(), false));
  }

  /** Repeats the step that was taken last; what follows comes no later than it would from now. */
  private static Optional<Moved> again(Alarm alarm, Alarm.Ringing state, Instant now, Roll roll) {
    if (state.next() == 0 || state.nobodyLeft()) {
      return step(alarm, now, roll);
    }
    int last = state.next() - 1;
    Step step = alarm.chain().steps().get(last);
    Duration wait = alarm.chain().waitAfter(last);
    Instant latest = now.plus(wait);
    Instant nextAt = state.nextAt().isAfter(latest) ? latest : state.nextAt();
    Set<Reach> reached = roll.reached(step.whom(), step.ways(), now);
    return reached.isEmpty() || !nextAt.isAfter(now)
        ? step(alarm, now, roll)
        : Optional.of(
            new Moved(
                alarm.turned(new Alarm.Ringing(state.next(), nextAt, false)),
                last,
                reached,
                false));
  }
}
