package org.entente.node.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.node.delivery.Understood;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The published bytes of contents are read as they stand. */
class ContentVectorsTest {
  @Test
  void aReplyOfALaterVersionIsReadAsFarAsItIsUnderstood() throws Exception {
    byte[] vector = vector("content-reply-v2");

    Understood<Content> read = Contents.read(ActKind.REPLY, vector);

    assertThat(read.notUnderstood()).isEqualTo(List.of("classification", "evaluation.reviewed"));
    assertThat(read.content())
        .isEqualTo(
            new Content.Reply(
                "Two entries, both at Preševo.",
                new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
                Set.of(HandlingCode.H1),
                null,
                false,
                "2026-11-24",
                List.of()));
  }

  @Test
  void aDelayForAJudgeHasTheseBytes() throws Exception {
    Content delay =
        new Content.Delay(
            "A judge has to authorise the bank's answer.", Instant.parse("2026-12-10T00:00:00Z"));
    byte[] vector = vector("content-judicial-delay-v1");

    assertThat(Contents.bytes(delay)).asString(UTF_8).isEqualTo(new String(vector, UTF_8));
    assertThat(Contents.read(ActKind.JUDICIAL_DELAY, vector)).isEqualTo(Understood.of(delay));
  }

  @Test
  void aReplyThatRefusesAPartHasTheseBytesAndIsOfVersionTwo() throws Exception {
    Content.RefusedPart part =
        new Content.RefusedPart(
            RefusalGround.JUDICIAL_AUTHORISATION_REFUSED,
            "The statements of the bank account.",
            "The judge did not authorise it.");
    byte[] vector = vector("content-reply-part-v2");

    assertThat(Contents.bytes(reply(part))).asString(UTF_8).isEqualTo(new String(vector, UTF_8));
    assertThat(Contents.read(ActKind.REPLY, vector)).isEqualTo(Understood.of(reply(part)));
  }

  @Test
  void whatSaysWhatBecomesOfTheCopyHasTheseBytesAndIsOfVersionThree() throws Exception {
    byte[] vector = vector("content-reply-copy-v3");
    Content.Reply whole = reply(null);
    Content.Reply reply =
        new Content.Reply(
            whole.text(),
            whole.evaluation(),
            whole.handling(),
            null,
            false,
            whole.asOf(),
            null,
            ContactPointCopy.SAFETY,
            List.of());

    assertThat(Contents.bytes(reply)).asString(UTF_8).isEqualTo(new String(vector, UTF_8));
    assertThat(Contents.read(ActKind.REPLY, vector)).isEqualTo(Understood.of(reply));
  }

  @Test
  void aReplyToTheWholeRequestStaysOfVersionOne() throws Exception {
    byte[] bytes = Contents.bytes(reply(null));

    assertThat(bytes).asString(UTF_8).doesNotContain("version", "refusedPart");
    assertThat(Contents.read(ActKind.REPLY, bytes)).isEqualTo(Understood.of(reply(null)));
  }

  private static Content.Reply reply(Content.@Nullable RefusedPart part) {
    return new Content.Reply(
        "Two entries, both at Preševo.",
        new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
        Set.of(HandlingCode.H1),
        null,
        false,
        "2026-11-24",
        part,
        List.of());
  }

  private static byte[] vector(String name) throws IOException {
    try (InputStream in =
        ContentVectorsTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
