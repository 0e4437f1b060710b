package org.entente.intake;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.subject.Subject;

/** Who or what is meant, said field by field; read as the rows of files are. */
public final class Description {
  private Description() {}

  /** What came of reading it. */
  public sealed interface Read {
    /**
     * @param identifiers how many of given name, family name and date of birth are there, 0 to 3
     */
    record Meant(Subject subject, int identifiers) implements Read {
      @Override
      public String toString() {
        return "Meant[…]";
      }
    }

    /**
     * @param field its code; empty if the whole is wrong
     */
    record Faulty(RowFault fault, String field) implements Read {}
  }

  /**
   * Reads a description.
   *
   * @param said what was typed; several values of a field are parted by semicolons where it may
   *     have several
   */
  public static Read read(SubjectKind kind, Map<ColumnMeaning, String> said) {
    Map<String, List<String>> cells = new HashMap<>();
    Map<String, ColumnMeaning> columns = new HashMap<>();
    said.forEach((field, text) -> {
      cells.put(field.code(), List.of(text));
      columns.put(field.code(), field);
    });
    return read(new RowMeaning(kind, columns), new RawRow(1, cells, Optional.empty()));
  }

  static Read read(RowMeaning meaning, RawRow row) {
    if (row.fault().isPresent()) {
      return new Read.Faulty(row.fault().get(), "");
    }
    try {
      RowValues values = meaning.values(row);
      return new Read.Meant(meaning.subject(values), identifiers(values));
    } catch (NotUnderstood e) {
      return new Read.Faulty(e.fault, e.field);
    }
  }

  /** A name in one line counts as both names where it has two words. */
  private static int identifiers(RowValues values) {
    Map<ColumnMeaning, Boolean> there = new EnumMap<>(ColumnMeaning.class);
    for (ColumnMeaning field :
        List.of(ColumnMeaning.GIVEN, ColumnMeaning.FAMILY, ColumnMeaning.BORN)) {
      there.put(field, values.one(field).isPresent());
    }
    values
        .one(ColumnMeaning.NAME)
        .map(name -> name.split("\\s+").length)
        .ifPresent(words -> {
          there.put(ColumnMeaning.FAMILY, true);
          there.merge(ColumnMeaning.GIVEN, words > 1, Boolean::logicalOr);
        });
    return (int) there.values().stream().filter(Boolean::booleanValue).count();
  }
}
