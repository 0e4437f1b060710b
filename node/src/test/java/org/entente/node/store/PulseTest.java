package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.UncategorizedSQLException;

class PulseTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final IntConsumer before = Pulse.end;
  private final AtomicInteger status = new AtomicInteger(-1);

  @AfterEach
  void endAsBefore() {
    Pulse.end = before;
  }

  private static List<Pulse.Sign> signs(String name) {
    return Pulse.all().stream().filter(sign -> sign.name().equals(name)).toList();
  }

  @Test
  void aLoopThatTheDatabaseThrewOutGoesOn() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();
    Pulse pulse = Pulse.of("example-database", LONG);

    Thread thread =
        pulse.start(() -> {
          if (rounds.incrementAndGet() < 3) {
            throw new UncategorizedSQLException("read", null, new SQLException("Hüseynzadə"));
          }
        });

    thread.join(Duration.ofSeconds(30));
    assertThat(rounds).hasValue(3);
    assertThat(signs("example-database")).as("it ended as it should").isEmpty();
  }

  @Test
  void aLoopThatAnErrorOfOurOwnThrewOutGoesOn() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();

    Thread thread =
        Pulse.of("example-error", LONG)
            .start(() -> {
              if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError();
              }
              if (rounds.get() == 2) {
                throw new AssertionError("a defect");
              }
            });

    thread.join(Duration.ofSeconds(30));
    assertThat(rounds).hasValue(3);
  }

  @Test
  void memoryThatHasRunOutEndsTheProcessWithAStatus() throws InterruptedException {
    Pulse.end = status::set;
    AtomicInteger rounds = new AtomicInteger();

    Thread thread =
        Pulse.of("example-memory", LONG)
            .start(() -> {
              if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException(new OutOfMemoryError("on purpose"));
              }
            });

    thread.join(Duration.ofSeconds(30));
    assertThat(status).hasValue(Pulse.NOT_TO_BE_RELIED_ON);
  }

  @Test
  void aTaskThatRepeatsIsNotDroppedByAnError() {
    Pulse.end = status::set;
    AtomicInteger runs = new AtomicInteger();
    try (Repeating task = new Repeating("example-repeating", Duration.ofMillis(5))) {
      task.start(() -> {
        if (runs.incrementAndGet() < 3) {
          throw new NoClassDefFoundError("on purpose");
        }
      });
      await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() > 3);
    }
    assertThat(status).hasValue(-1);
  }

  @Test
  void whoAsksSeesWhichPartFailsAndWhere() {
    CountDownLatch end = new CountDownLatch(1);
    Pulse pulse = Pulse.of("example-seen", LONG);
    Thread thread =
        pulse.start(() -> {
          if (signs("example-seen").getFirst().fault().isEmpty()) {
            throw new IllegalArgumentException("Hüseynzadə, born 1984");
          }
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> signs("example-seen").getFirst().state() == Pulse.State.FAILS);

    assertThat(signs("example-seen").getFirst().fault())
        .contains("IllegalArgumentException", "PulseTest")
        .doesNotContain("Hüseynzadə");
    pulse.moved();
    assertThat(signs("example-seen").getFirst().state()).isEqualTo(Pulse.State.LIVES);
    end.countDown();
    assertThat(thread).isNotNull();
  }

  @Test
  void whatHasNotMovedForLongStandsStill() {
    Pulse pulse = Pulse.of("example-still", Duration.ofNanos(1));
    pulse.begins();
    try {
      assertThat(signs("example-still").getFirst().state()).isEqualTo(Pulse.State.STANDS_STILL);
    } finally {
      pulse.ended();
    }
  }

  @Test
  void anErrorInOneUnitIsItsCallersAndTheWriterLives(@TempDir Path folder) {
    Store store =
        Store.open(
            StoreSettings.embedded(folder.resolve("node.db"), StoreSettings.shelfIn(folder)),
            () -> {});
    try {
      assertThat(
              Assertions.catchThrowable(() ->
                  store.write(tx -> {
                    throw new StackOverflowError();
                  })))
          .isInstanceOf(StackOverflowError.class);
      int one = store.write(tx -> 1);
      assertThat(one).isEqualTo(1);
    } finally {
      store.close();
    }
  }
}
