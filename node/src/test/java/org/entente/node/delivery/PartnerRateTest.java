package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.SettableClock;
import org.junit.jupiter.api.Test;

class PartnerRateTest {
  private static final int AT_ONCE = 4;
  private static final AuthorityId HOSTILE = new AuthorityId("rs.mup");
  private static final AuthorityId HONEST = new AuthorityId("az.mia");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
  private final PartnerRate rate = new PartnerRate(clock, PartnerRate.CASES_AN_HOUR);

  @Test
  void whoSendsTooMuchWaitsAndNobodyElseDoes() {
    for (PartnerRate.Kind kind : PartnerRate.Kind.values()) {
      for (int i = 0; i < kind.most(); i++) {
        assertThat(rate.take(HOSTILE, kind)).isTrue();
      }
      assertThat(rate.take(HOSTILE, kind)).isFalse();
      assertThat(rate.take(HONEST, kind)).isTrue();

      clock.pass(kind.each());
      assertThat(rate.take(HOSTILE, kind)).isTrue();
      assertThat(rate.take(HOSTILE, kind)).isFalse();
    }
  }

  @Test
  void aBacklogOfTenThousandArrivesWithinADay() {
    int arrived = 0;
    Duration taken = Duration.ZERO;
    while (arrived < 10_000) {
      if (rate.take(HONEST, PartnerRate.Kind.CASE)) {
        arrived++;
      } else {
        clock.pass(Duration.ofSeconds(1));
        taken = taken.plusSeconds(1);
      }
    }
    assertThat(taken).isLessThan(Duration.ofHours(5));
  }

  @Test
  void aNodeThatIsSetSoTakesMoreCasesInAnHour() {
    PartnerRate wide = new PartnerRate(clock, 20_000);
    for (int i = 0; i < 20_000; i++) {
      assertThat(wide.take(HONEST, PartnerRate.Kind.CASE)).isTrue();
    }
    assertThat(wide.take(HONEST, PartnerRate.Kind.CASE)).isFalse();
    clock.pass(Duration.ofMillis(180));
    assertThat(wide.take(HONEST, PartnerRate.Kind.CASE)).isTrue();
    assertThat(wide.take(HONEST, PartnerRate.Kind.CASE)).isFalse();
  }

  @Test
  void onePartnerWorksOnFourAtATimeAndTheRestWaitsInOrder() {
    FairShare share = new FairShare(AT_ONCE);
    List<Runnable> threads = new ArrayList<>();
    List<Integer> done = new ArrayList<>();
    Runnable[] nested = new Runnable[1];
    List<Integer> begun = new ArrayList<>();
    // Each of the first four begins the next request while it is still being worked on.
    nested[0] =
        () -> {
          begun.add(begun.size());
          if (begun.size() < AT_ONCE) {
            assertThat(share.take(HOSTILE, threads::add, nested[0])).isTrue();
          } else {
            for (int i = 0; i < FairShare.WAITING; i++) {
              int number = i;
              assertThat(share.take(HOSTILE, threads::add, () -> done.add(number))).isTrue();
            }
            assertThat(share.take(HOSTILE, threads::add, () -> done.add(-1))).isFalse();
            assertThat(share.take(HONEST, threads::add, () -> done.add(-2))).isTrue();
          }
        };
    assertThat(share.take(HOSTILE, threads::add, nested[0])).isTrue();

    assertThat(done).as("another partner is not held up").containsExactly(-2);
    while (!threads.isEmpty()) {
      threads.removeFirst().run();
    }
    assertThat(done).hasSize(FairShare.WAITING + 1).isSubsetOf(done).startsWith(-2, 0, 1, 2);
    assertThat(share.take(HOSTILE, threads::add, () -> done.add(-3))).isTrue();
    assertThat(done).endsWith(-3);
  }
}
