package org.entente.node.casework;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description;
import org.entente.intake.SubjectKind;
import org.entente.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A person or thing that a message tells of, as its officer wrote it: each reader reads it anew, so
 * that what one does not understand is still there as it was written.
 *
 * @param said what is known, by the code of its field ({@link ColumnMeaning}); a field of a later
 *     version is kept and shown by its code
 * @param evaluation where that of the message is not meant
 * @param handling where that of the message is not meant, always in the order of the codes; else
 *     empty
 * @param asOf the day on which it was so: a date, or year and month, or a year
 * @param note what no field is there for
 */
public record ToldSubject(
    SubjectKind kind,
    Map<String, List<String>> said,
    SubjectRole role,
    @Nullable Evaluation evaluation,
    Set<HandlingCode> handling,
    @Nullable String asOf,
    @Nullable String note) {
  public ToldSubject {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    said.forEach((field, values) -> copy.put(field, List.copyOf(values)));
    said = Collections.unmodifiableMap(copy);
    EnumSet<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    codes.addAll(handling);
    handling = Collections.unmodifiableSet(codes);
  }

  /** A subject of which nothing but this is said. */
  public static ToldSubject of(SubjectKind kind, Map<String, List<String>> said, SubjectRole role) {
    return new ToldSubject(kind, said, role, null, Set.of(), null, null);
  }

  /** The same under what it came with, where it says nothing of its own. */
  ToldSubject came(@Nullable Evaluation whole, Set<HandlingCode> codes) {
    return new ToldSubject(
        kind,
        said,
        role,
        evaluation == null ? whole : evaluation,
        handling.isEmpty() ? codes : handling,
        asOf,
        note);
  }

  /** What is said in the fields that this version knows. */
  public Map<ColumnMeaning, List<String>> known() {
    Map<ColumnMeaning, List<String>> known = new EnumMap<>(ColumnMeaning.class);
    said.forEach((field, values) ->
        ColumnMeaning.ofCode(field).ifPresent(meaning -> known.put(meaning, values)));
    return known;
  }

  /** Whom or what is meant; empty where too little of it can be read. */
  public Optional<Subject> subject() {
    return Description.understood(kind, known()) instanceof Description.Read.Meant meant
        ? Optional.of(meant.subject())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "ToldSubject[" + kind + "]";
  }
}
