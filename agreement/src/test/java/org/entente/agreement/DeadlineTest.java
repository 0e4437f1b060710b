package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final DeadlineRule RULE = new DeadlineRule(8, 3, 7, true);
  private static final Instant RECEIVED = Instant.parse("2026-03-28T22:30:00Z");

  @Test
  void anUrgentDirectAnswerIsDueAfterEightHours() {
    assertThat(RULE.due(RECEIVED, Urgency.URGENT, AccessClass.DIRECT))
        .isEqualTo("2026-03-29T06:30:00Z");
    assertThat(RULE.label(Urgency.URGENT, AccessClass.DIRECT)).isEqualTo("urgent-direct-8h");
  }

  @Test
  void calendarDaysAreTwentyFourHoursEvenWhenClocksAreChanged() {
    // In Belgrade the night of 28 to 29 March 2026 has 23 hours.
    assertThat(RULE.due(RECEIVED, Urgency.URGENT, AccessClass.INDIRECT))
        .isEqualTo("2026-03-31T22:30:00Z");
    assertThat(RULE.due(RECEIVED, Urgency.NORMAL, AccessClass.DIRECT))
        .isEqualTo("2026-04-04T22:30:00Z");
    assertThat(RULE.label(Urgency.NORMAL, AccessClass.INDIRECT)).isEqualTo("other-7d");
  }

  @Test
  void anAnswerAtTheVeryLastInstantIsInTimeAndOneAfterItIsNot() {
    Instant due = RECEIVED.plus(Duration.ofHours(8));

    assertThat(running().answer(due).state(due)).isEqualTo(DeadlineState.MET);
    assertThat(running().answer(due.plusNanos(1)).state(due.plusNanos(1)))
        .isEqualTo(DeadlineState.MISSED);
    assertThat(running().state(due)).isEqualTo(DeadlineState.RUNNING);
    assertThat(running().state(due.plusNanos(1))).isEqualTo(DeadlineState.MISSED);
  }

  @Test
  void theClockStandsStillUntilTheClarificationArrives() {
    Deadline asked = running().suspend(hour(2));
    Deadline answered = asked.resume(hour(26));

    assertThat(asked.state(hour(25))).isEqualTo(DeadlineState.SUSPENDED);
    assertThat(asked.remaining(hour(25))).isEqualTo(Duration.ofHours(6));
    assertThat(answered.state(hour(27))).isEqualTo(DeadlineState.RUNNING);
    assertThat(answered.dueAt(hour(27))).isEqualTo(hour(32));
    assertThat(answered.state(hour(25))).isEqualTo(DeadlineState.SUSPENDED);
  }

  @Test
  void whatHasNotHappenedYetMovesNothing() {
    Deadline asked = running().suspend(hour(4)).resume(hour(6)).delay(hour(7), hour(48));

    assertThat(asked.dueAt(hour(3))).isEqualTo(hour(8));
    assertThat(asked.dueAt(hour(5))).isEqualTo(hour(9));
    assertThat(asked.dueAt(hour(6))).isEqualTo(hour(10));
    assertThat(asked.dueAt(hour(7))).isEqualTo(hour(48));
    assertThat(asked.state(hour(3))).isEqualTo(DeadlineState.RUNNING);
  }

  @Test
  void aQuestionAfterTheDeadlineDoesNotReviveIt() {
    Deadline late = running().suspend(hour(9));

    assertThat(late.state(hour(10))).isEqualTo(DeadlineState.MISSED);
    assertThat(late.resume(hour(30)).dueAt(hour(40))).isEqualTo(hour(8));
  }

  @Test
  void aJudicialDelayMovesTheDeadlineOnlyIfAnnouncedInTime() {
    assertThat(running().delay(hour(3), hour(48)).dueAt(hour(4))).isEqualTo(hour(48));
    assertThat(running().delay(hour(3), hour(5)).dueAt(hour(4))).isEqualTo(hour(8));
    assertThat(running().delay(hour(9), hour(48)).state(hour(10))).isEqualTo(DeadlineState.MISSED);
  }

  @Test
  void theFirstAnswerCounts() {
    assertThat(running().answer(hour(1)).answer(hour(20)).state(hour(30)))
        .isEqualTo(DeadlineState.MET);
  }

  @Test
  void aClockThatStandsCannotBeStoppedAndOneThatRunsCannotBeResumed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> running().suspend(hour(1)).suspend(hour(2)));
    assertThatIllegalStateException().isThrownBy(() -> running().resume(hour(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> running().suspend(RECEIVED.minusNanos(1)));
  }

  @Test
  void anUrgentAnswerIsNeverDueLaterThanAnother() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(8, 8, 7, true));
    assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(48, 1, 7, true));
    assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineRule(0, 1, 7, true));
  }

  /** Even numbers run, odd ones stand: the due instant moves by exactly the time it stood. */
  @Property(tries = 500)
  void theDueInstantMovesByExactlyTheTimeTheClockStood(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 20) Integer> minutes) {
    Deadline deadline = running();
    Instant now = RECEIVED;
    Duration stood = Duration.ZERO;
    for (int i = 0; i + 1 < minutes.size(); i += 2) {
      Instant stop = now.plus(Duration.ofMinutes(minutes.get(i)));
      now = stop.plus(Duration.ofMinutes(minutes.get(i + 1)));
      deadline = deadline.suspend(stop).resume(now);
      stood = stood.plus(Duration.between(stop, now));
    }

    assertThat(deadline.dueAt(now)).isEqualTo(hour(8).plus(stood));
    assertThat(deadline.remaining(now)).isPositive();
  }

  @Property(tries = 500)
  void onceMissedAlwaysMissedUntilAnsweredLate(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 300) Integer> minutes,
      @ForAll @IntRange(min = 0, max = 3000) int first,
      @ForAll @IntRange(min = 0, max = 3000) int later) {
    List<ClockEvent> events = new ArrayList<>();
    Instant now = RECEIVED;
    for (int i = 0; i + 1 < minutes.size(); i += 2) {
      Instant stop = now.plus(Duration.ofMinutes(minutes.get(i)));
      now = stop.plus(Duration.ofMinutes(minutes.get(i + 1)));
      events.add(new ClockEvent.Suspended(stop, Optional.of(now)));
    }
    Deadline deadline =
        new Deadline("urgent-direct-8h", RECEIVED, Duration.ofHours(8), events, Optional.empty());
    Instant early = RECEIVED.plus(Duration.ofMinutes(first));

    if (deadline.state(early) == DeadlineState.MISSED) {
      Instant then = early.plus(Duration.ofMinutes(later));
      assertThat(deadline.state(then)).isEqualTo(DeadlineState.MISSED);
      assertThat(deadline.dueAt(then)).isEqualTo(deadline.dueAt(early));
    }
  }

  private static Deadline running() {
    return RULE.start(RECEIVED, Urgency.URGENT, AccessClass.DIRECT);
  }

  private static Instant hour(int hours) {
    return RECEIVED.plus(Duration.ofHours(hours));
  }
}
