package org.entente.node.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.node.LedgerOf;
import org.entente.node.SettableClock;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.Unsent;
import org.entente.node.exchange.MessageId;
import org.junit.jupiter.api.Test;

/** A node whose clock is wrong destroys nothing; one that stood still goes on. */
class WrongClockTest extends Correspondence {
  private static final Duration MONTHS = Duration.ofDays(240);

  private final SettableClock theirs =
      new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));

  @Override
  protected InstantSource clockOfBelgrade() {
    return theirs;
  }

  private void bothPass(Duration time) {
    clock.pass(time);
    theirs.pass(time);
  }

  private CaseId concluded() {
    baku.store.provenTime().holdAgainst(clock);
    MessageId request = arrived();
    bothPass(Duration.ofHours(1));
    belgradeSends(request, reply(clock.instant()));
    baku.retention.run();
    return caseOn(baku, request);
  }

  /** What a start does: the proof is read from the database. */
  private void startsAgain() {
    baku.store.provenTime().holdAgainst(clock);
  }

  private boolean erased(CaseId id) {
    return baku.view(id).messages().stream()
        .allMatch(m ->
            m.content() instanceof Content.Withheld w && w.why() == Content.Withheld.Why.ERASED);
  }

  private long erasures() {
    return LedgerOf.events(baku.store).stream().filter(e -> e.endsWith("-erased")).count();
  }

  @Test
  void aCaseIsThereAfterAStartOnAClockMonthsAhead() {
    CaseId id = concluded();
    clock.pass(MONTHS);
    startsAgain();

    assertThat(baku.retention.run()).isZero();
    assertThat(baku.store.provenTime().doubt()).isPresent();
    assertThat(erased(id)).isFalse();
    startsAgain();
    assertThat(baku.retention.run()).isZero();

    clock.pass(MONTHS.negated());
    startsAgain();
    assertThat(baku.store.provenTime().doubt()).isEmpty();
    assertThat(baku.retention.run()).isZero();
    assertThat(erased(id)).isFalse();
    assertThat(LedgerOf.events(baku.store)).contains("clock-doubted", "clock-confirmed");
  }

  @Test
  void aCaseIsThereAfterTheClockJumpedWhileTheNodeRuns() {
    CaseId id = concluded();
    clock.pass(MONTHS);

    assertThat(baku.retention.run()).isZero();
    assertThat(erased(id)).isFalse();
  }

  @Test
  void aNodeThatRunsErasesWhatIsDue() {
    CaseId id = concluded();
    int erased = 0;
    for (int day = 0; day < 365; day++) {
      bothPass(Duration.ofDays(1));
      erased += baku.retention.run();
    }

    assertThat(erased).isEqualTo(1);
    assertThat(erased(id)).isTrue();
  }

  @Test
  void aNodeThatStoodStillForMonthsErasesOnceAPartnerSignedTheTime() throws Exception {
    CaseId id = concluded();
    bothPass(MONTHS);
    startsAgain();
    assertThat(baku.retention.run()).isZero();

    baku.witnesses.askEveryone();
    assertThat(baku.retention.run()).isEqualTo(1);
    assertThat(erased(id)).isTrue();
    assertThat(baku.store.provenTime().doubt()).isEmpty();
  }

  @Test
  void aNodeThatStoodStillErasesOnceAnAdministratorConfirmed() {
    CaseId id = concluded();
    clock.pass(MONTHS);
    startsAgain();
    assertThat(baku.retention.run()).isZero();

    baku.store.provenTime().confirm();
    assertThat(baku.retention.run()).isEqualTo(1);
    assertThat(erased(id)).isTrue();
  }

  @Test
  void aClockThatWentBackErasesNothingUntilAPartnerSignsItsTime() {
    concluded();
    bothPass(Duration.ofDays(-3));

    assertThat(baku.store.provenTime().erases(clock.instant())).isFalse();
    baku.store.provenTime().signed(theirs.instant());
    assertThat(baku.store.provenTime().erases(clock.instant())).isTrue();
  }

  @Test
  void aDatabaseFromBeforeTakesItsLastEntryForProof() {
    arrived();
    clock.pass(MONTHS);
    startsAgain();

    assertThat(baku.store.provenTime().erases(clock.instant())).isFalse();
  }

  @Test
  void nothingElseThatEndsByTheClockIsErasedInDoubt() throws Exception {
    baku.store.provenTime().holdAgainst(clock);
    baku.oversight.glance(baku.supervisor);
    Unsent.Copy form = Unsent.Copy.fresh();
    UUID kept = form.writing();
    baku.unsent.save(
        baku.desk.id(), form, "/requests/new", "/requests/new", Map.of("text", List.of("Typed.")));
    long before = erasures();
    clock.pass(Duration.ofDays(20 * 365));

    assertThat(baku.oversight.eraseDue()).isZero();
    assertThat(baku.records.eraseDue()).isZero();
    baku.unsent.owned(baku.desk.id(), "another form");
    baku.unsent.save(
        baku.approver.id(),
        Unsent.Copy.fresh(),
        "/requests/new",
        "/requests/new",
        Map.of("text", List.of("Other.")));
    assertThat(erasures()).isEqualTo(before);

    clock.pass(Duration.ofDays(-20 * 365));
    assertThat(baku.unsent.open(baku.desk.id(), kept)).isPresent();
    assertThat(baku.store.provenTime().doubt()).isEmpty();
  }
}
