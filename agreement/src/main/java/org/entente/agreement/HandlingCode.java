package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/**
 * Europol handling codes; they combine. The provider may tighten them at any later time (Regulation
 * (EU) 2016/794 Art. 19(2)).
 */
public enum HandlingCode {
  /** Use for preventing and combating crime. */
  H0("H0"),

  /** No use in judicial proceedings without the provider's permission. */
  H1("H1"),

  /** No dissemination without the provider's permission. */
  H2("H2"),

  /** Other restrictions, in words. */
  H3("H3");

  private final String code;

  HandlingCode(String code) {
    this.code = code;
  }

  /** The stable code used in files and messages. */
  public String code() {
    return code;
  }

  /** The name a person reads, in the nearest of the shipped languages. */
  public String label(Locale locale) {
    return Words.in(Language.of(locale)).get("handling." + code);
  }

  /** The constant with this code, if there is one. */
  public static Optional<HandlingCode> ofCode(String code) {
    for (HandlingCode candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
