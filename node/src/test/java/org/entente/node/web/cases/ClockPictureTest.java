package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.Deadline;
import org.junit.jupiter.api.Test;

class ClockPictureTest {
  private static final Instant RECEIVED = Instant.parse("2026-03-02T08:00:00Z");

  private static Deadline tenHours() {
    return new Deadline(
        "urgent-direct-10h", RECEIVED, Duration.ofHours(10), List.of(), Optional.empty());
  }

  private static Instant hour(int hours) {
    return RECEIVED.plus(Duration.ofHours(hours));
  }

  @Test
  void theHandStandsWhereTheTimeIs() {
    ClockPicture picture = ClockPicture.of(tenHours(), hour(4));

    assertThat(picture.hand()).isEqualTo(40);
    assertThat(picture.limit()).isEqualTo(100);
  }

  @Test
  void aStretchInWhichTheClockStoodMovesTheLimitAndIsDrawn() {
    ClockPicture picture = ClockPicture.of(tenHours().suspend(hour(2)).resume(hour(12)), hour(16));

    assertThat(picture.due()).isEqualTo(hour(20));
    assertThat(picture.hand()).isEqualTo(80);
    assertThat(picture.stood())
        .containsExactly(new ClockPicture.Stood(hour(2), hour(12), false, 10, 50));
  }

  @Test
  void aClockThatStandsIsDrawnToNow() {
    ClockPicture picture = ClockPicture.of(tenHours().suspend(hour(5)), hour(10));

    assertThat(picture.stood().getFirst().still()).isTrue();
    assertThat(picture.stood().getFirst().until()).isEqualTo(hour(10));
  }

  @Test
  void aMissedLimitLiesBeforeTheHand() {
    ClockPicture picture = ClockPicture.of(tenHours(), hour(20));

    assertThat(picture.limit()).isEqualTo(50);
    assertThat(picture.hand()).isEqualTo(100);
  }

  @Test
  void anAnswerStopsTheHand() {
    assertThat(ClockPicture.of(tenHours().answer(hour(3)), hour(400)).hand()).isEqualTo(30);
  }
}
