package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.web.frame.BundlesTest.REFUSALS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal has one code and one status wherever it is heard. */
class RefusalStatusTest {
  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, 404",
    "RIGHT_MISSING, 403",
    "SAME_PERSON, 403",
    "STATE, 409",
    "INCOMPLETE, 422",
    "TOO_LARGE, 413",
    "TOO_MANY, 429",
    "UNSOUND, 500",
    "UNAVAILABLE, 503",
    "NO_ROOM, 507"
  })
  void aKindOfRefusalHasOneStatusWhereverTheActWasAskedFor(Refusal.Kind kind, int status) {
    assertThat(RefusalStatus.of(new Told(kind))).isEqualTo(status);
  }

  private record Told(Kind kind) implements Refusal {
    @Override
    public String code() {
      return "told";
    }
  }

  @Test
  void aCodeThatSeveralCapabilitiesUseMeansTheSameKindInEach() {
    Map<String, Refusal> known = new HashMap<>();
    Stream.concat(Stream.of(Usual.values()), REFUSALS.values().stream().flatMap(List::stream))
        .forEach(why -> {
          Refusal before = known.putIfAbsent(why.code(), why);
          assertThat(before == null ? why.kind() : before.kind())
              .as(why.code())
              .isEqualTo(why.kind());
        });
  }

  @Test
  void noCapabilitySpellsAnewWhatIsUsual() {
    List<String> usual = Stream.of(Usual.values()).map(Usual::code).toList();

    assertThat(REFUSALS.values().stream().flatMap(List::stream).map(Refusal::code))
        .doesNotContainAnyElementsOf(usual);
  }
}
