package org.entente.node.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.entente.node.work.Worker.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;

class WorkerTest {
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofHours(1);

  private final IntConsumer before = Faults.end;
  private final AtomicInteger status = new AtomicInteger(-1);
  private final AtomicInteger rounds = new AtomicInteger();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Faults.class);

  @BeforeEach
  void listen() {
    Faults.end = status::set;
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    Faults.end = before;
  }

  private static void patiently(Callable<Boolean> until) {
    await().atMost(Duration.ofSeconds(30)).until(until);
  }

  /** Fails for this many rounds. */
  private Worker failing(int times, RuntimeException fault) {
    return new Worker(
        "example",
        SHORT,
        LONG,
        () -> {
          if (rounds.incrementAndGet() <= times) {
            throw fault;
          }
          return Round.NOTHING;
        });
  }

  @Test
  void aDatabaseThatWasAwayEndsNoWorkerAndTheLogSaysNothingOfWhatItSaid() {
    try (Worker worker =
        failing(
            3, new UncategorizedSQLException("read", null, new SQLException("Hüseynzadə, 1984")))) {
      worker.start();
      patiently(() -> rounds.get() > 4);

      assertThat(worker.sign().state()).isEqualTo(State.LIVES);
      assertThat(worker.sign().failures()).isEqualTo(3);
    }
    assertThat(log.list)
        .hasSize(3)
        .allMatch(line -> line.getThrowableProxy() == null)
        .extracting(ILoggingEvent::getFormattedMessage)
        .allMatch(line -> line.contains("example") && line.contains("UncategorizedSQLException"))
        .noneMatch(line -> line.contains("Hüseynzadə"));
  }

  @Test
  void anErrorOfOurOwnEndsNoWorkerAndNoProcess() {
    Worker.Task task =
        () ->
            switch (rounds.incrementAndGet()) {
              case 1 -> throw new StackOverflowError();
              case 2 -> throw new NoClassDefFoundError("on purpose");
              case 3 -> throw new InterruptedException("nobody closed it");
              default -> Round.NOTHING;
            };
    try (Worker worker = new Worker("example", SHORT, LONG, task)) {
      worker.start();
      patiently(() -> rounds.get() > 4);
    }
    assertThat(status).hasValue(-1);
  }

  @Test
  void memoryThatHasRunOutEndsTheProcessWithAStatus() {
    try (Worker worker =
        failing(1, new IllegalStateException(new OutOfMemoryError("on purpose")))) {
      worker.start();
      patiently(() -> status.get() == Faults.NOT_TO_BE_RELIED_ON);
    }
  }

  private static final class Gone extends EndOfWork {
    private static final long serialVersionUID = 1L;

    Gone() {
      super("The disk is gone.", null);
    }
  }

  @Test
  void onlyTheEndOfWhatItRestsOnEndsAWorkerAndItSaysNothing() {
    try (Worker worker = failing(1, new Gone())) {
      worker.start();
      patiently(() -> worker.sign().state() == State.ENDED);
      worker.wake();
    }
    assertThat(rounds).hasValue(1);
    assertThat(log.list).isEmpty();
  }

  @Test
  void whoAsksSeesWhatFailsAndWhereUntilARoundGoesWell() {
    CountDownLatch seen = new CountDownLatch(1);
    Worker.Task task =
        () -> {
          if (rounds.incrementAndGet() == 1) {
            throw new IllegalArgumentException("Hüseynzadə, born 1984");
          }
          seen.await();
          return Round.NOTHING;
        };
    try (Worker worker = Worker.interrupted("example", SHORT, LONG, task)) {
      worker.start();
      patiently(() -> rounds.get() > 1);

      assertThat(worker.sign().state()).isEqualTo(State.FAILS);
      assertThat(worker.sign().fault())
          .contains("IllegalArgumentException", "WorkerTest")
          .doesNotContain("Hüseynzadə");
      seen.countDown();
      patiently(() -> worker.sign().state() == State.LIVES);
    }
  }

  @Test
  void whatIsMissingOutsideIsWaitedForAndIsNoFaultOfTheNode() {
    try (Worker worker =
        new Worker(
            "example",
            SHORT,
            LONG,
            () -> rounds.incrementAndGet() < 3 ? new Round.Failed("index-silent") : Round.DID)) {
      worker.start();
      patiently(() -> worker.sign().failures() == 2 && rounds.get() > 3);
    }
    assertThat(log.list).isEmpty();
  }

  @Test
  void aRoundThatTakesTooLongStandsStillUnlessItGivesSigns() {
    CountDownLatch end = new CountDownLatch(1);
    try (Worker worker =
        Worker.interrupted(
            "example",
            Duration.ZERO,
            Duration.ofMillis(1),
            () -> {
              rounds.incrementAndGet();
              end.await();
              return Round.NOTHING;
            })) {
      worker.start();
      patiently(() -> worker.sign().state() == State.STANDS_STILL);
    }
  }

  @Test
  void whoCallsIsNotKeptWaitingForTheNextLook() {
    try (Worker worker = Worker.every("example", LONG, rounds::incrementAndGet)) {
      worker.start();
      patiently(() -> rounds.get() == 1);
      worker.wake();
      patiently(() -> rounds.get() == 2);
    }
  }

  @Test
  void whatWakesOthersDoesNotMakeAFailingWorkerTryWithoutAPause() throws Exception {
    Worker worker =
        new Worker(
            "example",
            LONG,
            LONG,
            () -> {
              rounds.incrementAndGet();
              throw new IllegalStateException("on purpose");
            });
    try (worker) {
      worker.start();
      patiently(() -> worker.sign().failures() == 1);
      for (int i = 0; i < 10_000; i++) {
        worker.wake();
      }
      assertThat(rounds.get()).isLessThan(5);
    }
  }

  @Test
  void closingInterruptsWhatMayWaitForAPartnerAndIsNoFault() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (Worker worker =
        Worker.every(
            "example",
            LONG,
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                ended.countDown();
              }
            })) {
      worker.start();
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(log.list).isEmpty();
  }

  @Test
  void aWorkerThatIsClosedHasEndedItsRoundAndNeverBeginsAnother() {
    AtomicInteger within = new AtomicInteger();
    Worker worker =
        new Worker(
            "example",
            SHORT,
            LONG,
            () -> {
              within.incrementAndGet();
              rounds.incrementAndGet();
              within.decrementAndGet();
              return Round.DID;
            });
    worker.start();
    patiently(() -> rounds.get() > 3);
    worker.close();
    int then = rounds.get();
    worker.start();
    worker.wake();

    assertThat(within).hasValue(0);
    assertThat(rounds).hasValue(then);
    assertThat(worker.workers()).as("health does not ask for it any more").isEmpty();
  }
}
