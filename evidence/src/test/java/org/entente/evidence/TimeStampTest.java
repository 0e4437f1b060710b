package org.entente.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.entente.seal.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A time stamp counts only if it is over this signature, answers this question and is trusted. */
class TimeStampTest {
  @TempDir private Path folder = Path.of("");

  private static SignedFiles files(boolean stamped) throws IOException {
    SampleCase sample = new SampleCase();
    sample.stamped = stamped;
    return sample.files(new SampleCase.Changes());
  }

  private Judgement judged(SignedFiles files, TrustedServices services) throws IOException {
    Trust both = SampleCase.trust(SampleCase.BAKU, SampleCase.BELGRADE);
    Path file = Files.write(folder.resolve("case.asice"), SampleCase.bytes(files));
    return EvidenceFile.verify(file, new Trust(both.cards(), services, both.words()));
  }

  private static String told(Judgement judgement, boolean proven) {
    if (judgement instanceof Judgement.Upheld upheld) {
      return String.join("\n", proven ? upheld.proven() : upheld.open());
    }
    throw new AssertionError("Not upheld: " + judgement);
  }

  @Test
  void theTimeOfATrustedServiceIsProven() throws IOException {
    try (LocalTimeService service = new LocalTimeService()) {
      SignedFiles files = files(true);
      TimeStampQuestion question = files.question();
      SignedFiles stamped =
          files
              .stamped(question, service.answer(question.bytes()), service.trusted())
              .orElseThrow();

      assertThat(told(judged(stamped, service.trusted()), true))
          .contains("The file existed at", "CN=Time of a test");
      assertThat(told(judged(stamped, TrustedServices.NONE), false))
          .contains("Whether the time stamp of", "--timestamps")
          .doesNotContain("no independent service");
    }
  }

  @Test
  void aTimeStampCannotBeTakenOff() throws IOException {
    assertThat(judged(files(true), TrustedServices.NONE))
        .isInstanceOfSatisfying(
            Judgement.Rejected.class, r -> assertThat(r.code()).isEqualTo("time-stamp-removed"));
  }

  @Test
  void theTimeStampOfAnotherSignatureIsFound() throws IOException {
    try (LocalTimeService service = new LocalTimeService()) {
      SignedFiles files = files(true);
      SignedFiles others = files(true);
      TimeStampQuestion question = others.question();
      byte[] token =
          question.token(service.answer(question.bytes()), service.trusted()).orElseThrow();
      SignedFiles forged =
          new SignedFiles(
              files.files(),
              files.at(),
              files.manifest(),
              ContainerSignature.stamped(files.signature(), token));

      assertThat(judged(forged, service.trusted()))
          .isInstanceOfSatisfying(
              Judgement.Rejected.class,
              r -> assertThat(r.code()).isEqualTo("time-stamp-of-another"));
    }
  }

  @Test
  void anAnswerToAnotherQuestionIsNotTaken() throws IOException {
    try (LocalTimeService service = new LocalTimeService()) {
      SignedFiles files = files(true);
      byte[] older = service.answer(files.question().bytes());

      assertThat(files.stamped(files.question(), older, service.trusted())).isEmpty();
    }
  }

  @Test
  void aServiceThatIsNotTrustedIsNotTaken() throws IOException {
    try (LocalTimeService service = new LocalTimeService();
        LocalTimeService other = new LocalTimeService()) {
      TimeStampQuestion question = files(true).question();

      assertThat(question.token(other.answer(question.bytes()), service.trusted())).isEmpty();
    }
  }

  @Test
  void aCertificateForSomethingElseIsNotTaken() throws IOException {
    SignedFiles files = files(true);
    TimeStampQuestion question = files.question();
    try (LocalTimeService service = new LocalTimeService(KeyPurposeId.id_kp_serverAuth)) {
      Optional<byte[]> token;
      try {
        token = question.token(service.answer(question.bytes()), service.trusted());
      } catch (AssertionError refusedByTheLibraryThatMakesIt) {
        token = Optional.empty();
      }
      assertThat(token).isEmpty();
    }
  }

  @Test
  void aBrokenAnswerIsNotTaken() throws IOException {
    try (LocalTimeService service = new LocalTimeService()) {
      TimeStampQuestion question = files(true).question();
      byte[] answer = service.answer(question.bytes());
      assertThat(question.token(answer, service.trusted())).isPresent();
      for (int length = 0; length < answer.length; length += 41) {
        assertThat(question.token(Arrays.copyOf(answer, length), service.trusted())).isEmpty();
      }
      assertThat(
              question.token(new byte[TimeStampQuestion.MAX_ANSWER_BYTES + 1], service.trusted()))
          .isEmpty();
    }
  }

  @Test
  void theQuestionSaysNothingOfTheCase() throws IOException {
    SignedFiles files = files(true);
    Identity baku = SampleCase.BAKU;

    assertThat(files.question().bytes()).hasSizeLessThan(100);
    assertThat(new String(files.question().bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain(baku.card().authority());
  }
}
