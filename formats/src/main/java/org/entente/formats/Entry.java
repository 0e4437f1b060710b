package org.entente.formats;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.intake.ValueReading;

/**
 * A person or thing of a dossier, as its source wrote it.
 *
 * @param reference what its source calls it; empty where it calls it nothing
 * @param said what is known, by field; never empty
 * @param weak names and aliases of which the source says that they are weak: alone they mean nobody
 */
public record Entry(
    String reference,
    SubjectKind kind,
    Map<ColumnMeaning, List<String>> said,
    Set<String> weak,
    Standing standing) {
  public Entry {
    Map<ColumnMeaning, List<String>> copy = new EnumMap<>(ColumnMeaning.class);
    said.forEach((field, values) -> {
      if (!values.isEmpty()) {
        copy.put(field, List.copyOf(values));
      }
    });
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("nothing is said of it");
    }
    said = Collections.unmodifiableMap(copy);
    weak = Set.copyOf(weak);
  }

  public static Entry of(SubjectKind kind, ColumnMeaning field, String value, Standing standing) {
    return new Entry("", kind, Map.of(field, List.of(value)), Set.of(), standing);
  }

  /** The first value of a field; empty if nothing is said. */
  public String one(ColumnMeaning field) {
    List<String> values = said.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** All values of a field. */
  public List<String> all(ColumnMeaning field) {
    return said.getOrDefault(field, List.of());
  }

  public Entry with(Standing other) {
    return new Entry(reference, kind, said, weak, other);
  }

  /**
   * The same without its weak names: what may be compared. Empty if nothing is left by which
   * somebody is known; a weak alias alone means nobody.
   */
  public Optional<Entry> strong() {
    if (weak.isEmpty()) {
      return Optional.of(this);
    }
    Map<ColumnMeaning, List<String>> left = new EnumMap<>(ColumnMeaning.class);
    said.forEach((field, values) -> {
      boolean name = field == ColumnMeaning.NAME || field == ColumnMeaning.ALIAS;
      left.put(
          field, name ? values.stream().filter(value -> !weak.contains(value)).toList() : values);
    });
    left.values().removeIf(List::isEmpty);
    return kind.knownBy(left.keySet()) || left.containsKey(ColumnMeaning.ALIAS)
        ? Optional.of(new Entry(reference, kind, left, Set.of(), standing))
        : Optional.empty();
  }

  /** What it is known by in one writing: two entries with the same are about the same. */
  public String identity() {
    return kind
        + ValueReading.of(kind, said).stream()
            .filter(read -> !BESIDE.contains(read.field()))
            .map(read -> "|" + read.field() + "=" + read.canonical())
            .sorted()
            .collect(Collectors.joining());
  }

  /** What says when and through which port, but not which address. */
  private static final Set<ColumnMeaning> BESIDE =
      Set.of(ColumnMeaning.SEEN_AT, ColumnMeaning.SOURCE_PORT, ColumnMeaning.CHAIN);

  @Override
  public String toString() {
    return "Entry[" + kind + "]";
  }
}
