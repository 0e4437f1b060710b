package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CourierWaitTest {
  @Property(tries = 1_000)
  void aWaitIsASecondAtLeastAndAMinuteAndAFifthAtMost(@ForAll @LongRange(min = 0) long attempts) {
    assertThat(Courier.waitAfter(attempts))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(72));
  }

  @Property(tries = 500)
  void eachFailureWaitsLongerUntilAMinuteIsReached(@ForAll @IntRange(max = 5) int attempts) {
    assertThat(Courier.waitAfter(attempts + 1)).isGreaterThan(Courier.waitAfter(attempts));
  }

  @Property(tries = 200)
  void fromTheSixthFailureOnTheWaitIsAMinuteOrALittleMore(
      @ForAll @LongRange(min = 6) long attempts) {
    assertThat(Courier.waitAfter(attempts)).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void nodesThatFailedTogetherReturnApart() {
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      waits.add(Courier.waitAfter(6));
    }

    assertThat(waits).hasSizeGreaterThan(50);
  }
}
