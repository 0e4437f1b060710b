package org.entente.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;

/** Makes a described subject of each row, with what the row states, or says why it cannot. */
public final class RowReading {
  private final RowMeaning meaning;

  /**
   * Reads rows about one kind of subject.
   *
   * @param columns what each column means
   */
  public RowReading(SubjectKind kind, Map<String, ColumnMeaning> columns) {
    this.meaning = new RowMeaning(kind, columns);
  }

  /** What came of a row. */
  public sealed interface Result {
    record Ready(RawRow row, Described described, Stated stated) implements Result {}

    /** {@code field} names what was wrong; empty if the row as a whole was. */
    record Faulty(RawRow row, RowFault fault, String field) implements Result {}
  }

  public Result read(RawRow row) {
    if (row.fault().isPresent()) {
      return new Result.Faulty(row, row.fault().get(), "");
    }
    try {
      RowValues values = meaning.values(row);
      Described described = new Described(meaning.subject(values), key(values), row.cells());
      return new Result.Ready(row, described, stated(values));
    } catch (NotUnderstood e) {
      return new Result.Faulty(row, e.fault, e.field);
    }
  }

  private String key(RowValues values) throws NotUnderstood {
    if (!meaning.columns().containsValue(ColumnMeaning.KEY)) {
      return "";
    }
    return values
        .one(ColumnMeaning.KEY)
        .orElseThrow(() -> new NotUnderstood(RowFault.KEY_MISSING, ColumnMeaning.KEY));
  }

  private static Stated stated(RowValues values) throws NotUnderstood {
    return new Stated(
        code(values, ColumnMeaning.CATEGORY, w -> DataSubjectCategory.ofCode(hyphenated(w))),
        code(values, ColumnMeaning.OFFENCE, w -> OffenceArea.ofCode(hyphenated(w))),
        code(values, ColumnMeaning.EVALUATION, w -> Evaluation.ofCode(upper(w))),
        handling(values));
  }

  private static <T> Optional<T> code(
      RowValues values, ColumnMeaning meaning, Function<String, Optional<T>> ofCode)
      throws NotUnderstood {
    Optional<String> written = values.one(meaning);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(known(ofCode.apply(written.get()), meaning));
  }

  private static <T> T known(Optional<T> code, ColumnMeaning meaning) throws NotUnderstood {
    return code.orElseThrow(() -> new NotUnderstood(RowFault.CODE_UNKNOWN, meaning));
  }

  private static Set<HandlingCode> handling(RowValues values) throws NotUnderstood {
    Set<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    for (String written : values.all(ColumnMeaning.HANDLING)) {
      for (String each : written.strip().split("[,\\s]+", -1)) {
        codes.add(known(HandlingCode.ofCode(upper(each)), ColumnMeaning.HANDLING));
      }
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
