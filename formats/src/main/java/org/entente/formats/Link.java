package org.entente.formats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How two entries belong together, read from the first to the second.
 *
 * @param from place of the first in the dossier, counted from 0
 * @param to place of the second
 */
public record Link(int from, Kind kind, int to) {
  /** What the first does or did with the second; codes as in docs/protocol/subjects.md. */
  public enum Kind {
    USES,
    OWNS,
    TRAVELLED_WITH,
    PAID,
    COMMUNICATED_WITH,
    LOCATED_AT,
    SAME_AS,
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
