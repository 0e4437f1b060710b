package org.entente.node.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.node.delivery.NotSupported;
import org.junit.jupiter.api.Test;

/** The published bytes of what a node says of its post are read and written as they stand. */
class PostStatementTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPostThatIsNotReached() throws Exception {
    try (InputStream in =
        PostStatementTest.class.getResourceAsStream("/vectors/duty-post-v1.json")) {
      byte[] vector = Objects.requireNonNull(in).readAllBytes();
      PostStatement said =
          new PostStatement(
              PostStatement.Standing.UNREACHED, Optional.of(Instant.parse("2026-12-01T02:11:00Z")));

      assertThat(PostStatement.read(vector)).isEqualTo(said);
      assertThat(said.bytes()).isEqualTo(vector);
    }
  }

  @Test
  void whatIsOfALaterVersionOrAnotherWordIsNotGuessedAt() {
    assertThatThrownBy(
            () -> PostStatement.read(bytes("{\"version\":2,\"post\":\"reached\",\"since\":null}")))
        .isInstanceOf(NotSupported.class);
    assertThatThrownBy(
            () -> PostStatement.read(bytes("{\"version\":1,\"post\":\"asleep\",\"since\":null}")))
        .isInstanceOf(NotSupported.class);
    assertThatThrownBy(() ->
            PostStatement.read(bytes("{\"version\":1,\"post\":\"unreached\",\"since\":null}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void whateverComesIsReadOrRefused(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> PostStatement.read(bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
