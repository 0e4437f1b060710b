package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.entente.agreement.Deadline;
import org.entente.agreement.DeadlineRule;
import org.entente.agreement.DeadlineState;
import org.entente.agreement.Urgency;
import org.entente.node.store.Database;
import org.entente.node.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts carry the instants of two clocks, which may differ by minutes. */
class CaseClockTest {
  private static final Instant RECEIVED = Instant.parse("2026-03-02T10:05:00Z");
  private static final Instant EARLIER = Instant.parse("2026-03-02T10:00:00Z");
  private static final DeadlineRule RULE = new DeadlineRule(8, 3, 7, true);
  private final CaseId id = CaseId.next();

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(Database.SQLITE.fresh(folder), () -> {});
    store.write(tx -> {
      tx.sql(
              "INSERT INTO case_file (id, reference, partner, side, request, opening,"
                  + " agreement_hash, offence, urgency, state, opened_at) VALUES (:id, 'RS-2026-000001',"
                  + " 'az.mia', 'THEIRS', :id, 'REQUEST', 'h', 'TERRORISM', 'NORMAL', 'OPEN', 0)")
          .param("id", id.toString())
          .update();
      CaseClock.start(tx, id, RULE, Urgency.NORMAL, RECEIVED);
      return 0;
    });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aQuestionThatReachedTheAskerBeforeTheRequestArrivedStopsTheClockFromTheArrival() {
    Deadline deadline =
        store.write(tx -> {
          CaseClock.suspend(tx, id, EARLIER);
          CaseClock.resume(tx, id, EARLIER.plus(Duration.ofHours(1)));
          return CaseClock.read(tx, id).orElseThrow();
        });

    assertThat(deadline.dueAt(RECEIVED.plus(Duration.ofHours(2))))
        .isEqualTo(RECEIVED.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(55)));
  }

  @Test
  void anAnswerThatReachedTheAskerBeforeTheRequestArrivedIsInTime() {
    Deadline deadline =
        store.write(tx -> {
          CaseClock.answer(tx, id, EARLIER);
          return CaseClock.read(tx, id).orElseThrow();
        });

    assertThat(deadline.answered()).contains(RECEIVED);
    assertThat(deadline.state(RECEIVED.plusSeconds(1))).isEqualTo(DeadlineState.MET);
  }
}
