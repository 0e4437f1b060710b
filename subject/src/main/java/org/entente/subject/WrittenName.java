package org.entente.subject;

import java.util.List;
import java.util.Optional;

/**
 * A name as somebody wrote it, never changed.
 *
 * @param written the whole name in one line
 * @param kind what sort of name it is
 * @param language BCP 47 tag where it is known ("az", "sr-Cyrl")
 * @param parts the name's parts where the source kept them apart; empty if only the line is known
 */
public record WrittenName(String written, Kind kind, Optional<String> language, List<Part> parts) {

  /** More than any register prints on one line; longer input is refused by importers. */
  public static final int MAX_LENGTH = 400;

  /** Sorts of names, as the lists of the EU, the UN and OFAC tell them apart. */
  public enum Kind {
    OFFICIAL,
    ALIAS,
    MAIDEN,
    TRANSLITERATED,
    WEAK_ALIAS
  }

  /** What a part of a name is. */
  public enum Role {
    GIVEN,
    FAMILY,
    PATRONYMIC,
    PARTICLE,
    TITLE,
    UNKNOWN
  }

  /** One part, as written. */
  public record Part(String text, Role role) {}

  public WrittenName {
    parts = List.copyOf(parts);
    if (written.isBlank()) {
      throw new IllegalArgumentException("a name needs a letter");
    }
  }

  /** An official name of which only the line is known. */
  public static WrittenName of(String written) {
    return new WrittenName(written, Kind.OFFICIAL, Optional.empty(), List.of());
  }

  /** Never prints the name: names do not belong into logs. */
  @Override
  public String toString() {
    return "WrittenName[" + kind + "]";
  }
}
