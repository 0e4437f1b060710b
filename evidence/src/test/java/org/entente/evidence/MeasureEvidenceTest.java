package org.entente.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets who verifies the evidence file of an urgent measure. */
class MeasureEvidenceTest {
  @TempDir private Path folder = Path.of("");

  private Judgement judged(SampleMeasure sample) throws IOException {
    return EvidenceFile.verify(
        Files.write(folder.resolve("measure.asice"), sample.container()),
        SampleCase.trust(SampleCase.BAKU, SampleCase.BELGRADE));
  }

  private void rejected(SampleMeasure sample, String code) throws IOException {
    assertThat(judged(sample))
        .isInstanceOfSatisfying(
            Judgement.Rejected.class, r -> assertThat(r.code()).as(r.sentence()).isEqualTo(code));
  }

  private String proven(SampleMeasure sample) throws IOException {
    if (judged(sample) instanceof Judgement.Upheld upheld) {
      return String.join("\n", upheld.proven());
    }
    throw new AssertionError("Not upheld: " + judged(sample));
  }

  @Test
  void anAlertAndThatItWasSeenAreProvenWithoutACase() throws IOException {
    SampleMeasure sample = new SampleMeasure();

    assertThat(proven(sample))
        .contains("The urgent message " + sample.alert + " (alert) was signed by az.mia for rs.mup")
        .contains("(seen about " + sample.alert + ") was signed by rs.mup for az.mia")
        .contains("rs.mup received " + sample.alert, "az.mia received " + sample.seen)
        .contains("3 entries about the matter")
        .contains("The words of the agreement with the hash " + SampleCase.AGREEMENT);
  }

  @Test
  void whatTheLedgerTellsOfInAMeasureCannotBeLeftOut() throws IOException {
    SampleMeasure sample = new SampleMeasure();
    sample.namesAll = false;

    rejected(sample, "message-left-out");
  }

  @Test
  void aMessageOfAnotherMeasureIsFound() throws IOException {
    SampleMeasure sample = new SampleMeasure();
    sample.stated = UUID.randomUUID();

    rejected(sample, "message-of-another");
  }

  @Test
  void anErasedMeasureIsNamedAndItsErasureProven() throws IOException {
    SampleMeasure sample = new SampleMeasure();
    sample.erased = true;

    assertThat(proven(sample)).contains("content erased at", "entry 3 of the ledger");
  }

  @Test
  void measuresAreReadInTheirOwnVersionOnly() throws Exception {
    byte[] json =
        Objects.requireNonNull(
            Repacked.unpacked(new SampleMeasure().container()).get(Layout.INDEX));

    assertThat(IndexText.read(json).bytes()).isEqualTo(json);
    assertThatThrownBy(() ->
            IndexText.read(
                new String(json, UTF_8).replace(Index.WITH_MEASURES, Index.FORMAT).getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("index-malformed"));
  }
}
