package org.entente.node.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.entente.node.work.Turns.Turn;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofHours(1);

  private final List<String> taken = new CopyOnWriteArrayList<>();

  private static void patiently(Callable<Boolean> until) {
    await().atMost(Duration.ofSeconds(30)).until(until);
  }

  @Test
  void aListThatFailsIsTriedAgainBehindTheOthers() {
    try (Turns<String> turns =
        new Turns<>(
            "example",
            SHORT,
            LONG,
            each -> {
              taken.add(each);
              if (each.equals("broken") && taken.size() < 3) {
                throw new IllegalStateException("on purpose");
              }
              return Turn.OVER;
            })) {
      turns.add("broken");
      turns.add("whole");
      turns.start();
      patiently(() -> taken.size() == 3);
    }
    assertThat(taken).containsExactly("broken", "whole", "broken");
  }

  @Test
  void listsTakeTurnsAndOneThatMustWaitHoldsUpNoOther() {
    try (Turns<String> turns =
        new Turns<>(
            "example",
            LONG,
            LONG,
            each -> {
              taken.add(each);
              return each.equals("waits") ? Turn.LATER : taken.size() < 5 ? Turn.AGAIN : Turn.OVER;
            })) {
      turns.add("waits");
      turns.add("one");
      turns.add("other");
      turns.start();
      patiently(() -> taken.size() >= 6);

      assertThat(turns.awaits("waits")).isTrue();
    }
    assertThat(taken).containsExactly("waits", "one", "other", "one", "other", "one");
  }

  @Test
  void aWordDuringATurnThatIsTheLastIsNotLost() {
    CountDownLatch said = new CountDownLatch(1);
    try (Turns<String> turns =
        new Turns<>(
            "example",
            LONG,
            LONG,
            each -> {
              taken.add(each);
              said.await();
              return Turn.OVER;
            })) {
      turns.start();
      turns.add("begun again");
      patiently(() -> taken.size() == 1);
      assertThat(turns.awaits("begun again")).isTrue();
      turns.add("begun again");
      said.countDown();
      patiently(() -> taken.size() == 2);
      patiently(() -> !turns.awaits("begun again"));
    }
  }

  @Test
  void whatMustWaitHasItsTurnAfterTheRest() {
    try (Turns<String> turns =
        new Turns<>(
            "example",
            SHORT,
            LONG,
            each -> {
              taken.add(each);
              return taken.size() < 3 ? Turn.LATER : Turn.OVER;
            })) {
      turns.start();
      turns.add("waits");
      patiently(() -> taken.size() == 3);
    }
  }
}
