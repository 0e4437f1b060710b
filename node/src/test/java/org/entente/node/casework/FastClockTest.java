package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.entente.agreement.OffenceArea;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.SettableClock;
import org.entente.node.act.Outcome;
import org.entente.node.agreements.TakenStep;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.Notice;
import org.entente.node.followup.NoticeStep;
import org.entente.node.followup.NoticeView;
import org.junit.jupiter.api.Test;

/** What was released while the clock ran ahead arrives once the clock is right. */
class FastClockTest extends Correspondence {
  private static final Duration AHEAD = Duration.ofHours(25);

  private final SettableClock theirs =
      new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));

  @Override
  protected InstantSource clockOfBelgrade() {
    return theirs;
  }

  @Test
  void aRequestReleasedUnderAFastClockArrivesOnceTheClockIsRight() {
    clock.pass(AHEAD);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);
    awaitFault(request, "sealed-in-the-future");
    Instant wrong = baku.message(request).orElseThrow().releasedAt().orElseThrow();

    clock.pass(AHEAD.negated());
    awaitState(baku, request, MessageState.DELIVERED);
    MessageView sent = baku.message(request).orElseThrow();
    assertThat(sent.misdatedAt()).as("what the wrong clock said").contains(wrong);
    assertThat(sent.releasedAt().orElseThrow()).isBefore(wrong.minus(AHEAD).plusSeconds(60));
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.OPEN);
    assertThat(LedgerOf.events(baku.store)).contains("sealed-again");
    assertThat(contentOn(belgrade, request)).isEqualTo(request());
  }

  @Test
  void aRequestThatWaitedUntriedArrivesToo() {
    belgrade.line.cutAfter(0);
    clock.pass(AHEAD);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);
    patiently().until(() -> baku.message(request).orElseThrow().fault().isPresent());

    clock.pass(AHEAD.negated());
    belgrade.line.mend();
    awaitState(baku, request, MessageState.DELIVERED);
  }

  @Test
  void aTerminationSealedAnewEndsTheAgreementForBothAtTheSameInstant() {
    String hash = baku.agreements.all().getFirst().hash().value();
    clock.pass(AHEAD);
    MessageId step = step(baku.negotiation.terminate(baku.supervisor, hash, "It is over."));
    step(baku.negotiation.confirm(baku.approver, step));
    Instant wrong = baku.agreements.endOf(hash, belgrade.id).orElseThrow();

    clock.pass(AHEAD.negated());
    whileTimePasses(() -> belgrade.agreements.endOf(hash, baku.id).isPresent());
    patiently()
        .until(() ->
            baku.agreements
                .endOf(hash, belgrade.id)
                .equals(belgrade.agreements.endOf(hash, baku.id)));
    assertThat(baku.agreements.endOf(hash, belgrade.id).orElseThrow()).isBefore(wrong);
  }

  @Test
  void aNoticeSealedAnewArrives() {
    MessageId request = arrived();
    clock.pass(AHEAD);
    Outcome<NoticeStep> outcome =
        baku.notices
            .desk()
            .send(
                baku.desk,
                request,
                new Notice.Correction("facts", "Twelve kilograms.", "Weighed again."));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    clock.pass(AHEAD.negated());

    whileTimePasses(() -> LedgerOf.events(belgrade.store).contains("notice-received"));
    assertThat(LedgerOf.events(baku.store)).contains("sealed-again");
    NoticeView told = baku.notices.desk().of(baku.desk, caseOn(baku, request)).own().getFirst();
    assertThat(told.releasedAt().orElseThrow()).isBefore(told.misdatedAt().orElseThrow());
  }

  /** An attempt that the partner refused while the clock ran ahead is followed by a wait. */
  private void whileTimePasses(BooleanSupplier until) {
    patiently()
        .until(() -> {
          clock.pass(Duration.ofMillis(100));
          return until.getAsBoolean();
        });
  }

  private static Content contentOn(Authority node, MessageId message) {
    return node.message(message).orElseThrow().content();
  }

  private static MessageId step(Outcome<TakenStep> outcome) {
    if (outcome instanceof Outcome.Done<TakenStep>(TakenStep done)) {
      return done.step();
    }
    throw new AssertionError("The step was not taken: " + outcome);
  }
}
