package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.node.exchange.AttachmentId;
import org.entente.seal.AttachmentKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachedTest {
  private static final byte[] KEY = new byte[AttachmentKey.BYTES];
  private static final String PDF = "application/pdf";

  private static Attached attached(String name, String mediaType, long bytes, byte[] key) {
    return new Attached(AttachmentId.next(), name, mediaType, bytes, key);
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void anAttachmentThatNoOfficerCouldOpenIsUnsound(
      String name, String mediaType, long bytes, byte[] key) {
    assertThat(attached(name, mediaType, bytes, key).sound()).isFalse();
  }

  static List<Arguments> unsound() {
    return List.of(
        Arguments.of("../../../../etc/cron.d/x", PDF, 1, KEY),
        Arguments.of("a\r\nb.pdf", PDF, 1, KEY),
        Arguments.of("a\u0000b.pdf", PDF, 1, KEY),
        Arguments.of("a\u0085b.pdf", PDF, 1, KEY),
        Arguments.of("invoice\u202Efdp.exe", PDF, 1, KEY),
        Arguments.of("", PDF, 1, KEY),
        Arguments.of("..", PDF, 1, KEY),
        Arguments.of("n".repeat(100_000), PDF, 1, KEY),
        Arguments.of("a.pdf", "text/html; charset=utf-8", 1, KEY),
        Arguments.of("a.pdf", "*/*", 1, KEY),
        Arguments.of("a.pdf", "text/plain\r\nX: y", 1, KEY),
        Arguments.of("a.pdf", "", 1, KEY),
        Arguments.of("a.pdf", PDF, 0, KEY),
        Arguments.of("a.pdf", PDF, -5, KEY),
        Arguments.of("a.pdf", PDF, Long.MAX_VALUE, KEY),
        Arguments.of("a.pdf", PDF, 1, new byte[5]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.pdf", "Ђорђевић – изјава.pdf", "شهادة.pdf", "Əliyev №2 (1).pdf"})
  void anAttachmentWithANameInAnyScriptIsSound(String name) {
    assertThat(attached(name, PDF, 1, KEY).sound()).isTrue();
  }
}
