package org.entente.node.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.Authority;
import org.entente.node.act.Usual;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.Hindrance;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** What officers get from questions that wait for an answer, under an agreement that has them. */
@OnMixedDatabases
class QuestionsTest extends MeasureCorrespondence {
  @Override
  protected void beforeTheyStart() {
    byte[] instrument = text(SHIPPED.instrument()).replace(ALERT, WITH_DISCLOSURE).getBytes(UTF);
    byte[] arrangement = text(arrangement()).replace(ALERT, WITH_DISCLOSURE).getBytes(UTF);
    if (new AgreementReader().readInstrument(instrument)
        instanceof AgreementReader.InstrumentReading.Read read) {
      arrangement =
          text(arrangement)
              .replaceFirst("\"hash\" : \"[^\"]*\"", "\"hash\" : \"" + read.hash().value() + "\"")
              .getBytes(UTF);
    }
    baku.agree(
        instrument, arrangement, SHIPPED.history(), belgrade.identity.card(), belgrade.line.port());
    belgrade.agree(
        instrument, arrangement, SHIPPED.history(), baku.identity.card(), baku.line.port());
  }

  private static final String ALERT = "\"alert\"";
  private static final String WITH_DISCLOSURE = "\"alert\", \"emergency-disclosure\"";
  private static final Charset UTF = StandardCharsets.UTF_8;

  private static String text(byte[] bytes) {
    return new String(bytes, UTF);
  }

  private static Stated calm() {
    return new Stated(
        OffenceArea.FORGERY_OF_DOCUMENTS,
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        false,
        false,
        OptionalInt.empty());
  }

  private List<Presses.Why> presses(Authority node) {
    return node.store.read(tx -> node.measures.presses().now(tx, clock.instant())).stream()
        .map(Presses.Press::why)
        .toList();
  }

  private void follows(Authority from, Authority to, MessageId leg, Measure says, Course then) {
    done(from.measures.desk().follow(from.desk, leg, says));
    awaitCourse(from, leg, then);
    awaitCourse(to, leg, then);
  }

  /** Delivered, and seen by a person there. */
  private MeasureId asked(Measure.Opening says, Stated stated) {
    MeasureId id = sent(baku, says, stated, belgrade.id);
    awaitLeg(baku, id, Sending.DELIVERED);
    done(belgrade.measures.desk().seen(belgrade.desk, received(belgrade).id()));
    eventually(() -> view(baku, id).seen() == 1);
    return id;
  }

  private void seenHere(MeasureId id) {
    done(baku.measures.desk().seen(baku.desk, id));
  }

  @Test
  void dataThatALifeDependsOnAreDisclosedOnTheWordOfOneAndTheClockIsTheOneThatWasNamed() {
    Instant by = clock.instant().plus(Duration.ofHours(4));
    MeasureDesk desk = baku.measures.desk();
    MeasureId id =
        done(
            desk.prepare(
                baku.desk,
                Questions.disclosure(by),
                stated(UrgencyReason.THREAT_TO_LIFE),
                Set.of(belgrade.id),
                Set.of()));
    done(desk.releaseAlone(baku.desk, id));
    awaitLeg(baku, id, Sending.DELIVERED);
    MessageId leg = leg(baku, id).id();

    MeasureId there = received(belgrade).id();
    assertThat(presses(belgrade)).containsExactly(Presses.Why.LIFE_AT_RISK);
    assertThat(leg(baku, id).dueAt()).contains(by);
    assertThat(leg(belgrade, there).dueAt()).contains(by);
    done(belgrade.measures.desk().seen(belgrade.desk, there));
    clock.pass(Duration.ofHours(3));
    assertThat(presses(belgrade)).containsExactly(Presses.Why.ANSWER_DUE);
    clock.pass(Duration.ofHours(1));
    assertThat(presses(baku)).containsExactly(Presses.Why.ANSWER_OVERDUE);

    Measure.Disclosed data =
        new Measure.Disclosed("The telephone was last seen in Niš.", "Not before a court.");
    follows(belgrade, baku, leg, data, Course.ANSWERED);

    assertThat(leg(baku, id).steps())
        .extracting(MeasureView.Step::says)
        .contains(Optional.of(data));
    assertThat(presses(belgrade)).isEmpty();
    assertThat(presses(baku)).containsExactly(Presses.Why.LIFE_AT_RISK);
    seenHere(id);
    assertThat(presses(baku)).isEmpty();
  }

  @Test
  void whoDoesNotDiscloseSaysWhyFromAListAndTheQuestionIsOver() {
    MeasureId id =
        asked(
            Questions.disclosure(clock.instant().plus(Duration.ofHours(4))),
            stated(UrgencyReason.THREAT_TO_LIFE));
    MessageId leg = leg(baku, id).id();

    assertThat(
            refused(
                belgrade
                    .measures
                    .desk()
                    .follow(
                        belgrade.desk,
                        leg,
                        new Measure.Declined(Measure.Declines.OTHER_WAY_NEEDED, ""))))
        .isInstanceOf(Hindrance.Faulty.class);
    follows(
        belgrade,
        baku,
        leg,
        new Measure.Declined(
            Measure.Declines.OTHER_WAY_NEEDED, "A judge on call can order it within an hour."),
        Course.DECLINED);

    refused(
        belgrade
            .measures
            .desk()
            .follow(belgrade.desk, leg, new Measure.Disclosed("After all it was found.", "")),
        Usual.WRONG_STATE);
    seenHere(id);
    eventually(() -> view(belgrade, received(belgrade).id()).settledAt().isPresent());
    assertThat(view(baku, id).settledAt()).isPresent();
  }

  @Test
  void aDocumentIsVerifiedWithinSevenDaysAndALaterFindingTakesThePlaceOfTheFirst() {
    Instant begin = clock.instant();
    MeasureId id = asked(Questions.verification(), calm());
    MessageId leg = leg(baku, id).id();
    Instant due = leg(baku, id).dueAt().orElseThrow();
    assertThat(due).isEqualTo(begin.plus(Duration.ofDays(7)));
    assertThat(leg(belgrade, received(belgrade).id()).dueAt()).contains(due);
    clock.pass(Duration.ofDays(5));
    assertThat(presses(belgrade)).isEmpty();
    clock.pass(Duration.ofHours(7));
    assertThat(presses(belgrade)).containsExactly(Presses.Why.ANSWER_DUE);

    follows(
        belgrade, baku, leg, new Measure.Verified(Measure.Finding.GENUINE, ""), Course.ANSWERED);
    seenHere(id);
    done(
        belgrade
            .measures
            .desk()
            .follow(
                belgrade.desk,
                leg,
                new Measure.Verified(
                    Measure.Finding.STOLEN_BLANK, "The series was reported this morning.")));
    eventually(() -> view(baku, id).unseenHere());

    assertThat(leg(baku, id).steps().getLast().says())
        .hasValueSatisfying(says ->
            assertThat(((Measure.Verified) says).finding())
                .isEqualTo(Measure.Finding.STOLEN_BLANK));
    assertThat(presses(baku)).containsExactly(Presses.Why.UNSEEN);
  }

  @Test
  void anUrgentVerificationIsDueInEightHoursOnBothSides() {
    MeasureId id = asked(Questions.verification(), stated(UrgencyReason.LOSS_OF_RELEVANCE));

    Instant due = leg(baku, id).arrivedAt().orElseThrow().plus(Duration.ofHours(8));
    assertThat(leg(baku, id).dueAt()).contains(due);
    assertThat(leg(belgrade, received(belgrade).id()).dueAt()).contains(due);
  }

  @Test
  void whatWasSentByPostIsAskedAfterAndConfirmedByADesk() {
    MeasureId id = asked(Questions.arrival(), calm());
    MessageId leg = leg(baku, id).id();

    follows(
        belgrade,
        baku,
        leg,
        new Measure.Arrival(Measure.Arrived.IN_PART, "Two of three boxes, under No. 44."),
        Course.ANSWERED);
    seenHere(id);
    assertThat(view(baku, id).settledAt()).isPresent();
  }

  @Test
  void aQuestionIsTakenBackAndWhatCrossesItChangesNothing() {
    MeasureId id = asked(Questions.arrival(), calm());
    MessageId leg = leg(baku, id).id();

    follows(baku, belgrade, leg, new Measure.Withdrawal(""), Course.WITHDRAWN);

    refused(
        belgrade
            .measures
            .desk()
            .follow(belgrade.desk, leg, new Measure.Arrival(Measure.Arrived.ARRIVED, "")),
        Usual.WRONG_STATE);
  }

  @Test
  void anAnswerOfAnotherKindOrByTheAskerIsNotPossible() {
    MeasureId id = asked(Questions.verification(), calm());
    MessageId leg = leg(baku, id).id();

    for (Measure wrong :
        List.of(
            new Measure.Arrival(Measure.Arrived.ARRIVED, ""),
            new Measure.Disclosed("Everything that was asked.", ""),
            new Measure.Impossible("Nobody here has the register."))) {
      refused(belgrade.measures.desk().follow(belgrade.desk, leg, wrong), Usual.WRONG_STATE);
    }
    refused(
        baku.measures
            .desk()
            .follow(baku.desk, leg, new Measure.Verified(Measure.Finding.GENUINE, "")),
        Usual.WRONG_STATE);
  }

  @Test
  void whatAQuestionLacksIsNamedFieldByField() {
    Measure.EmergencyDisclosure empty =
        new Measure.EmergencyDisclosure(
            "",
            "",
            clock.instant(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            null,
            Set.<HandlingCode>of(),
            null,
            "");

    assertThat(
            refused(
                baku.measures
                    .desk()
                    .prepare(baku.desk, empty, calm(), Set.of(belgrade.id), Set.of())))
        .isInstanceOfSatisfying(
            Hindrance.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(ContentFault::field)
                    .containsExactlyInAnyOrder(
                        "endangered",
                        "imminent",
                        "by",
                        "authority",
                        "provider",
                        "accounts",
                        "wanted",
                        "averts",
                        "tooSlow",
                        "intent",
                        "contact",
                        "language",
                        "handling",
                        "urgencyReason"));
  }
}
