package org.entente.formats.misp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Entry;
import org.entente.formats.Role;
import org.entente.formats.Saying;
import org.entente.formats.Standing;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/**
 * An entry exactly as it is, as lines of its object's text under a heading: {@code role: used},
 * {@code calibre: 9 mm}. A template has no attribute for much of it, and machines want other
 * writings. People read the lines, and so does {@link #read}.
 *
 * @param kind what the object is
 */
record MispLines(
    SubjectKind kind, Map<ColumnMeaning, List<String>> said, Set<String> weak, Standing standing) {
  private static final String HEADING = "As police tell of it:";

  static String write(Entry entry) {
    List<String> lines = new ArrayList<>(List.of(HEADING, "kind: " + entry.kind().code()));
    entry
        .said()
        .forEach((field, values) ->
            values.forEach(value -> lines.add(field.code() + ": " + Saying.line(value))));
    entry.weak().stream().sorted().forEach(weak -> lines.add("weak: " + weak));
    Standing standing = entry.standing();
    standing.role().ifPresent(role -> lines.add("role: " + role.code()));
    standing.evaluation().ifPresent(evaluation -> lines.add("evaluated: " + evaluation.code()));
    standing.handling().forEach(code -> lines.add("code: " + code.code()));
    standing.asOf().ifPresent(asOf -> lines.add("as-of: " + asOf));
    return String.join("\n", lines);
  }

  /** Reads such a text; empty if it is any other. */
  static Optional<MispLines> read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2 || !lines.getFirst().equals(HEADING)) {
      return Optional.empty();
    }
    Map<ColumnMeaning, List<String>> said = new EnumMap<>(ColumnMeaning.class);
    Set<String> weak = new LinkedHashSet<>();
    Set<HandlingCode> handling = EnumSet.noneOf(HandlingCode.class);
    Optional<SubjectKind> kind = Optional.empty();
    Optional<Role> role = Optional.empty();
    Optional<Evaluation> evaluation = Optional.empty();
    Optional<String> asOf = Optional.empty();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(": ");
      String name = colon < 0 ? "" : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 2);
      switch (name) {
        case "kind" -> kind = SubjectKind.ofCode(value);
        case "weak" -> weak.add(value);
        case "role" -> role = Role.ofCode(value);
        case "evaluated" -> evaluation = Evaluation.ofCode(value);
        case "code" -> HandlingCode.ofCode(value).ifPresent(handling::add);
        case "as-of" ->
            asOf = Optional.of(value).filter(day -> day.matches("[0-9]{4}(-[0-9]{2}){0,2}"));
        default ->
            ColumnMeaning.ofCode(name)
                .ifPresent(field -> said.computeIfAbsent(field, f -> new ArrayList<>()).add(value));
      }
    }
    Standing standing = new Standing(role, evaluation, handling, asOf, Optional.empty());
    return kind.map(known -> new MispLines(known, said, weak, standing));
  }

  @Override
  public String toString() {
    return "MispLines[" + kind + "]";
  }
}
