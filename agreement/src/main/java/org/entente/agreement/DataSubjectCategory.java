package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/**
 * The part a person has in the matter: Regulation (EU) 2016/794 Annex II, Section B.1. Which data
 * may be exchanged follows from it ({@link DataCategory}).
 */
public enum DataSubjectCategory {
  /** Suspected or convicted. */
  SUSPECT_OR_CONVICTED("suspect-or-convicted"),

  /** Factual indications that the person will offend. */
  POTENTIAL_OFFENDER("potential-offender"),

  /** Possible witness. */
  WITNESS("witness"),

  /** Actual or possible victim. */
  VICTIM("victim"),

  /** Contact or associate. */
  CONTACT("contact"),

  /** Somebody who can provide information. */
  INFORMANT("informant");

  private final String code;

  DataSubjectCategory(String code) {
    this.code = code;
  }

  /** The stable code used in files and messages. */
  public String code() {
    return code;
  }

  /** The name a person reads, in the nearest of the shipped languages. */
  public String label(Locale locale) {
    return Words.in(Language.of(locale)).get("subject." + code);
  }

  /** The constant with this code, if there is one. */
  public static Optional<DataSubjectCategory> ofCode(String code) {
    for (DataSubjectCategory candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
