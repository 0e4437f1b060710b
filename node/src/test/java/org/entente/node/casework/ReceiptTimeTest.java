package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.entente.agreement.OffenceArea;
import org.entente.node.SettableClock;
import org.entente.node.act.Outcome;
import org.entente.node.agreements.StepState;
import org.entente.node.agreements.TakenStep;
import org.entente.node.exchange.MessageId;
import org.junit.jupiter.api.Test;

/** A partner whose clock is wrong, by mistake or on purpose, moves no clock here. */
class ReceiptTimeTest extends Correspondence {
  private final SettableClock theirs =
      new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));

  @Override
  protected InstantSource clockOfBelgrade() {
    return theirs;
  }

  @Test
  void aReceiptFromTheFutureDoesNotDeliverARequest() {
    theirs.pass(Duration.ofMinutes(11));
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);

    awaitFault(request, "receipt-time");
    assertThat(baku.state(request)).isEqualTo(MessageState.RELEASED);
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.PREPARING);
    assertThat(baku.view(caseOn(baku, request)).summary().deadline()).isEmpty();
    assertThat(baku.message(request).orElseThrow().receipt()).isEmpty();
  }

  @Test
  void aReceiptOfAnotherCenturyIsNoDefect() {
    theirs.pass(Duration.ofDays(365 * 9L));
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);

    awaitFault(request, "receipt-time");
    clock.pass(Duration.ofMinutes(30));
    MessageId other = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(other);
    awaitFault(other, "receipt-time");
    assertThat(attempts(request)).isEqualTo(1);
  }

  @Test
  void clocksThatDifferByMinutesExchange() {
    theirs.pass(Duration.ofMinutes(9));
    MessageId request = arrived();

    assertThat(stateOn(baku, request)).isEqualTo(CaseState.OPEN);
  }

  @Test
  void ourTerminationEndsTheAgreementWhateverThePartnersClockSays() {
    theirs.pass(Duration.ofDays(1));
    String hash = baku.agreements.all().getFirst().hash().value();
    MessageId step = step(baku.negotiation.terminate(baku.supervisor, hash, "It is over."));
    step(baku.negotiation.confirm(baku.approver, step));

    patiently().until(() -> attempts(step) > 0);
    assertThat(baku.negotiation.step(step).orElseThrow().state()).isEqualTo(StepState.RELEASED);
    assertThat(baku.agreements.endOf(hash, belgrade.id))
        .contains(
            clock
                .instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(Duration.ofDays(baku.agreements.noticeDaysOf(hash))));
  }

  private long attempts(MessageId message) {
    return baku.store.read(tx ->
        tx.sql("SELECT attempts FROM outbox WHERE message_id = :id")
            .param("id", message.toString())
            .query(Long.class)
            .single());
  }

  private static MessageId step(Outcome<TakenStep> outcome) {
    if (outcome instanceof Outcome.Done<TakenStep>(TakenStep done)) {
      return done.step();
    }
    throw new AssertionError("The step was not taken: " + outcome);
  }
}
