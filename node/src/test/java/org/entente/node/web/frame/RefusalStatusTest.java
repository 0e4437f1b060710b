package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.agreements.StepRefusal;
import org.entente.node.casework.Rejection;
import org.entente.node.checks.CheckRefusal;
import org.entente.node.evidence.EvidenceRefusal;
import org.entente.node.followup.NoticeRefusal;
import org.entente.node.oversight.OversightRefusal;
import org.entente.node.records.RecordRefusal;
import org.entente.node.retention.RetentionRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal has one code, one status and a sentence wherever it is heard. */
class RefusalStatusTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  /** The reasons of each capability, by where their sentences are. */
  private static final Map<String, Refusal[]> REASONS =
      Map.of(
          "rejection", Rejection.values(),
          "step-refused", StepRefusal.values(),
          "record-refusal", RecordRefusal.values(),
          "check-refusal", CheckRefusal.values(),
          "retention-refused", RetentionRefusal.values(),
          "notice-refused", NoticeRefusal.values(),
          "oversight-refusal", OversightRefusal.values(),
          "evidence-refused", EvidenceRefusal.values());

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
    Stream.concat(Stream.of(Usual.values()), REASONS.values().stream().flatMap(Stream::of))
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

    assertThat(REASONS.values().stream().flatMap(Stream::of).map(Refusal::code))
        .doesNotContainAnyElementsOf(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_az", "_sr", "_sr_Latn"})
  void everyRefusalHasASentence(String language) throws IOException {
    Properties texts = new Properties();
    try (Reader file =
        Files.newBufferedReader(
            RESOURCES.resolve("messages" + language + ".properties"), StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    REASONS.forEach((prefix, reasons) -> {
      assertThat(texts.stringPropertyNames())
          .contains(prefix + ".not-found", prefix + ".role-missing");
      for (Refusal why : reasons) {
        assertThat(texts.stringPropertyNames()).contains(prefix + "." + why.code());
      }
    });
  }
}
