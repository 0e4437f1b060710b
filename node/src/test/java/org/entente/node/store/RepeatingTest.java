package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatingTest {
  private static final Duration SHORT = Duration.ofMillis(5);

  private final AtomicInteger runs = new AtomicInteger();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Repeating.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  void aTaskThatFailsRunsAgainAndTheLogSaysNothingOfWhatItSaid() {
    try (Repeating task = new Repeating("example", SHORT)) {
      task.start(() -> {
        if (runs.incrementAndGet() < 3) {
          throw new IllegalArgumentException("Hüseynzadə, born 1984");
        }
      });

      await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() >= 4);
    }

    assertThat(log.list)
        .hasSize(2)
        .allMatch(line -> line.getThrowableProxy() == null)
        .extracting(ILoggingEvent::getFormattedMessage)
        .allMatch(line -> line.contains("example") && line.contains("IllegalArgumentException"))
        .noneMatch(line -> line.contains("Hüseynzadə"));
  }

  @Test
  void aStoreThatStoppedEndsTheTask() throws InterruptedException {
    try (Repeating task = new Repeating("example", SHORT)) {
      task.start(() -> {
        runs.incrementAndGet();
        throw new StoreStopped("The disk is gone.", null);
      });
      await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() >= 1);
      Thread.sleep(20 * SHORT.toMillis());
    }

    assertThat(runs).hasValue(1);
    assertThat(log.list).isEmpty();
  }

  @Test
  void closingInterruptsTheTaskAndIsNoFault() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (Repeating task = new Repeating("example", SHORT)) {
      task.start(() -> {
        begun.countDown();
        try {
          Thread.sleep(Duration.ofMinutes(1));
        } finally {
          ended.countDown();
        }
      });
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(log.list).isEmpty();
  }
}
