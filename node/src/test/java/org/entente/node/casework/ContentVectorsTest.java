package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.node.delivery.Understood;
import org.junit.jupiter.api.Test;

/** The published bytes of contents are read as they stand. */
class ContentVectorsTest {
  @Test
  void aReplyOfALaterVersionIsReadAsFarAsItIsUnderstood() throws Exception {
    byte[] vector;
    try (InputStream in =
        ContentVectorsTest.class.getResourceAsStream("/vectors/content-reply-v2.json")) {
      vector = Objects.requireNonNull(in).readAllBytes();
    }

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
}
