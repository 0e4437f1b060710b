package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
  private static String text(String vector) throws Exception {
    return new String(Vector.bytes(vector), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "header-v1.json, 1, kind, request, 2",
    "notice-finding-header-v1.json, 1, notice, finding, 0",
    "header-unknown-v1.json, 1, telegram, short, 0",
    "header-later-v2.json, 2, kind, request, 0"
  })
  void whatAllHeadersHaveInCommonIsReadOfKnownAndUnknownOnes(
      String vector, int version, String family, String kind, int attachments) throws Exception {
    Envelope envelope = Envelope.read(text(vector));

    assertThat(envelope.version()).isEqualTo(version);
    assertThat(envelope.family()).isEqualTo(family);
    assertThat(envelope.kind()).isEqualTo(kind);
    assertThat(envelope.attachments()).hasSize(attachments);
    assertThat(envelope.text()).isEqualTo(text(vector));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"version\":1`, `\"version\":1,\"version\":1`",
        "`\"version\":1`, `\"version\":1.0`",
        "`\"kind\":\"request\"`, `\"kind\":null`",
        "`\"to\":\"rs.mup\"`, `\"to\":[\"rs.mup\"]`",
        "`00112233445566778899aabbccddeeff`, `00112233`",
        "`\"attachments\":[{`, `\"attachments\":[null,{`",
        "`\"attachments\":[{`, `\"attachments\":[{\"more\":1,`",
        "`00000000000d`, `00000000000c`"
      })
  void whatIsNoHeaderIsRefused(String good, String broken) throws Exception {
    String vector = text("header-v1.json");
    String changed = vector.replace(good, broken);
    assertThat(changed).isNotEqualTo(vector);

    assertThatThrownBy(() -> Envelope.read(changed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void anythingElseIsRefused(@ForAll String text) {
    assertThatThrownBy(() -> Envelope.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
