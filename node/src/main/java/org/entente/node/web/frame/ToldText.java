package org.entente.node.web.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.intake.ValueReading;
import org.entente.intake.ValueSign;
import org.entente.node.casework.SubjectLink;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.ToldSubject;

/** How the persons and things that a message tells of are shown: as written, and as read here. */
public final class ToldText {
  private static final String BETWEEN = " · ";

  private ToldText() {}

  /** What tells a subject from others, in one line. */
  public static String headline(ToldSubject subject) {
    return subject
        .subject()
        .map(SubjectText::headline)
        .filter(line -> !line.isBlank())
        .orElseGet(() ->
            subject.said().values().stream()
                .flatMap(List::stream)
                .filter(value -> !value.isBlank())
                .limit(3)
                .collect(Collectors.joining(BETWEEN)));
  }

  /** What to search for to find the same subject here; without blanks where it is a number. */
  public static String sought(ToldSubject subject) {
    if (subject.kind() == SubjectKind.PERSON || subject.kind() == SubjectKind.ORGANISATION) {
      return headline(subject);
    }
    String canonical =
        readings(subject).stream()
            .filter(reading -> SubjectFields.of(subject.kind()).contains(reading.field()))
            .map(ValueReading::canonical)
            .findFirst()
            .orElseGet(() -> headline(subject));
    return canonical.substring(canonical.lastIndexOf(' ') + 1);
  }

  /** Every value with what it is read as and what there is to see at it. */
  public static List<ValueReading> readings(ToldSubject subject) {
    return ValueReading.of(subject.kind(), subject.known());
  }

  /** What is said in fields that this version does not know, by their codes. */
  public static Map<String, List<String>> later(ToldSubject subject) {
    Map<String, List<String>> later = new LinkedHashMap<>(subject.said());
    later.keySet().removeIf(field -> ColumnMeaning.ofCode(field).isPresent());
    return later;
  }

  /** Whether the form that is compared is worth showing beside what was written. */
  public static boolean differs(ValueReading reading) {
    return !reading.canonical().equals(reading.written());
  }

  /** All of them in lines, where one text is compared with another. */
  public static String whole(Reader reader, Subjects subjects) {
    List<String> lines = new ArrayList<>();
    for (ToldSubject told : subjects.told()) {
      List<String> parts = new ArrayList<>();
      parts.add(reader.of("record-kind", told.kind()));
      parts.add(reader.of("subject-role", told.role()));
      told.said()
          .forEach((field, values) ->
              parts.add(field(reader, field) + ": " + String.join("; ", values)));
      if (told.evaluation() != null) {
        parts.add(told.evaluation().code());
      }
      told.handling().stream().sorted().forEach(code -> parts.add(code.code()));
      if (told.asOf() != null) {
        parts.add(told.asOf());
      }
      if (told.note() != null) {
        parts.add(told.note());
      }
      lines.add((lines.size() + 1) + ". " + String.join(BETWEEN, parts));
    }
    for (SubjectLink link : subjects.links()) {
      lines.add(
          (link.from() + 1) + " " + reader.of("subject-link", link.kind()) + " " + (link.to() + 1));
    }
    subjects.forms().forEach(form -> lines.add(FormText.whole(reader, form)));
    return String.join("\n", lines);
  }

  /** How a field is called; its code where a later version wrote it. */
  public static String field(Reader reader, String code) {
    return ColumnMeaning.ofCode(code).map(field -> reader.of("record-field", field)).orElse(code);
  }

  /** The signs at a value that make a reader look twice, before the others. */
  public static List<ValueSign> signs(ValueReading reading) {
    return reading.signs().stream()
        .sorted((a, b) -> Boolean.compare(b.doubtful(), a.doubtful()))
        .toList();
  }
}
