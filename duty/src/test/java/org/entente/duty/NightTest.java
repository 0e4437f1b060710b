package org.entente.duty;

import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.entente.duty.simulation.Broken;
import org.entente.duty.simulation.Clause;
import org.entente.duty.simulation.MemoryBook;
import org.entente.duty.simulation.Night;
import org.junit.jupiter.api.Test;

/** Nights in which everything goes wrong, and rules with a bug that such a night must find. */
class NightTest {
  private static final int NIGHTS = 200;
  private static final int SEARCH = 400;

  @Test
  void noAlarmIsMissedInSilenceInAnyNight() {
    long first = new Random().nextLong();
    System.out.println("Nights from seed " + first);
    for (long seed = first; seed < first + NIGHTS; seed++) {
      try {
        Night.pass(seed);
      } catch (Broken e) {
        fail("Seed " + seed + ": " + e.getMessage());
      }
    }
  }

  @Test
  void anAlarmThatForgetsToClimbIsFound() {
    Rules bug =
        (alarm, event, now, roll) ->
            alarm.state() instanceof Alarm.Ringing ringing && ringing.nobodyLeft()
                ? held(alarm, event, now, roll).filter(m -> !m.alarm().rings())
                : held(alarm, event, now, roll);
    finds(Clause.NEVER_SILENT, bug, MemoryBook::new);
  }

  @Test
  void aNodeThatTrustsTheClockOfAnotherIsFound() {
    Rules bug =
        (alarm, event, now, roll) ->
            event instanceof Happened.Waited || event instanceof Happened.Doubted
                ? held(alarm, new Happened.Tick(), now, roll)
                : held(alarm, event, now, roll);
    finds(Clause.NEVER_SILENT, bug, MemoryBook::new);
  }

  @Test
  void anEndedAlarmThatRingsAgainIsFound() {
    finds(
        Clause.NEVER_FIRES_AGAIN,
        Rules.HELD,
        roll ->
            new MemoryBook(roll) {
              @Override
              public boolean settle(Attempt before, Attempt after) {
                return super.settle(before, after) || after.state() instanceof Attempt.Sending;
              }
            });
  }

  @Test
  void anAcknowledgementThatLeavesTheOthersRingingIsFound() {
    Rules bug =
        (alarm, event, now, roll) ->
            held(alarm, event, now, roll)
                .map(m -> new Moved(m.alarm(), m.step(), m.attempts(), false));
    finds(Clause.CALLS_OFF, bug, MemoryBook::new);
  }

  @Test
  void anAcknowledgementThatHoldsForEverIsFound() {
    Rules bug =
        (alarm, event, now, roll) ->
            alarm.state() instanceof Alarm.Acknowledged
                    && (event instanceof Happened.Tick || event instanceof Happened.Waited)
                ? Optional.empty()
                : held(alarm, event, now, roll);
    finds(Clause.DECAYS, bug, MemoryBook::new);
  }

  @Test
  void aStepThatWaitsAfterEveryAttemptFailedIsFound() {
    Rules bug =
        (alarm, event, now, roll) ->
            event instanceof Happened.Unreached ? Optional.empty() : held(alarm, event, now, roll);
    finds(Clause.FAILURE_GOES_ON, bug, MemoryBook::new);
  }

  @Test
  void twoNodesThatMakeTheSameTryAreFound() {
    finds(
        Clause.CLAIMED_ONCE,
        Rules.HELD,
        roll ->
            new MemoryBook(roll) {
              @Override
              public boolean settle(Attempt before, Attempt after) {
                if (after.state() instanceof Attempt.Sending) {
                  put(after);
                  return true;
                }
                return super.settle(before, after);
              }
            });
  }

  @Test
  void anAttemptThatNobodyTakesOverFromANodeThatEndedIsFound() {
    Rules bug =
        (alarm, event, now, roll) ->
            event instanceof Happened.Doubted ? Optional.empty() : held(alarm, event, now, roll);
    finds(
        Clause.NEVER_SILENT,
        bug,
        roll ->
            new MemoryBook(roll) {
              @Override
              public List<Attempt> unsettled() {
                return super.unsettled().stream()
                    .filter(a -> !(a.state() instanceof Attempt.Sending))
                    .toList();
              }
            });
  }

  @Test
  void anAlarmBeyondItsChainIsFound() {
    Rules bug =
        (alarm, event, now, roll) ->
            held(alarm, event, now, roll)
                .map(m ->
                    m.alarm().state() instanceof Alarm.Ringing r && r.nobodyLeft()
                        ? new Moved(
                            alarm.turned(new Alarm.Ringing(r.next() + 1, r.nextAt(), false)),
                            m.step(),
                            m.attempts(),
                            false)
                        : m);
    finds(Clause.SAYS_NOBODY_LEFT, bug, MemoryBook::new);
  }

  private static Optional<Moved> held(Alarm alarm, Happened event, Instant now, Roll roll) {
    return Rules.HELD.moved(alarm, event, now, roll);
  }

  /** Some night shows the bug, by the clause that it breaks. */
  private static void finds(Clause clause, Rules rules, Night.Books books) {
    for (long seed = 0; seed < SEARCH; seed++) {
      try {
        new Night(seed, rules, books).pass();
      } catch (Broken e) {
        if (e.clause() == clause) {
          return;
        }
      }
    }
    fail("No night found what was planted against " + clause);
  }
}
