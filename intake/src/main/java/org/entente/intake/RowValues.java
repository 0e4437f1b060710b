package org.entente.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a row by what they mean. */
record RowValues(Map<ColumnMeaning, List<String>> byMeaning) {
  List<String> all(ColumnMeaning meaning) {
    return byMeaning.getOrDefault(meaning, List.of());
  }

  Optional<String> one(ColumnMeaning meaning) {
    return all(meaning).stream().findFirst();
  }

  @Override
  public String toString() {
    return "RowValues" + byMeaning.keySet();
  }
}
