package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/** Whether the sender states urgency, Directive (EU) 2023/977 Art. 4(4). */
public enum Urgency {
  /** No urgency is stated. */
  NORMAL("normal"),

  /** Urgency is stated; a reason must go with it. */
  URGENT("urgent");

  private final String code;

  Urgency(String code) {
    this.code = code;
  }

  /** The stable code used in files and messages. */
  public String code() {
    return code;
  }

  /** The name a person reads, in the nearest of the shipped languages. */
  public String label(Locale locale) {
    return Words.in(Language.of(locale)).get("urgency." + code);
  }

  /** The constant with this code, if there is one. */
  public static Optional<Urgency> ofCode(String code) {
    for (Urgency candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
