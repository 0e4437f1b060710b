package org.entente.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.subject.IdentityDocument;
import org.entente.subject.Phone;
import org.entente.subject.Subject;
import org.entente.subject.numbers.WrittenNumber;

/** Makes a described subject of each row, with what the row states, or says why it cannot. */
public final class RowReading {
  private final RowMeaning meaning;

  /**
   * Reads rows about one kind of subject.
   *
   * @param columns what each column means
   * @param cells how their cells are written
   * @param latest the day on which the file was written at the latest
   */
  public RowReading(
      SubjectKind kind, Map<String, ColumnMeaning> columns, CellForms cells, LocalDate latest) {
    this.meaning = new RowMeaning(kind, columns, cells, latest);
  }

  /** What came of a row. */
  public sealed interface Result {
    record Ready(RawRow row, Described described, Stated stated) implements Result {
      /** What of it was not understood. */
      public List<Note> notes() {
        return described.notes();
      }
    }

    /** {@code field} names what was wrong; empty if the row as a whole was. */
    record Faulty(RawRow row, RowFault fault, String field) implements Result {}
  }

  public Result read(RawRow row) {
    if (row.fault().isPresent()) {
      return new Result.Faulty(row, row.fault().get(), "");
    }
    try {
      RowValues values = meaning.values(row);
      Subject subject = subject(values);
      String key = key(values);
      Stated stated = stated(values);
      return new Result.Ready(
          row, new Described(subject, key, row.cells(), values.notes()), stated);
    } catch (NotUnderstood e) {
      return new Result.Faulty(row, e.fault, e.field);
    }
  }

  /** Why the only field that is read of a row was not understood; empty if it was. */
  Optional<RowFault> field(RawRow row) {
    try {
      RowValues values = meaning.values(row);
      if (meaning.columns().containsValue(ColumnMeaning.KEY)) {
        key(values);
      }
      stated(values);
      new SubjectReading(values, meaning.kind(), meaning.cells().dates(), meaning.latest()).check();
      return values.notes().stream().map(Note::fault).findFirst();
    } catch (NotUnderstood e) {
      return Optional.of(e.fault);
    }
  }

  /** A person without a name is found by the number of a document, or of a telephone. */
  private Subject subject(RowValues values) throws NotUnderstood {
    try {
      return meaning.subject(values);
    } catch (NotUnderstood e) {
      if (meaning.kind() == SubjectKind.PERSON && e.fault == RowFault.NAME_MISSING) {
        for (SubjectKind thing : List.of(SubjectKind.DOCUMENT, SubjectKind.PHONE)) {
          Optional<Subject> known = thing(thing, values);
          if (known.isPresent()) {
            values.note(RowFault.NAME_MISSING, ColumnMeaning.NAME);
            return known.get();
          }
        }
      }
      throw e;
    }
  }

  private Optional<Subject> thing(SubjectKind kind, RowValues values) {
    try {
      return Optional.of(
              new RowMeaning(kind, meaning.columns(), meaning.cells(), meaning.latest())
                  .subject(values))
          .filter(RowReading::telling);
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  private static boolean telling(Subject subject) {
    return switch (subject) {
      case IdentityDocument document -> WrittenNumber.key(document.number()).isPresent();
      case Phone phone -> WrittenNumber.key(phone.written()).isPresent();
      default -> false;
    };
  }

  private String key(RowValues values) {
    if (!meaning.columns().containsValue(ColumnMeaning.KEY)) {
      return "";
    }
    Optional<String> key = values.one(ColumnMeaning.KEY);
    if (key.isEmpty()) {
      values.note(RowFault.KEY_MISSING, ColumnMeaning.KEY);
    }
    return key.orElse("");
  }

  private static Stated stated(RowValues values) {
    return new Stated(
        code(values, ColumnMeaning.CATEGORY, w -> DataSubjectCategory.ofCode(hyphenated(w))),
        code(values, ColumnMeaning.OFFENCE, w -> OffenceArea.ofCode(hyphenated(w))),
        code(values, ColumnMeaning.EVALUATION, w -> Evaluation.ofCode(upper(w))),
        handling(values));
  }

  private static <T> Optional<T> code(
      RowValues values, ColumnMeaning meaning, Function<String, Optional<T>> ofCode) {
    return values.one(meaning).flatMap(written -> known(values, ofCode.apply(written), meaning));
  }

  private static <T> Optional<T> known(RowValues values, Optional<T> code, ColumnMeaning meaning) {
    if (code.isEmpty()) {
      values.note(RowFault.CODE_UNKNOWN, meaning);
    }
    return code;
  }

  private static Set<HandlingCode> handling(RowValues values) {
    Set<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    for (String written : values.all(ColumnMeaning.HANDLING)) {
      known(values, HandlingCode.ofCode(upper(written)), ColumnMeaning.HANDLING)
          .ifPresent(codes::add);
    }
    return codes;
  }

  private static String upper(String written) {
    return written.toUpperCase(Locale.ROOT);
  }

  /** A code as people write it: {@code Drug trafficking} for {@code drug-trafficking}. */
  private static String hyphenated(String written) {
    return String.join(
        "-",
        Arrays.stream(written.toLowerCase(Locale.ROOT).split("[^a-z]+"))
            .filter(w -> !w.isEmpty())
            .toList());
  }
}
