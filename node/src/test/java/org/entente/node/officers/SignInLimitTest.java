package org.entente.node.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInLimitTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final String HERE = "192.0.2.1";

  private final SignInLimit limit = new SignInLimit();

  private static Instant minute(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private void fail(String login, String address, int times, Instant at) {
    for (int i = 0; i < times; i++) {
      limit.failed(login, address, at);
    }
  }

  @Test
  void whoNeverFailedMayTry() {
    assertThat(limit.hold("leyla", HERE, START)).isEmpty();
  }

  @Test
  void fiveFailuresHoldALoginForTheRestOfTheWindow() {
    fail("leyla", HERE, 1, minute(0));
    fail("leyla", HERE, 3, minute(2));
    assertThat(limit.hold("leyla", HERE, minute(3))).isEmpty();

    fail("leyla", HERE, 1, minute(4));

    assertThat(limit.hold("leyla", HERE, minute(4))).contains(Duration.ofMinutes(11));
    assertThat(limit.hold("leyla", HERE, minute(14))).contains(Duration.ofMinutes(1));
  }

  @Test
  void aHeldLoginIsHeldFromEveryAddress() {
    fail("leyla", HERE, 5, START);

    assertThat(limit.hold("leyla", "198.51.100.7", START)).isPresent();
  }

  @Test
  void colleaguesAtTheSameAddressAreNotHeldByOneLogin() {
    fail("leyla", HERE, 5, START);

    assertThat(limit.hold("rashad", HERE, START)).isEmpty();
  }

  @Test
  void twentyFailuresHoldAnAddressWhicheverLoginsWereTried() {
    for (int i = 0; i < 19; i++) {
      fail("guess" + i, HERE, 1, minute(0));
    }
    assertThat(limit.hold("leyla", HERE, minute(1))).isEmpty();

    fail("guess19", HERE, 1, minute(1));

    assertThat(limit.hold("leyla", HERE, minute(1))).contains(Duration.ofMinutes(14));
    assertThat(limit.hold("leyla", "198.51.100.7", minute(1))).isEmpty();
  }

  @Test
  void whoSignsInStartsFromZero() {
    fail("leyla", HERE, 4, START);

    limit.succeeded("leyla");
    fail("leyla", HERE, 4, START);

    assertThat(limit.hold("leyla", HERE, START)).isEmpty();
  }

  @Test
  void anOwnAccountDoesNotWashAnAddressClean() {
    for (int i = 0; i < 20; i++) {
      fail("guess" + i, HERE, 1, START);
      limit.succeeded("mallory");
    }

    assertThat(limit.hold("leyla", HERE, START)).isPresent();
  }

  @Test
  void guessesAtTheSameMomentAreNoMoreThanGuessesInTurn() {
    for (int i = 0; i < 5; i++) {
      assertThat(limit.begin("leyla", HERE, START)).isEqualTo(SignInLimit.Begun.YES);
    }
    assertThat(limit.begin("leyla", "198.51.100.7", START)).isEqualTo(SignInLimit.Begun.LATER);

    for (int i = 0; i < 5; i++) {
      limit.ended("leyla", HERE, false, START);
    }

    assertThat(limit.begin("leyla", HERE, START)).isEqualTo(SignInLimit.Begun.HELD);
  }

  @Test
  void whoIsLookedAtWhileOthersAreIsNotHeld() {
    assertThat(limit.begin("leyla", HERE, START)).isEqualTo(SignInLimit.Begun.YES);
    assertThat(limit.begin("rashad", HERE, START)).isEqualTo(SignInLimit.Begun.YES);

    limit.ended("leyla", HERE, true, START);
    limit.ended("rashad", HERE, true, START);

    assertThat(limit.hold("leyla", HERE, START)).isEmpty();
    assertThat(limit.begin("leyla", HERE, START)).isEqualTo(SignInLimit.Begun.YES);
  }

  @Test
  void theWindowPasses() {
    fail("leyla", HERE, 5, START);

    assertThat(limit.hold("leyla", HERE, minute(15).minusMillis(1))).isPresent();
    assertThat(limit.hold("leyla", HERE, minute(15).plusMillis(1))).isEmpty();
  }

  @Test
  void failuresThatAreFarApartHoldNobody() {
    for (int i = 0; i < 10; i++) {
      Instant at = minute(4L * i);
      assertThat(limit.hold("leyla", HERE, at)).as("attempt %d", i).isEmpty();
      fail("leyla", HERE, 1, at);
    }
  }

  @Test
  void aCrowdOfStrangersDoesNotFillTheMemory() {
    fail("leyla", HERE, 5, START);
    for (int i = 0; i < 1_000; i++) {
      fail("guess" + i, "2001:db8::" + i, 1, START);
    }
    assertThat(limit.hold("leyla", HERE, START)).as("remembered among 2,000 keys").isPresent();

    for (int i = 0; i < 5_000; i++) {
      fail("other" + i, "2001:db8:1::" + i, 1, START);
    }

    assertThat(limit.hold("leyla", HERE, START)).as("forgotten behind 10,000 keys").isEmpty();
  }
}
