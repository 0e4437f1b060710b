package org.entente.node.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.PersonSought;
import org.junit.jupiter.api.Test;

/** The published bytes of urgent measures are read and written as they stand. */
class MeasureVectorsTest {
  private static final UUID LEG = UUID.fromString("019ab1f0-7c00-7000-8000-000000000021");
  private static final AuthorityId AZ = new AuthorityId("az.mia");
  private static final AuthorityId RS = new AuthorityId("rs.mup");

  private static final MeasureHeader ALERT =
      new MeasureHeader(
          MeasureKind.ALERT,
          AZ,
          RS,
          LEG,
          "AZ-2026-U000007",
          Optional.of("ab".repeat(32)),
          Optional.of(
              new Stated(
                  OffenceArea.TERRORISM,
                  Optional.of(UrgencyReason.THREAT_TO_LIFE),
                  Optional.of(DataSubjectCategory.SUSPECT_OR_CONVICTED),
                  2,
                  false,
                  false,
                  false,
                  OptionalInt.empty())),
          "00112233445566778899aabbccddeeff");

  private static byte[] vector(String name) throws IOException {
    try (InputStream in = MeasureVectorsTest.class.getResourceAsStream("/vectors/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static void header(String name, MeasureHeader expected) throws IOException {
    String text = new String(vector(name), StandardCharsets.UTF_8);
    assertThat(MeasureHeader.parse(text)).isEqualTo(expected);
    assertThat(expected.text()).isEqualTo(text);
  }

  private static void content(String name, Measure expected) throws IOException {
    assertThat(MeasureBody.read(expected.kind(), vector(name))).isEqualTo(expected);
    assertThat(MeasureBody.bytes(expected)).isEqualTo(vector(name));
  }

  @Test
  void headers() throws Exception {
    header("measure-alert-header-v1.json", ALERT);
    header(
        "measure-seen-header-v1.json",
        new MeasureHeader(
            MeasureKind.SEEN,
            RS,
            AZ,
            LEG,
            "RS-2026-U000003",
            Optional.empty(),
            Optional.empty(),
            "ffeeddccbbaa99887766554433221100"));
  }

  @Test
  void whatOpensAMeasure() throws Exception {
    content(
        "measure-alert-v1.json",
        new Measure.Alert(
            "Partlayıcı yüklü maşın sərhədi keçib.",
            "Preševo",
            "Last night.",
            "Visitors of a fair.",
            "Stop it.",
            new PersonSought(
                "Hüseynzadə",
                "Cavid",
                List.of(),
                null,
                null,
                null,
                null,
                DataSubjectCategory.SUSPECT_OR_CONVICTED),
            Set.of(HandlingCode.H1),
            null,
            "en"));
    content(
        "measure-life-at-risk-v1.json",
        new Measure.LifeAtRisk(
            "A girl of nine years.",
            "The kidnapper names an hour.",
            Instant.parse("2026-12-01T02:30:00Z"),
            "Niš",
            "Find the telephone.",
            null,
            Set.of(HandlingCode.H0),
            null,
            "en"));
    content(
        "measure-preservation-v1.json",
        new Measure.Preservation(
            "Tužilaštvo u Beogradu",
            "Fraud with invented shops.",
            "The mailbox of the shop.",
            "A provider in Baku",
            "The provider erases logs.",
            "Disclosure follows.",
            "Day and night, UTC+1",
            90,
            null,
            Set.of(HandlingCode.H1),
            null,
            "en"));
  }

  @Test
  void whatAsksAQuestion() throws Exception {
    content(
        "measure-emergency-disclosure-v1.json",
        Questions.disclosure(Instant.parse("2026-12-01T02:30:00Z")));
    content("measure-verification-v1.json", Questions.verification());
    content("measure-arrival-question-v1.json", Questions.arrival());
    content("measure-radio-check-v1.json", new Measure.RadioCheck("en"));
  }

  @Test
  void whatAnswersOne() throws Exception {
    content(
        "measure-disclosed-v1.json",
        new Measure.Disclosed("The telephone was last seen in Niš.", "Not before a court."));
    content(
        "measure-declined-v1.json",
        new Measure.Declined(
            Measure.Declines.OTHER_WAY_NEEDED, "A judge on call can order it within an hour."));
    content("measure-verified-v1.json", new Measure.Verified(Measure.Finding.STOLEN_BLANK, ""));
    content("measure-arrival-v1.json", new Measure.Arrival(Measure.Arrived.IN_PART, "Two boxes."));
  }

  @Test
  void whatFollowsInOne() throws Exception {
    content(
        "measure-seen-v1.json",
        new Measure.Seen(LEG, Instant.parse("2026-12-01T02:14:00Z"), "desk"));
    content("measure-correction-v1.json", new Measure.Correction(Measure.Corrects.EXERCISE, ""));
    content(
        "measure-preserved-v1.json",
        new Measure.Preserved(Instant.parse("2027-03-01T00:00:00Z"), ""));
    content(
        "measure-refusal-v1.json",
        new Measure.Refusal(
            Measure.Ground.ESSENTIAL_INTERESTS, "It would harm an inquiry of our own."));
  }

  @Property
  void whateverComesAsAHeaderIsReadOrRefused(@ForAll String text) {
    assertThatThrownBy(() -> MeasureHeader.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void aChangedHeaderIsReadWholeOrRefused(
      @ForAll @IntRange(min = 0, max = 400) int at, @ForAll char with) {
    StringBuilder changed = new StringBuilder(ALERT.text());
    changed.setCharAt(Math.min(at, changed.length() - 1), with);
    try {
      MeasureHeader read = MeasureHeader.parse(changed.toString());
      assertThat(read.text()).isEqualTo(changed.toString());
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).doesNotContain("threat");
    }
  }

  @Property
  void whateverComesAsAContentIsReadOrRefused(@ForAll MeasureKind kind, @ForAll byte[] bytes) {
    assertThatThrownBy(() -> MeasureBody.read(kind, bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
