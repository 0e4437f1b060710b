package org.entente.node.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.Authority;
import org.entente.node.act.Usual;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.Hindrance;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Role;
import org.entente.node.oversight.MentionKey;
import org.entente.node.oversight.PersonDescription;
import org.entente.node.oversight.Transfer;
import org.entente.node.oversight.Transfers;
import org.entente.node.partners.Ruling;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** What officers of two authorities get from urgent measures. */
@OnMixedDatabases
class MeasuresTest extends MeasureCorrespondence {
  private List<Presses.Why> presses(Authority node) {
    return node.store.read(tx -> node.measures.presses().now(tx, clock.instant())).stream()
        .map(Presses.Press::why)
        .toList();
  }

  @Test
  void anAlertIsOnThePartnersBoardAndItsSenderLearnsWhichPostSawItAndNotWho() {
    MeasureId id = alertArrived();

    MeasureView there = received(belgrade);
    assertThat(there.says()).contains(alert());
    assertThat(there.unseenHere()).isTrue();
    assertThat(there.legs().getFirst().partnerReference()).isEqualTo(view(baku, id).reference());
    assertThat(presses(belgrade)).containsExactly(Presses.Why.UNSEEN);
    assertThat(leg(baku, id).unseenThere()).isTrue();
    assertThat(view(baku, id).settledAt()).isEmpty();

    Instant at = clock.instant();
    done(belgrade.measures.desk().seen(belgrade.desk, there.id()));
    eventually(() -> view(baku, id).seen() == 1);

    MeasureView.Leg seen = leg(baku, id);
    assertThat(seen.seenAt()).contains(at);
    assertThat(seen.seenBy()).isEmpty();
    assertThat(seen.steps().getFirst().says())
        .contains(new Measure.Seen(seen.id().value(), at, "desk"));
    assertThat(presses(belgrade)).isEmpty();
    assertThat(view(baku, id).settledAt()).isPresent();
    refused(belgrade.measures.desk().seen(belgrade.desk, there.id()), Usual.WRONG_STATE);
  }

  @Test
  void anAlertTakesTwoPersons() {
    MeasureDesk desk = baku.measures.desk();
    MeasureId id =
        done(
            desk.prepare(
                baku.desk,
                alert(),
                stated(UrgencyReason.THREAT_TO_LIFE),
                Set.of(belgrade.id),
                Set.of()));
    Officer both =
        new Officer(
            baku.desk.id(),
            "both",
            "Both",
            Set.of(Role.DESK, Role.APPROVER),
            baku.desk.language(),
            baku.desk.zone());

    refused(desk.release(baku.desk, id), Usual.ROLE_MISSING);
    refused(desk.release(both, id), Usual.SAME_PERSON);
    refused(desk.releaseAlone(baku.desk, id), MeasureRefusal.NOT_ABOUT_LIFE);
    done(desk.release(baku.approver, id));
    refused(desk.release(baku.approver, id), Usual.WRONG_STATE);
    refused(desk.withdraw(baku.desk, id), Usual.WRONG_STATE);
  }

  @Test
  void whatIsTakenBackNeverLeaves() {
    MeasureDesk desk = baku.measures.desk();
    MeasureId id =
        done(
            desk.prepare(
                baku.desk,
                alert(),
                stated(UrgencyReason.THREAT_TO_LIFE),
                Set.of(belgrade.id),
                Set.of()));

    done(desk.withdraw(baku.desk, id));

    refused(desk.release(baku.approver, id), Usual.WRONG_STATE);
    assertThat(view(baku, id).settledAt()).isPresent();
  }

  @Test
  void whatTheAgreementDoesNotPermitIsShownBeforeAndDoesNotLeave() {
    Stated political =
        new Stated(
            OffenceArea.TERRORISM,
            Optional.of(UrgencyReason.THREAT_TO_LIFE),
            Optional.empty(),
            0,
            false,
            false,
            true,
            OptionalInt.empty());
    MeasureDesk desk = baku.measures.desk();
    MeasureId id = done(desk.prepare(baku.desk, alert(), political, Set.of(belgrade.id), Set.of()));

    Foreseen foreseen = desk.foreseen(id).getFirst();
    assertThat(foreseen.leaves()).isFalse();
    assertThat(foreseen.ruling()).isInstanceOf(Ruling.NotPermitted.class);
    refused(desk.release(baku.approver, id), MeasureRefusal.NOBODY_PERMITTED);
    assertThat(view(baku, id).state()).isEqualTo(MeasureState.WAITING);
  }

  @Test
  void nothingIsChosenForTheOfficerAndEachFaultIsNamed() {
    Measure.Alert empty =
        new Measure.Alert("", "", "", "", "", null, Set.<HandlingCode>of(), null, "");
    Stated noReason =
        new Stated(
            OffenceArea.TERRORISM,
            Optional.empty(),
            Optional.empty(),
            0,
            false,
            false,
            false,
            OptionalInt.empty());

    assertThat(
            refused(baku.measures.desk().prepare(baku.desk, empty, noReason, Set.of(), Set.of())))
        .isInstanceOfSatisfying(
            Hindrance.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(ContentFault::field)
                    .contains(
                        "what",
                        "where",
                        "when",
                        "endangered",
                        "asked",
                        "handling",
                        "language",
                        "urgencyReason",
                        "partner"));
    assertThat(
            refused(
                baku.measures
                    .desk()
                    .prepare(
                        baku.desk,
                        lifeAtRisk(),
                        stated(UrgencyReason.LOSS_OF_RELEVANCE),
                        Set.of(belgrade.id),
                        Set.of())))
        .isInstanceOf(Hindrance.Faulty.class);
    assertThat(
            refused(
                baku.measures
                    .desk()
                    .prepare(
                        baku.desk,
                        alert(),
                        stated(UrgencyReason.THREAT_TO_LIFE),
                        Set.of(new AuthorityId("ge.mia")),
                        Set.of())))
        .isInstanceOf(Hindrance.Faulty.class);
  }

  @Test
  void aCorrectionReachesWhoeverGotTheAlertAndHasToBeSeenAgain() {
    MeasureId id = alertArrived();
    MeasureView there = received(belgrade);
    done(belgrade.measures.desk().seen(belgrade.desk, there.id()));
    eventually(() -> view(baku, id).seen() == 1);

    done(
        baku.measures
            .desk()
            .correct(baku.desk, id, new Measure.Correction(Measure.Corrects.EXERCISE, "")));
    MessageId leg = leg(baku, id).id();
    awaitCourse(belgrade, leg, Course.CORRECTED);

    assertThat(presses(belgrade)).containsExactly(Presses.Why.UNSEEN);
    assertThat(leg(baku, id).unseenThere()).isTrue();
    done(belgrade.measures.desk().seen(belgrade.supervisor, there.id()));
    eventually(() -> view(baku, id).seen() == 1);
    refused(
        baku.measures
            .desk()
            .correct(baku.desk, id, new Measure.Correction(Measure.Corrects.ERROR, "")),
        Usual.WRONG_STATE);
  }

  @Test
  void oneOfficerReleasesWhatALifeDependsOnAndAnotherLooksAtItWithinTwoDays() {
    MeasureDesk desk = baku.measures.desk();
    Instant begin = clock.instant();
    MeasureId id =
        done(
            desk.prepare(
                baku.desk,
                lifeAtRisk(),
                stated(UrgencyReason.THREAT_TO_LIFE),
                Set.of(belgrade.id),
                Set.of()));
    done(desk.releaseAlone(baku.desk, id));
    awaitLeg(baku, id, Sending.DELIVERED);

    assertThat(presses(belgrade)).containsExactly(Presses.Why.LIFE_AT_RISK);
    assertThat(desk.alone(baku.supervisor, begin)).extracting(MeasureView::id).containsExactly(id);
    assertThat(view(baku, id).reviewDueAt()).contains(begin.plus(Duration.ofHours(48)));
    assertThat(presses(baku)).isEmpty();
    clock.pass(Duration.ofHours(37));
    assertThat(presses(baku)).containsExactly(Presses.Why.UNREVIEWED);

    refused(desk.review(baku.desk, id, true, ""), Usual.ROLE_MISSING);
    refused(desk.review(baku.approver, id, false, ""), Usual.REASON_MISSING);
    done(desk.review(baku.approver, id, false, "The approver could have been called."));
    refused(desk.review(officer(Role.SUPERVISOR), id, true, ""), Usual.WRONG_STATE);
    assertThat(presses(baku)).isEmpty();
    assertThat(view(baku, id).review())
        .hasValueSatisfying(review -> {
          assertThat(review.confirmed()).isFalse();
          assertThat(review.words()).isEqualTo("The approver could have been called.");
        });
  }

  @Test
  void whoReleasedAloneDoesNotConfirmIt() {
    MeasureDesk desk = baku.measures.desk();
    MeasureId id =
        done(
            desk.prepare(
                baku.desk,
                lifeAtRisk(),
                stated(UrgencyReason.THREAT_TO_LIFE),
                Set.of(belgrade.id),
                Set.of()));
    done(desk.releaseAlone(baku.approver, id));

    refused(desk.review(baku.approver, id, true, ""), Usual.SAME_PERSON);
    done(desk.review(baku.supervisor, id, true, ""));
  }

  // Preservation.

  private MeasureId preservationArrived() {
    MeasureId id = sent(baku, preservation(), stated(UrgencyReason.LOSS_OF_RELEVANCE), belgrade.id);
    awaitLeg(baku, id, Sending.DELIVERED);
    return id;
  }

  private void follows(Authority from, Authority to, MessageId leg, Measure says, Course then) {
    done(from.measures.desk().follow(from.desk, leg, says));
    awaitCourse(from, leg, then);
    awaitCourse(to, leg, then);
  }

  private static boolean worked(Authority node, MeasureId id, Instant since) {
    return node.store.read(tx -> node.measures.presses().worked(tx, id, since));
  }

  @Test
  void preservedDataAreExtendedRemindedOfAndReleased() {
    MeasureId id = preservationArrived();
    MessageId leg = leg(baku, id).id();
    Instant until = clock.instant().plus(Duration.ofDays(60));

    refused(
        belgrade
            .measures
            .desk()
            .follow(
                belgrade.desk,
                leg,
                new Measure.Preserved(clock.instant().plus(Duration.ofDays(59)), "")),
        MeasureRefusal.TOO_SHORT);
    follows(belgrade, baku, leg, new Measure.Preserved(until, ""), Course.PRESERVED);
    assertThat(leg(baku, id).until()).contains(until);
    assertThat(leg(belgrade, received(belgrade).id()).until()).contains(until);
    done(baku.measures.desk().seen(baku.desk, id));
    assertThat(presses(baku)).isEmpty();
    assertThat(presses(belgrade)).isEmpty();

    clock.pass(Duration.ofDays(47));
    assertThat(presses(baku)).containsExactly(Presses.Why.LAPSES);
    assertThat(presses(belgrade)).containsExactly(Presses.Why.LAPSES);
    clock.pass(Duration.ofDays(7));
    assertThat(presses(baku)).containsExactly(Presses.Why.LAPSES_SOON);
    clock.pass(Duration.ofDays(7));
    assertThat(presses(baku)).containsExactly(Presses.Why.LAPSES_NOW);
    assertThat(presses(belgrade)).containsExactly(Presses.Why.LAPSES_NOW);

    Instant acknowledged = clock.instant();
    clock.pass(Duration.ofMinutes(1));
    assertThat(worked(baku, id, acknowledged)).isFalse();
    Instant longer = until.plus(Duration.ofDays(30));
    follows(
        baku,
        belgrade,
        leg,
        new Measure.Extension(longer, "The letter rogatory is under way."),
        Course.EXTENSION_ASKED);
    assertThat(presses(baku)).containsExactly(Presses.Why.LAPSES_NOW);
    assertThat(worked(baku, id, acknowledged)).isTrue();
    assertThat(worked(belgrade, received(belgrade).id(), acknowledged)).isFalse();
    follows(belgrade, baku, leg, new Measure.Preserved(longer, ""), Course.PRESERVED);
    assertThat(leg(baku, id).until()).contains(longer);
    follows(
        baku,
        belgrade,
        leg,
        new Measure.Announcement("Baku asked Belgrade for disclosure, No. 17."),
        Course.PENDING);
    clock.pass(Duration.ofDays(60));
    assertThat(presses(baku)).doesNotContain(Presses.Why.LAPSES_NOW);
    follows(baku, belgrade, leg, new Measure.Release(""), Course.RELEASED);
  }

  @Test
  void whoIsAskedToPreserveAndHasNotAnsweredAfterADayIsRemindedOfIt() {
    MeasureId id = preservationArrived();
    done(belgrade.measures.desk().seen(belgrade.desk, received(belgrade).id()));
    clock.pass(Duration.ofHours(23));
    assertThat(presses(belgrade)).isEmpty();

    clock.pass(Duration.ofHours(2));

    assertThat(presses(belgrade)).containsExactly(Presses.Why.UNANSWERED);
    follows(
        belgrade,
        baku,
        leg(baku, id).id(),
        new Measure.Impossible("The provider keeps no such logs."),
        Course.IMPOSSIBLE);
    assertThat(presses(belgrade)).isEmpty();
  }

  @Test
  void whoIsWarnedDecidesWhetherToGoOn() {
    MeasureId id = preservationArrived();
    MessageId leg = leg(baku, id).id();

    follows(
        belgrade,
        baku,
        leg,
        new Measure.Warning("The provider would tell its customer."),
        Course.WARNED);
    assertThat(presses(baku)).containsExactly(Presses.Why.UNSEEN);
    refused(
        belgrade
            .measures
            .desk()
            .follow(
                belgrade.desk,
                leg,
                new Measure.Preserved(clock.instant().plus(Duration.ofDays(70)), "")),
        Usual.WRONG_STATE);
    follows(baku, belgrade, leg, new Measure.GoingOn(""), Course.OPEN);
    follows(
        belgrade,
        baku,
        leg,
        new Measure.Refusal(
            Measure.Ground.ESSENTIAL_INTERESTS, "It would harm an inquiry of our own."),
        Course.REFUSED);
  }

  @Test
  void anotherPartyThanTheAskerOrTheAskedCannotSpeakInAMeasure() {
    MeasureId id = preservationArrived();
    MessageId leg = leg(baku, id).id();

    refused(
        baku.measures
            .desk()
            .follow(
                baku.desk,
                leg,
                new Measure.Preserved(clock.instant().plus(Duration.ofDays(70)), "")),
        Usual.WRONG_STATE);
    refused(
        baku.measures.desk().follow(baku.administrator, leg, new Measure.Withdrawal("")),
        Usual.ROLE_MISSING);
  }

  // Oral first.

  @Test
  void aCallIsConfirmedInWritingWithinADayOrRings() {
    Calls calls = belgrade.measures.calls();
    Instant at = clock.instant().minus(Duration.ofMinutes(10));
    CallId call =
        done(
            calls.note(
                belgrade.desk,
                baku.id,
                true,
                at,
                new Call("Duty officer", "+994 12 000 00 00", "A lorry will cross tonight.")));

    CallView noted = calls.open(belgrade.desk).getFirst();
    assertThat(noted.dueAt()).isEqualTo(at.plus(Duration.ofHours(24)));
    assertThat(noted.callBack())
        .extracting(point -> point.address())
        .containsExactly("contact-point@mia.az.example");
    assertThat(presses(belgrade)).isEmpty();
    clock.pass(Duration.ofHours(19));
    assertThat(presses(belgrade)).containsExactly(Presses.Why.UNCONFIRMED);

    alertArrived();
    MeasureView alert = received(belgrade);
    done(belgrade.measures.desk().seen(belgrade.desk, alert.id()));
    done(calls.confirm(belgrade.desk, call, alert.id()));
    assertThat(presses(belgrade)).isEmpty();
    refused(calls.confirm(belgrade.desk, call, alert.id()), Usual.WRONG_STATE);
    assertThat(calls.confirmedBy(belgrade.desk, alert.id())).hasSize(1);
  }

  @Test
  void aCallThatWasNotGenuineIsClosedWithAReason() {
    Calls calls = belgrade.measures.calls();
    Call said = new Call("Somebody", "unknown", "Send the file at once.");
    refused(
        calls.note(belgrade.desk, baku.id, true, clock.instant().plusSeconds(60), said),
        MeasureRefusal.CALL_INCOMPLETE);
    CallId call = done(calls.note(belgrade.desk, baku.id, true, clock.instant(), said));

    refused(calls.close(belgrade.desk, call, ""), Usual.REASON_MISSING);
    done(calls.close(belgrade.desk, call, "The post in Baku knows of no call."));

    assertThat(calls.view(belgrade.desk, call).orElseThrow().closedBecause())
        .isEqualTo("The post in Baku knows of no call.");
    assertThat(calls.open(belgrade.desk)).isEmpty();
  }

  // What is kept, and what oversight finds.

  @Test
  void whatASettledMeasureSaysIsErasedAfterTheTimeOfItsAgreement() {
    MeasureId id = alertArrived();
    MeasureView there = received(belgrade);
    done(belgrade.measures.desk().seen(belgrade.desk, there.id()));
    eventually(() -> view(baku, id).seen() == 1);
    clock.pass(Duration.ofDays(170));
    baku.measures.run();
    assertThat(view(baku, id).says()).isPresent();

    clock.pass(Duration.ofDays(20));
    baku.measures.run();
    belgrade.measures.run();

    assertThat(view(baku, id).says()).isEmpty();
    assertThat(view(belgrade, there.id()).says()).isEmpty();
    assertThat(leg(baku, id).steps().getFirst().says()).isEmpty();
    assertThat(view(baku, id).reference()).isNotEmpty();
  }

  @Test
  void whatIsHeldForProceedingsIsKeptUntilAnotherPersonLiftsTheHold() {
    Holds holds = baku.measures.holds();
    MeasureId id = alertArrived();
    done(belgrade.measures.desk().seen(belgrade.desk, received(belgrade).id()));
    eventually(() -> view(baku, id).seen() == 1);

    refused(holds.set(baku.desk, id, "Case 17 of the court in Baku."), Usual.ROLE_MISSING);
    refused(holds.set(baku.supervisor, id, "why"), Usual.REASON_MISSING);
    refused(holds.set(baku.supervisor, MeasureId.next(), "Case 17 in Baku."), Usual.NOT_FOUND);
    refused(holds.lift(baku.supervisor, id), Usual.WRONG_STATE);
    done(holds.set(baku.supervisor, id, "Case 17 of the court in Baku."));
    refused(holds.set(baku.supervisor, id, "Case 18 of the court in Baku."), Usual.WRONG_STATE);
    clock.pass(Duration.ofDays(190));
    baku.measures.run();
    assertThat(view(baku, id).says()).isPresent();
    assertThat(view(baku, id).hold())
        .hasValueSatisfying(
            hold -> assertThat(hold.why()).isEqualTo("Case 17 of the court in Baku."));

    refused(holds.lift(baku.supervisor, id), Usual.SAME_PERSON);
    done(holds.lift(officer(Role.SUPERVISOR), id));
    baku.measures.run();
    assertThat(view(baku, id).says()).isEmpty();
    assertThat(baku.proofs.since(Event.MEASURE_HELD, Instant.EPOCH)).hasSize(1);
    refused(holds.set(baku.supervisor, id, "Case 17 of the court in Baku."), Usual.WRONG_STATE);
  }

  @Test
  void theSupervisorFindsThePersonOfAMeasureAndTheTransfer() throws Exception {
    MeasureId id = alertArrived();

    PersonDescription who = new PersonDescription("Cavid Hüseynzadə", "01.03.1984", "", "", "");
    var look =
        done(baku.oversight.search().search(baku.supervisor, who, "A person asked for access."));
    var findings = done(baku.oversight.search().open(baku.supervisor, look));
    assertThat(findings.of(MentionKey.Kind.MEASURE))
        .extracting(mention -> mention.key().id())
        .containsExactly(id.value());

    Instant now = clock.instant();
    Transfers.Register register =
        done(
            baku.oversight
                .transfers()
                .register(
                    baku.supervisor,
                    Transfers.Filter.of(now.minusSeconds(3600), now.plusSeconds(3600))));
    assertThat(register.lines())
        .filteredOn(line -> line.kind() == Transfer.Kind.MEASURE)
        .singleElement()
        .satisfies(line -> {
          assertThat(line.recipient()).isEqualTo("rs.mup");
          assertThat(line.articles()).isNotEmpty();
          assertThat(line.offence()).contains(OffenceArea.TERRORISM);
        });
    assertThat(baku.proofs.since(Event.MEASURE_RELEASED, now.minusSeconds(3600))).hasSize(1);
  }
}
