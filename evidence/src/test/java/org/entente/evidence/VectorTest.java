package org.entente.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.seal.IdentityCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers that were made once; whoever changes the format sees it here. */
class VectorTest {
  private static final Path VECTORS = Path.of("src/test/resources/vectors");

  private static IdentityCard card(String name) throws IOException {
    if (IdentityCard.read(Files.readAllBytes(VECTORS.resolve(name)))
        instanceof IdentityCard.Reading.Read read) {
      return read.card();
    }
    throw new AssertionError("No card: " + name);
  }

  private static Judgement judged(String name) throws Exception {
    return judged(name, "");
  }

  private static Judgement judged(String name, String cards) throws Exception {
    TrustedServices services =
        TrustedServices.read(Files.readAllBytes(VECTORS.resolve("time-service.der")));
    Trust trust =
        new Trust(
            List.of(card(cards + "az.mia.card"), card(cards + "rs.mup.card")),
            services,
            (instrument, arrangement) ->
                new String(instrument, UTF_8).equals("words") ? SampleCase.AGREEMENT : "");
    return EvidenceFile.verify(VECTORS.resolve(name), trust);
  }

  private static String proven(Judgement judgement) {
    if (judgement instanceof Judgement.Upheld upheld) {
      return String.join("\n", upheld.proven());
    }
    throw new AssertionError("Not upheld: " + judgement);
  }

  @Test
  void aContainerOfTheFirstVersionIsUpheldForEver() throws Exception {
    assertThat(proven(judged("evidence-v1.asice")))
        .contains("(request) was signed by az.mia for rs.mup", "its content erased at");
  }

  @Test
  void aTimeStampedContainerOfTheFirstVersionIsUpheldForEver() throws Exception {
    assertThat(proven(judged("evidence-stamped-v1.asice"))).contains("The file existed at");
  }

  @Test
  void aContainerOfAMeasureIsUpheldForEver() throws Exception {
    assertThat(proven(judged("measure-v2.asice", "measure-")))
        .contains("(alert) was signed by az.mia for rs.mup", "was signed by rs.mup for az.mia");
  }

  @ParameterizedTest
  @ValueSource(strings = {"index-v1.json", "index-v2.json"})
  void theIndexHasOneSpelling(String vector) throws Exception {
    byte[] json = Files.readAllBytes(VECTORS.resolve(vector));

    assertThat(IndexText.read(json).bytes()).isEqualTo(json);
  }
}
