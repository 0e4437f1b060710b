package org.entente.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.ledger.LedgerEntry;
import org.junit.jupiter.api.Test;

class SeveralTest {
  private static LedgerEntry entry(Map<String, String> references) {
    return new LedgerEntry(
        0,
        Generators.timeBasedEpochRandomGenerator().generate(),
        Instant.parse("2026-03-01T10:00:00Z"),
        Event.RELEASED.access(),
        Event.RELEASED.code(),
        "node",
        new TreeMap<>(references),
        Optional.empty());
  }

  @Test
  void tenIdentifiersStandInOneEntryAndAreFoundAgain() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(UUID.randomUUID().toString());
    }
    Map<String, String> references = new TreeMap<>();

    Several.put(references, "records", ids, " ");

    assertThat(Several.of(entry(references).references(), "records", " ")).isEqualTo(ids);
  }

  @Test
  void anActOnManyArticlesOfALongTreatyIsAnEntry() {
    List<String> articles = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      articles.add("Article " + i + "(1), second sentence of it");
    }
    Map<String, String> references = new TreeMap<>();

    Several.put(references, "articles", articles, " + ");

    LedgerEntry entry = entry(references);
    int named = Several.of(entry.references(), "articles", " + ").size();
    assertThat(named).isPositive();
    assertThat(entry.references()).containsEntry("articles-more", Integer.toString(100 - named));
  }

  @Test
  void theLabelOfATreatyInAnotherScriptStopsNothing() {
    Map<String, String> references = new TreeMap<>();

    Several.put(references, "articles", List.of("члан 5", "§ 7", " "), " + ");

    assertThat(entry(references).references()).hasSize(1);
  }

  @Test
  void fewArticlesStandAsTheyAlwaysDid() {
    Map<String, String> references = new TreeMap<>();

    Several.put(references, "articles", List.of("Art. 1(1)(b)", "Art. 4"), " + ");

    assertThat(references).isEqualTo(Map.of("articles", "Art. 1(1)(b) + Art. 4"));
  }
}
