package org.entente.node.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How two subjects of one message belong together, read from the first to the second.
 *
 * @param from place of the first in the list, counted from 0
 * @param to place of the second
 */
public record SubjectLink(int from, Kind kind, int to) {
  /** What the first does or did with the second. */
  public enum Kind {
    USES,
    OWNS,
    TRAVELLED_WITH,
    PAID,
    COMMUNICATED_WITH,
    LOCATED_AT,
    /** Both are the same in another writing. */
    SAME_AS,
    /** They belong together in a way that the text says. */
    CONNECTED;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this code, if there is one. */
    public static Optional<Kind> ofCode(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }
}
