package org.entente.node.web.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.node.Authority;
import org.entente.node.act.Usual;
import org.entente.node.casework.Content;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.RefusalGround;
import org.entente.node.exchange.MessageId;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.Stated;
import org.entente.node.oversight.Counted;
import org.entente.node.oversight.Figure;
import org.entente.node.oversight.OversightRefusal;
import org.entente.node.oversight.Slice;
import org.entente.node.oversight.Statistics;
import org.junit.jupiter.api.Test;

/** The figures of a year (Directive (EU) 2023/977 Art. 18), on both sides of the border. */
class StatisticsTest extends Correspondence {
  private Year year() {
    return Year.from(clock.instant().atZone(ZoneOffset.UTC));
  }

  private Statistics.Report report(Authority node, Year year) {
    return done(node.oversight.statistics().of(node.supervisor, year));
  }

  private MessageId asked(OffenceArea offence) {
    MessageId request = drafted(offence);
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    return request;
  }

  private void answeredAndRefused() {
    MessageId first = asked(OffenceArea.DRUG_TRAFFICKING);
    MessageId second = asked(OffenceArea.TERRORISM);
    clock.pass(Duration.ofHours(1));
    belgradeSends(first, reply(clock.instant()));
    clock.pass(Duration.ofHours(20));
    belgradeSends(
        second,
        new Content.Refusal(
            RefusalGround.DATA_NOT_RELIABLE, "Nobody can vouch for it.", List.of()));
  }

  @Test
  void bothSidesCountTheSameRequestsAnswersAndRefusals() {
    answeredAndRefused();

    Statistics.Report belgrades = report(belgrade, year());
    Slice received = Slice.of(Figure.RECEIVED).with("az.mia");
    assertThat(belgrades.count(received.urgent(true))).isEqualTo(2);
    assertThat(belgrades.count(received.urgent(false))).isZero();
    assertThat(belgrades.count(Slice.of(Figure.ANSWERED).inTime(true))).isEqualTo(1);
    assertThat(belgrades.median(Slice.of(Figure.ANSWERED))).contains(Duration.ofHours(1));
    assertThat(belgrades.count(Slice.of(Figure.REFUSED).onGround("e").inTime(false))).isEqualTo(1);
    assertThat(belgrades.count(Slice.of(Figure.REFUSED).onGround(Slice.NOT_NOTED))).isZero();
    Statistics.Report bakus = report(baku, year());
    assertThat(bakus.count(Slice.of(Figure.SENT).with("rs.mup"))).isEqualTo(2);
    assertThat(bakus.count(Slice.of(Figure.SENT).about("terrorism"))).isEqualTo(1);
    assertThat(bakus.count(Slice.of(Figure.REPLY_HAD))).isEqualTo(1);
    assertThat(bakus.of(Slice.of(Figure.REFUSAL_HAD).onGround("e")))
        .singleElement()
        .extracting(Counted::file)
        .isNotEqualTo(Optional.empty());
  }

  @Test
  void theExportOfLastYearIsTheSameBytesAfterItsContentWasErased() {
    answeredAndRefused();
    Year past = year();
    baku.retention.run();
    clock.pass(Duration.ofDays(190));
    clock.pass(Duration.ofDays(190));
    byte[] before = StatisticsFiles.csv(report(baku, past));
    assertThat(baku.retention.run()).isPositive();

    byte[] after = StatisticsFiles.csv(report(baku, past));

    assertThat(after).isEqualTo(before);
    assertThat(new String(after, StandardCharsets.UTF_8))
        .contains("refusal-had,rs.mup,urgent,terrorism,e,late," + past + ",1\r\n");
    assertThat(report(baku, past).over()).isTrue();
    assertThat(report(baku, year()).lines()).isEmpty();
  }

  @Test
  void onlyASupervisorReadsThemAndAYearToComeHasNone() {
    refused(baku.oversight.statistics().of(baku.desk, year()), Usual.ROLE_MISSING);
    refused(
        baku.oversight.statistics().of(baku.supervisor, year().plusYears(1)),
        OversightRefusal.PERIOD_WRONG);
  }

  private MeasureId asked(Measure.Opening says) {
    Stated stated =
        new Stated(
            OffenceArea.DRUG_TRAFFICKING,
            Optional.empty(),
            Optional.empty(),
            0,
            false,
            false,
            false,
            OptionalInt.empty());
    MeasureId id =
        done(baku.measures.desk().prepare(baku.desk, says, stated, Set.of(belgrade.id), Set.of()));
    done(baku.measures.desk().release(baku.approver, id));
    patiently().until(() -> baku.measures.desk().view(baku.desk, id).orElseThrow().sent() == 1);
    return id;
  }

  @Test
  void aDocumentThatWasVerifiedAndAQuestionWhetherItArrivedCountOnBothSides() {
    MeasureId verification =
        asked(
            new Measure.Verification(
                Measure.Document.PASSPORT,
                "P1234567",
                "Police administration in Niš",
                "",
                "The photograph looks exchanged.",
                null,
                Set.of(HandlingCode.H0),
                null,
                "en"));
    asked(
        new Measure.ArrivalQuestion(
            "Fingerprints of two persons.",
            "On 3 November",
            Measure.Sent.COURIER,
            "Directorate in Belgrade",
            "",
            null,
            Set.of(HandlingCode.H0),
            null,
            "en"));
    MessageId leg =
        baku.measures.desk().view(baku.desk, verification).orElseThrow().legs().getFirst().id();
    patiently()
        .until(() ->
            belgrade
                .measures
                .desk()
                .follow(belgrade.desk, leg, new Measure.Verified(Measure.Finding.GENUINE, ""))
                .refusal()
                .isEmpty());
    patiently().until(() -> report(baku, year()).count(Slice.of(Figure.VERIFICATION_HAD)) == 1);

    Statistics.Report bakus = report(baku, year());
    assertThat(bakus.count(Slice.of(Figure.VERIFICATION_ASKED).with("rs.mup"))).isEqualTo(1);
    assertThat(bakus.count(Slice.of(Figure.ARRIVAL_ASKED))).isEqualTo(1);
    assertThat(bakus.count(Slice.of(Figure.ARRIVAL_HAD))).isZero();
    assertThat(bakus.of(Slice.of(Figure.VERIFICATION_ASKED)))
        .singleElement()
        .satisfies(line -> assertThat(line.reference()).contains("-U0"));
    Statistics.Report belgrades = report(belgrade, year());
    assertThat(belgrades.count(Slice.of(Figure.VERIFICATION_ASKED_THERE).with("az.mia")))
        .isEqualTo(1);
    assertThat(belgrades.count(Slice.of(Figure.VERIFICATION_GIVEN).with("az.mia"))).isEqualTo(1);
    assertThat(belgrades.count(Slice.of(Figure.ARRIVAL_ASKED_THERE))).isEqualTo(1);
  }
}
