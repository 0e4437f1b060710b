package org.entente.node.web.frame;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.records.RecordView;
import org.entente.subject.Account;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.Organisation;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Subject;
import org.entente.subject.Unsaid;
import org.entente.subject.WrittenName;
import org.entente.subject.compare.Evidence;
import org.entente.subject.numbers.WrittenNumber;

/** One line that tells a record from others, in the words of its register. */
public final class RecordText {
  private static final int VALUES = 4;
  private static final int HALF = 50;

  /** Natural logarithm of odds; more does not change what anybody would think. */
  private static final double FULL_WEIGHT = 8;

  private RecordText() {}

  /** How far evidence of this weight reaches in a picture whose half is 50 wide. */
  public static long share(double weight) {
    return Math.clamp(Math.round(Math.abs(weight) * HALF / FULL_WEIGHT), 1, HALF);
  }

  /** Names where there are some, otherwise the first values as written. */
  public static String headline(RecordView record) {
    List<WrittenName> names = names(record.described().subject());
    if (names.isEmpty()) {
      return String.join(
          " · ",
          record.described().written().values().stream()
              .flatMap(List::stream)
              .filter(v -> !v.isBlank())
              .limit(VALUES)
              .toList());
    }
    return String.join(" = ", names.stream().map(WrittenName::written).distinct().toList());
  }

  /** The columns of two records, each once, for showing them side by side. */
  public static Set<String> columns(RecordView one, RecordView other) {
    Set<String> columns = new LinkedHashSet<>(one.described().written().keySet());
    columns.addAll(other.described().written().keySet());
    return columns;
  }

  /** What stands in a column, as written; a dash where there is none. */
  public static String cell(RecordView record, String column) {
    String text = String.join("; ", record.described().written().getOrDefault(column, List.of()));
    return text.isBlank() ? "–" : text;
  }

  /** Dates of birth as far as they are known; empty for what has none. */
  public static String born(RecordView record) {
    return String.join(" / ", SubjectText.dates(record.described().subject()));
  }

  /**
   * What a record says of its subject, a line for each field, to be told to a partner; how it is
   * kept here is not part of it.
   *
   * @param label how a field is called
   */
  public static String told(RecordView record, UnaryOperator<String> label) {
    Map<String, Collection<String>> lines = new LinkedHashMap<>();
    lines.put(
        "field.person",
        names(record.described().subject()).stream().map(WrittenName::written).toList());
    if (record.described().subject() instanceof Person person) {
      lines.put("record-field.born", SubjectText.dates(person));
      lines.put("record-field.birth-place", person.birthPlaces());
      lines.put("record-field.nationality", person.nationalities());
      lines.put(
          "record-field.document",
          person.documents().stream().map(IdentityDocument::number).toList());
      lines.put("record-field.phone", person.phones().stream().map(Phone::written).toList());
    }
    return lines.entrySet().stream()
        .filter(line -> !line.getValue().isEmpty())
        .map(line ->
            label.apply(line.getKey())
                + ": "
                + String.join(" / ", new LinkedHashSet<>(line.getValue())))
        .collect(Collectors.joining("\n"));
  }

  /** One side of what was weighed, as a reader reads it. */
  public static String side(Reader reader, Evidence.Kind kind, String side) {
    return kind == Evidence.Kind.GENDER
        ? reader.of("gender", Gender.valueOf(side.toUpperCase(Locale.ROOT)))
        : side;
  }

  /** Why a number, as it was written, is not compared; empty for everything else. */
  public static Optional<WrittenNumber.Use> notCompared(RecordView record, String value) {
    if (WrittenNumber.use(value) == WrittenNumber.Use.DAMAGED) {
      return Optional.of(WrittenNumber.Use.DAMAGED);
    }
    if (Unsaid.by(value)) {
      return Optional.of(WrittenNumber.Use.NOTHING);
    }
    return numbers(record.described().subject())
        .filter(number -> number.strip().equals(value.strip()))
        .map(WrittenNumber::use)
        .filter(use -> use != WrittenNumber.Use.TELLING)
        .findFirst();
  }

  private static Stream<String> numbers(Subject subject) {
    return switch (subject) {
      case Person person ->
          Stream.of(
                  person.documents().stream().map(IdentityDocument::number),
                  person.phones().stream().map(Phone::written),
                  person.accounts().stream().map(Account::written))
              .flatMap(Function.identity());
      case Organisation organisation -> organisation.registrations().stream();
      case IdentityDocument document -> Stream.of(document.number());
      default -> Stream.empty();
    };
  }

  private static List<WrittenName> names(Subject subject) {
    return switch (subject) {
      case Person person -> person.names();
      case Organisation organisation -> organisation.names();
      default -> List.of();
    };
  }
}
