package org.entente.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of a row by what they mean, and what of them was not understood. */
final class RowValues {
  /**
   * A value as it was written.
   *
   * @param heading of its column
   */
  record Value(String text, String heading) {
    @Override
    public String toString() {
      return "Value[" + heading + "]";
    }
  }

  private final Map<ColumnMeaning, List<Value>> byMeaning = new EnumMap<>(ColumnMeaning.class);
  private final Set<Note> notes = new LinkedHashSet<>();

  void add(ColumnMeaning meaning, Value value) {
    byMeaning.computeIfAbsent(meaning, m -> new ArrayList<>()).add(value);
  }

  void note(RowFault fault, ColumnMeaning field) {
    notes.add(Note.of(fault, field));
  }

  List<Note> notes() {
    return List.copyOf(notes);
  }

  List<Value> values(ColumnMeaning meaning) {
    return byMeaning.getOrDefault(meaning, List.of());
  }

  List<String> all(ColumnMeaning meaning) {
    return values(meaning).stream().map(Value::text).toList();
  }

  Optional<String> one(ColumnMeaning meaning) {
    return all(meaning).stream().findFirst();
  }

  /** Why a field has no value: what was wrong with its cell, else that it is empty. */
  NotUnderstood missing(RowFault empty, ColumnMeaning field) {
    return notes.stream()
        .filter(note -> note.field().equals(field.code()))
        .findFirst()
        .map(NotUnderstood::new)
        .orElseGet(() -> new NotUnderstood(empty, field));
  }

  @Override
  public String toString() {
    return "RowValues" + byMeaning.keySet();
  }
}
