package org.entente.node.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Nothing that is preserved lapses in silence. */
class PressesTest {
  private static final Instant UNTIL = Instant.parse("2027-03-01T00:00:00Z");

  @Property
  void fromFourteenDaysBeforeUntilSomebodyActsThereIsAlwaysAReminder(
      @ForAll @LongRange(min = -400, max = 400) long hours) {
    Optional<Presses.Why> why = Presses.reminder(UNTIL, UNTIL.plus(Duration.ofHours(hours)));

    assertThat(why)
        .isEqualTo(
            hours < -14 * 24
                ? Optional.empty()
                : Optional.of(
                    hours < -7 * 24
                        ? Presses.Why.LAPSES
                        : hours < -2 * 24 ? Presses.Why.LAPSES_SOON : Presses.Why.LAPSES_NOW));
  }
}
