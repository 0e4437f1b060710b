package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/**
 * How the requested side reaches the information, chosen by it at triage since it changes the
 * deadline (Directive (EU) 2023/977 Art. 2 and 5). A judicial authorisation is a matter apart.
 */
public enum AccessClass {
  /** Held where the contact point or a competent authority reaches it directly. */
  DIRECT("direct"),

  /** Obtainable from other authorities or private parties, without coercion. */
  INDIRECT("indirect");

  private final String code;

  AccessClass(String code) {
    this.code = code;
  }

  /** The stable code used in files and messages. */
  public String code() {
    return code;
  }

  /** The name a person reads, in the nearest of the shipped languages. */
  public String label(Locale locale) {
    return Words.in(Language.of(locale)).get("access." + code);
  }

  /** The constant with this code, if there is one. */
  public static Optional<AccessClass> ofCode(String code) {
    for (AccessClass candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
