package org.entente.intake;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.subject.Person;
import org.entente.subject.Subject;

/** Who or what is meant, said field by field; read as the rows of files are. */
public final class Description {
  /** Later than any date: a year of two digits that is typed is asked again. */
  private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 30);

  private Description() {}

  /** What came of reading it. */
  public sealed interface Read {
    /**
     * @param identifiers how many of given name, family name and date of birth are there, 0 to 3
     * @param notes what of it was not understood
     */
    record Meant(Subject subject, int identifiers, List<Note> notes) implements Read {
      public Meant {
        notes = List.copyOf(notes);
      }

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
   * @return faulty if any field was not understood: who typed it is there to say it better
   */
  public static Read read(SubjectKind kind, Map<ColumnMeaning, String> said) {
    Map<String, List<String>> cells = new HashMap<>();
    Map<String, ColumnMeaning> columns = new HashMap<>();
    said.forEach((field, text) -> {
      cells.put(field.code(), List.of(text));
      columns.put(field.code(), field);
    });
    Read read = read(new RowMeaning(kind, columns, CellForms.USUAL, ANY_DAY), RawRow.of(1, cells));
    return read instanceof Read.Meant meant && !meant.notes().isEmpty()
        ? new Read.Faulty(meant.notes().getFirst().fault(), meant.notes().getFirst().field())
        : read;
  }

  /**
   * Reads a description of which several values may be given for a field, and keeps what can be
   * understood of it; faulty only where nothing says who or what it is.
   */
  public static Read understood(SubjectKind kind, Map<ColumnMeaning, List<String>> said) {
    Map<String, List<String>> cells = new HashMap<>();
    Map<String, ColumnMeaning> columns = new HashMap<>();
    said.forEach((field, values) -> {
      cells.put(field.code(), List.copyOf(values));
      columns.put(field.code(), field);
    });
    return read(new RowMeaning(kind, columns, CellForms.USUAL, ANY_DAY), RawRow.of(1, cells));
  }

  static Read read(RowMeaning meaning, RawRow row) {
    if (row.fault().isPresent()) {
      return new Read.Faulty(row.fault().get(), "");
    }
    try {
      RowValues values = meaning.values(row);
      Subject subject = meaning.subject(values);
      return new Read.Meant(subject, identifiers(values, subject), values.notes());
    } catch (NotUnderstood e) {
      return new Read.Faulty(e.fault, e.field);
    }
  }

  /** A name in one line counts as both names where it has two words. */
  private static int identifiers(RowValues values, Subject subject) {
    Map<ColumnMeaning, Boolean> there = new EnumMap<>(ColumnMeaning.class);
    for (ColumnMeaning field : List.of(ColumnMeaning.GIVEN, ColumnMeaning.FAMILY)) {
      there.put(field, values.one(field).isPresent());
    }
    there.put(
        ColumnMeaning.BORN,
        subject instanceof Person person
            ? !person.born().isEmpty()
            : values.one(ColumnMeaning.BORN).isPresent());
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
