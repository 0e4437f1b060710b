package org.entente.formats;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;

/**
 * What is said of an entry beside what it is known by.
 *
 * @param handling where that of the dossier is not meant, else empty
 * @param asOf when it was so: a date, year and month, or a year
 * @param note what no field is there for
 */
public record Standing(
    Optional<Role> role,
    Optional<Evaluation> evaluation,
    Set<HandlingCode> handling,
    Optional<String> asOf,
    Optional<String> note) {
  /** A longer note is cut and reported. */
  public static final int NOTE_MOST = 2_000;

  public static final Standing UNSAID =
      new Standing(
          Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

  public Standing {
    EnumSet<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    codes.addAll(handling);
    handling = Collections.unmodifiableSet(codes);
  }

  public static Standing in(Role role) {
    return new Standing(
        Optional.of(role), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
  }

  public Standing noted(String words) {
    String both = note.map(before -> before + " " + words).orElse(words);
    return new Standing(role, evaluation, handling, asOf, Optional.of(Saying.cut(both, NOTE_MOST)));
  }

  @Override
  public String toString() {
    return "Standing[" + role.map(Role::code).orElse("") + "]";
  }
}
