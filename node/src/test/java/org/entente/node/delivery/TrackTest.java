package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.TwoAuthorities;
import org.junit.jupiter.api.Test;

/** How many messages travel to a partner at once, and when it is left alone. */
class TrackTest extends TwoAuthorities {
  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

  private Track track() {
    return new Track(
        Lane.ORDINARY,
        new PartnerClient(BAKU_KEYS, baku.partners.find(belgrade.id).orElseThrow(), baku.blobs));
  }

  @Override
  protected void beforeTheyStart() {
    bothHold(arrangement());
  }

  @Test
  void whatGetsThroughOpensTheWayForMoreAndAFaultLeavesOneToTry() {
    Track track = track();
    assertThat(track.free(NOW)).isEqualTo(1);
    for (int i = 0; i < 10; i++) {
      track.through();
    }
    assertThat(track.free(NOW)).isEqualTo(Lane.ORDINARY.atOnce());

    track.failed(NOW);
    track.failed(NOW); // One that was on its way at the same moment.
    assertThat(track.free(NOW)).isZero();
    assertThat(track.free(NOW.plus(Courier.FIRST_WAIT.multipliedBy(2)))).isEqualTo(1);
  }

  @Test
  void aRestOfAClockThatRanAheadIsOverAndTheNextOneHolds() {
    Track track = track();
    track.failed(NOW.plus(Duration.ofDays(400)));
    assertThat(track.free(NOW)).isEqualTo(1);

    track.failed(NOW);
    assertThat(track.free(NOW)).isZero();
  }
}
