package org.entente.node.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.duty.AlarmId;
import org.entente.duty.Chain;
import org.entente.duty.Layer;
import org.entente.duty.Roster;
import org.entente.duty.Step;
import org.entente.duty.Way;
import org.entente.duty.Whom;
import org.entente.node.Authority;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.Pressing;
import org.entente.node.casework.Route;
import org.entente.node.exchange.MessageId;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.SampleMeasures;
import org.entente.node.measures.Stated;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.junit.jupiter.api.Test;

/** What rings at the post of a node that exchanges real messages with another. */
@OnMixedDatabases
class SignsTest extends Correspondence {
  private void planned(Authority node) {
    Layer always =
        new Layer(
            List.of(SharedBook.person(node.desk.id())),
            LocalDate.of(2026, 1, 1),
            LocalTime.of(8, 0),
            1,
            Optional.empty());
    Step first = new Step(new Whom.OnWatch(), EnumSet.of(Way.E_MAIL), Duration.ofMinutes(5));
    node.store.write(tx -> {
      PostRows.put(
          tx,
          new Post(
              DutyDesk.DESK,
              "Desk",
              Set.of(node.desk.id()),
              new Roster(ZoneOffset.UTC, List.of(always), List.of()),
              new Chain(List.of(first), Duration.ofMinutes(30)),
              Duration.ZERO,
              1,
              node.supervisor.id(),
              clock.instant(),
              "A test has no mail server."));
      return true;
    });
  }

  private List<AlarmKind> rings(Authority node) {
    var _ = node.duty.see();
    return node.duty.desk().alarms(node.desk, false).stream().map(AlarmView::kind).toList();
  }

  @Test
  void anUrgentRequestRingsUntilAnOfficerHoldsItAndThenAtFourFifthsAndWhenItIsLate() {
    planned(belgrade);
    MessageId request = arrived();
    assertThat(rings(belgrade)).containsExactly(AlarmKind.URGENT_MATTER);
    assertThat(rings(belgrade)).containsExactly(AlarmKind.URGENT_MATTER);

    done(belgrade.casework.holding().take(belgrade.desk, caseOn(belgrade, request)));
    assertThat(rings(belgrade)).isEmpty();

    Instant now = clock.instant();
    Duration left = Duration.between(now, deadlineOn(belgrade, request).dueAt(now));
    clock.pass(left.multipliedBy(4).dividedBy(5).plusSeconds(60));
    assertThat(rings(belgrade)).containsExactly(AlarmKind.DEADLINE_NEAR);
    clock.pass(left.dividedBy(5));
    assertThat(rings(belgrade)).containsExactly(AlarmKind.DEADLINE_MISSED);

    belgradeSends(request, reply(clock.instant()));
    assertThat(rings(belgrade)).isEmpty();
    assertThat(belgrade.duty.desk().alarms(belgrade.desk, true)).hasSize(3);
  }

  @Test
  void aJudgeWhoDoesNotAnswerInTimeRings() {
    planned(belgrade);
    MessageId request = arrived();
    done(belgrade.casework.holding().take(belgrade.desk, caseOn(belgrade, request)));
    done(
        belgrade
            .casework
            .routing()
            .ask(
                belgrade.desk,
                caseOn(belgrade, request),
                Route.Kind.JUDGE,
                new Route.Asked("Judge on call", "+381 11 000 000", "Authorise the answer.")));
    assertThat(rings(belgrade)).isEmpty();

    clock.pass(Duration.ofHours(5));

    assertThat(rings(belgrade)).contains(AlarmKind.ROUTE_SILENT);
  }

  @Test
  void workThatIsSeenRenewsAnAcknowledgement() {
    planned(belgrade);
    MessageId request = arrived();
    var _ = belgrade.duty.see();
    AlarmId alarm = belgrade.duty.desk().alarms(belgrade.desk, false).getFirst().id();
    done(belgrade.duty.desk().acknowledge(belgrade.desk, alarm));
    clock.pass(Duration.ofMinutes(20));
    done(
        belgrade
            .casework
            .routing()
            .ask(
                belgrade.desk,
                caseOn(belgrade, request),
                Route.Kind.AUTHORITY,
                new Route.Asked("Border police", "+381 11 000 000", "Did he cross?")));
    var _ = belgrade.duty.see();

    clock.pass(Duration.ofMinutes(20));
    var _ = belgrade.duty.see();
    var _ = belgrade.duty.carry();
    assertThat(state(alarm)).isEqualTo(AlarmView.State.ACKNOWLEDGED);
    clock.pass(Duration.ofMinutes(11));
    var _ = belgrade.duty.see();
    var _ = belgrade.duty.carry();
    assertThat(state(alarm)).isEqualTo(AlarmView.State.RINGING);
  }

  @Test
  void anAlertRingsBeforeAllMattersAreLookedThroughAndOnce() {
    planned(belgrade);
    arrived();
    Measure.Alert alert = SampleMeasures.alert(null);
    Stated stated = SampleMeasures.stated(UrgencyReason.THREAT_TO_LIFE);
    MeasureId id =
        done(baku.measures.desk().prepare(baku.desk, alert, stated, Set.of(belgrade.id), Set.of()));
    done(baku.measures.desk().release(baku.approver, id));
    patiently()
        .until(() ->
            baku.measures.desk().view(baku.desk, id).orElseThrow().sent() == 1
                && !belgrade.measures.desk().page(belgrade.desk, Paged.FIRST).lines().isEmpty());

    var _ = belgrade.duty.seeUrgent();
    assertThat(belgrade.duty.desk().alarms(belgrade.desk, false))
        .extracting(AlarmView::kind)
        .containsExactly(AlarmKind.MEASURE_UNSEEN);
    var _ = belgrade.duty.seeUrgent();
    assertThat(rings(belgrade))
        .containsExactlyInAnyOrder(AlarmKind.MEASURE_UNSEEN, AlarmKind.URGENT_MATTER);
  }

  private AlarmView.State state(AlarmId alarm) {
    return belgrade.duty.desk().alarms(belgrade.desk, false).stream()
        .filter(each -> each.id().equals(alarm))
        .map(AlarmView::state)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPartnerWhomNothingReachesRingsAfterAQuarterOfAnHour() throws Exception {
    planned(baku);
    belgrade.line.cutAfter(0);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);
    patiently().until(() -> baku.message(request).orElseThrow().fault().isPresent());
    assertThat(rings(baku)).isEmpty();

    clock.pass(Signs.LINE_DOWN_AFTER.plusSeconds(1));

    assertThat(rings(baku)).containsExactly(AlarmKind.LINE_DOWN);
  }

  @Test
  void figuresSayHowFastAlarmsWereAcknowledgedAndHowManyRangInTheBusiestHour() {
    planned(belgrade);
    arrived();
    arrived();
    var _ = belgrade.duty.see();
    List<AlarmView> open = belgrade.duty.desk().alarms(belgrade.desk, false);
    clock.pass(Duration.ofMinutes(2));
    done(belgrade.duty.desk().acknowledge(belgrade.desk, open.get(0).id()));
    clock.pass(Duration.ofMinutes(2));
    done(belgrade.duty.desk().takeUp(belgrade.desk, open.get(1).id()));

    AlarmFigures figures = belgrade.duty.desk().figures(belgrade.desk);

    assertThat(figures.half()).contains(Duration.ofMinutes(2));
    assertThat(figures.most()).contains(Duration.ofMinutes(4));
    assertThat(figures.mostInAnHour()).isEqualTo(2);
    assertThat(figures.loudest()).contains(AlarmKind.URGENT_MATTER);
    assertThat(figures.untouched()).isZero();
  }

  @Test
  void halfOfTheTimeIsASignOnlyWhereNobodyHoldsTheMatter() {
    Instant received = Instant.parse("2026-11-24T00:00:00Z");
    Pressing.Clock eight = new Pressing.Clock(received, received.plus(Duration.ofHours(8)));
    Instant half = received.plus(Duration.ofHours(4));

    assertThat(Signs.deadline(eight, false, half.minusSeconds(1))).isEmpty();
    assertThat(Signs.deadline(eight, false, half)).contains(AlarmKind.DEADLINE_HALF);
    assertThat(Signs.deadline(eight, true, half)).isEmpty();
    assertThat(Signs.deadline(eight, true, received.plusSeconds(8 * 3600 * 4 / 5)))
        .contains(AlarmKind.DEADLINE_NEAR);
    assertThat(Signs.deadline(eight, true, eight.due())).contains(AlarmKind.DEADLINE_MISSED);
  }
}
