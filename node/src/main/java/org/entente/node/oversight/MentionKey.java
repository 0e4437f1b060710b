package org.entente.node.oversight;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Names a mention: what kind it is and by which identifier it is found again.
 *
 * @param id of the request's message, record, search, list, check or measure
 */
public record MentionKey(Kind kind, UUID id) {
  /** What touched the person. */
  public enum Kind {
    CASE,
    RECORD,
    SEARCH,
    LIST,
    CHECK,
    MEASURE;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static MentionKey of(Kind kind, Object id) {
    return new MentionKey(kind, UUID.fromString(id.toString()));
  }

  /** Reads what {@link #toString} writes; empty where the text is none. */
  public static Optional<MentionKey> read(String text) {
    int cut = text.indexOf(':');
    for (Kind kind : Kind.values()) {
      if (cut > 0 && kind.code().equals(text.substring(0, cut))) {
        try {
          return Optional.of(new MentionKey(kind, UUID.fromString(text.substring(cut + 1))));
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
