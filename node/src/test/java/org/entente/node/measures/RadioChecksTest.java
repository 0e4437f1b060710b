package org.entente.node.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.officers.Role;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** A post asks a partner's post whether a person answers. */
@OnMixedDatabases
class RadioChecksTest extends MeasureCorrespondence {
  private RadioChecks checks() {
    return baku.measures.desk().radioChecks(baku.desk, belgrade.id).orElseThrow();
  }

  @Test
  void aRadioCheckRingsThereUntilAPersonAnswersAndThatIsRecorded() {
    assertThat(checks().overdue()).isTrue();
    assertThat(checks().answeredAt()).isEmpty();
    MeasureId id = done(baku.measures.desk().radioCheck(baku.desk, belgrade.id));
    awaitLeg(baku, id, Sending.DELIVERED);
    refused(
        baku.measures.desk().radioCheck(baku.supervisor, belgrade.id), MeasureRefusal.CHECK_WAITS);
    assertThat(checks().overdue()).isTrue();

    MeasureView there = received(belgrade);
    assertThat(there.kind()).isEqualTo(MeasureKind.RADIO_CHECK);
    assertThat(
            belgrade.store.read(tx -> belgrade.measures.presses().now(tx, clock.instant())).stream()
                .map(Presses.Press::why))
        .containsExactly(Presses.Why.RADIO_CHECK);
    clock.pass(Duration.ofMinutes(3));
    Instant at = clock.instant();
    done(belgrade.measures.desk().seen(belgrade.desk, there.id()));
    eventually(() -> view(baku, id).seen() == 1);

    RadioChecks checks = checks();
    assertThat(checks.overdue()).isFalse();
    assertThat(checks.answeredAt()).contains(at);
    assertThat(checks.took()).contains(Duration.ofMinutes(3));
    assertThat(checks.asked()).isEqualTo(1);
    assertThat(checks.answered()).isEqualTo(1);
    assertThat(view(baku, id).settledAt()).isPresent();
    assertThat(belgrade.proofs.since(Event.MEASURE_SEEN, at.minusSeconds(1))).hasSize(1);
  }

  @Test
  void oneThatNobodyAnswersIsCountedAndIsOverdueAfterAMonth() {
    MeasureId id = done(baku.measures.desk().radioCheck(baku.desk, belgrade.id));
    awaitLeg(baku, id, Sending.DELIVERED);
    done(belgrade.measures.desk().seen(belgrade.desk, received(belgrade).id()));
    eventually(() -> view(baku, id).seen() == 1);
    clock.pass(RadioChecks.EVERY.minusDays(1));
    assertThat(checks().overdue()).isFalse();

    done(baku.measures.desk().radioCheck(baku.desk, belgrade.id));
    clock.pass(Duration.ofDays(2));

    assertThat(checks().overdue()).isTrue();
    assertThat(checks().asked()).isEqualTo(2);
    assertThat(checks().answered()).isEqualTo(1);
  }

  @Test
  void onlyAPartnerThatMayBeAlertedIsAskedAndOnlyByWhoKeepsWatch() {
    refused(
        baku.measures.desk().radioCheck(officer(Role.ANALYST), belgrade.id), Usual.ROLE_MISSING);
    refused(baku.measures.desk().radioCheck(baku.desk, new AuthorityId("ge.mia")), Usual.NOT_FOUND);
    assertThat(baku.measures.desk().radioChecks(officer(Role.ANALYST), belgrade.id))
        .isEqualTo(Optional.empty());
  }
}
