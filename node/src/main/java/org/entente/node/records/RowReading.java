package org.entente.node.records;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.node.casework.Evaluation;

/** Makes a record of a row, or says why it cannot. */
final class RowReading {
  private final Plan plan;
  private final RowMeaning meaning;
  private final Provisions usual;

  RowReading(Plan plan, Instant uploaded) {
    this.plan = plan;
    this.meaning = new RowMeaning(plan.kind(), plan.columns());
    this.usual = plan.provisions(uploaded);
  }

  /** What came of a row. */
  sealed interface Result {
    record Ready(RawRow row, Described described, Provisions provisions) implements Result {}

    /** {@code field} names what was wrong; empty if the row as a whole was. */
    record Faulty(RawRow row, RowFault fault, String field) implements Result {}
  }

  Result read(RawRow row) {
    if (row.fault().isPresent()) {
      return new Result.Faulty(row, row.fault().get(), "");
    }
    try {
      Values values = meaning.values(row);
      Described described = new Described(meaning.subject(values), key(values), row.cells());
      return new Result.Ready(row, described, provisions(values));
    } catch (Unreadable e) {
      return new Result.Faulty(row, e.fault, e.field);
    }
  }

  private String key(Values values) throws Unreadable {
    if (!plan.columns().containsValue(Field.KEY)) {
      return "";
    }
    return values.one(Field.KEY).orElseThrow(() -> new Unreadable(RowFault.KEY_MISSING, Field.KEY));
  }

  private Provisions provisions(Values values) throws Unreadable {
    Optional<String> category = values.one(Field.CATEGORY);
    Optional<String> offence = values.one(Field.OFFENCE);
    Optional<String> evaluation = values.one(Field.EVALUATION);
    List<String> handling = values.all(Field.HANDLING);
    if (category.isEmpty() && offence.isEmpty() && evaluation.isEmpty() && handling.isEmpty()) {
      return usual;
    }
    Set<HandlingCode> codes =
        handling.isEmpty() ? usual.handling() : EnumSet.noneOf(HandlingCode.class);
    for (String code : handling) {
      for (String each : code.strip().split("[,\\s]+", -1)) {
        codes.add(
            HandlingCode.ofCode(each.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new Unreadable(RowFault.CODE_UNKNOWN, Field.HANDLING)));
      }
    }
    return new Provisions(
        category.isEmpty()
            ? usual.category()
            : DataSubjectCategory.ofCode(code(category.get()))
                .orElseThrow(() -> new Unreadable(RowFault.CODE_UNKNOWN, Field.CATEGORY)),
        offence.isEmpty()
            ? usual.offence()
            : OffenceArea.ofCode(code(offence.get()))
                .orElseThrow(() -> new Unreadable(RowFault.CODE_UNKNOWN, Field.OFFENCE)),
        evaluation.isEmpty()
            ? usual.evaluation()
            : Evaluation.ofCode(evaluation.get().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new Unreadable(RowFault.CODE_UNKNOWN, Field.EVALUATION)),
        codes,
        usual.reviewBy(),
        usual.eraseBy(),
        usual.checkableBy());
  }

  /** A code as people write it: {@code Drug trafficking} for {@code drug-trafficking}. */
  private static String code(String written) {
    return String.join(
        "-",
        Arrays.stream(written.toLowerCase(Locale.ROOT).split("[^a-z]+"))
            .filter(w -> !w.isEmpty())
            .toList());
  }

  /** The values of a row by what they mean. */
  record Values(Map<Field, List<String>> byField) {
    List<String> all(Field field) {
      return byField.getOrDefault(field, List.of());
    }

    Optional<String> one(Field field) {
      return all(field).stream().findFirst();
    }
  }

  /** Why a row cannot be read; never leaves this package, says nothing of the row itself. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    final RowFault fault;
    final String field;

    Unreadable(RowFault fault, Field field) {
      super(fault.code(), null, false, false);
      this.fault = fault;
      this.field = field.code();
    }
  }
}
