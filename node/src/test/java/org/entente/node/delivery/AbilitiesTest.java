package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbilitiesTest {
  private static final String POSTCARDS =
      "{\"version\":1,\"mail\":[{\"family\":\"kind\",\"headers\":[1],\"content\":1,\"kinds\":[\"reply\",\"request\"]},"
          + "{\"family\":\"postcard\",\"headers\":[1,3],\"content\":2,\"kinds\":[\"summer\"]}]}";

  private static Abilities read(String text) {
    return Abilities.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void thePublishedListIsReadAndWrittenAsItStands() throws Exception {
    byte[] vector = Vector.bytes("abilities-v1.json");

    assertThat(Abilities.read(vector).bytes()).isEqualTo(vector);
    assertThat(Abilities.read(vector).knows("notice", "recall")).isTrue();
  }

  @Test
  void whatIsNotKnownHereIsKeptAndNothingElseFollowsFromIt() {
    Abilities abilities = read(POSTCARDS);

    assertThat(abilities.knows("kind", "request")).isTrue();
    assertThat(abilities.knows("kind", "alert")).isFalse();
    assertThat(abilities.knows("note", "proposal")).isFalse();
    assertThat(abilities.toString()).isEqualTo(POSTCARDS);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`[\"reply\",\"request\"]`, `[\"request\",\"reply\"]`",
        "`[\"reply\",\"request\"]`, `[\"reply\",\"reply\"]`",
        "`[\"reply\",\"request\"]`, `[\"reply\",\"Request\"]`",
        "`[\"reply\",\"request\"]`, `[\"reply\",null]`",
        "`[\"reply\",\"request\"]`, `[\"reply\", \"request\"]`",
        "`\"headers\":[1,3]`, `\"headers\":[3,1]`",
        "`\"headers\":[1,3]`, `\"headers\":[]`",
        "`\"headers\":[1,3]`, `\"headers\":[0]`",
        "`\"content\":2`, `\"content\":\"2\"`",
        "`\"content\":2`, `\"content\":2,\"more\":1`",
        "`\"family\":\"postcard\"`, `\"family\":\"kind\"`",
        "`\"family\":\"postcard\"`, `\"family\":\"a\"`",
        "`\"version\":1`, `\"version\":0`",
        "`\"version\":1,`, ``"
      })
  void aListInAnotherSpellingIsRefused(String good, String broken) {
    String changed = POSTCARDS.replace(good, broken);
    assertThat(changed).isNotEqualTo(POSTCARDS);

    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(IllegalArgumentException.class)
        .isNotInstanceOf(NotSupported.class);
  }

  @Test
  void aListOfALaterVersionIsToldApart() {
    assertThatThrownBy(() -> read("{\"version\":2,\"rooms\":{}}")).isInstanceOf(NotSupported.class);
  }

  @Test
  void aListWithoutEndIsRefused() {
    List<String> kinds = IntStream.range(1_000, 1_300).mapToObj(n -> "kind-" + n).toList();

    assertThatThrownBy(() -> Ability.first("kind", kinds))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read(" ".repeat(Abilities.MAX_BYTES + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void anythingElseIsRefused(@ForAll String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
