package org.entente.node.supervision;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Names a trace: what kind it is and by which identifier it is found again.
 *
 * @param id of the request's message, record, search, list or check
 */
public record TraceKey(Kind kind, UUID id) {
  /** What touched the person. */
  public enum Kind {
    CASE,
    RECORD,
    SEARCH,
    LIST,
    CHECK;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TraceKey of(Kind kind, Object id) {
    return new TraceKey(kind, UUID.fromString(id.toString()));
  }

  /** Reads what {@link #toString} writes; empty where the text is none. */
  public static Optional<TraceKey> read(String text) {
    int cut = text.indexOf(':');
    for (Kind kind : Kind.values()) {
      if (cut > 0 && kind.code().equals(text.substring(0, cut))) {
        try {
          return Optional.of(new TraceKey(kind, UUID.fromString(text.substring(cut + 1))));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return kind.code() + ":" + id;
  }
}
