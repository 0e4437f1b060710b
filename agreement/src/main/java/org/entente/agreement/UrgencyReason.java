package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/** Why an act is urgent: the closed list of Directive (EU) 2023/977 Art. 4(4). */
public enum UrgencyReason {
  /** To avert an immediate and serious threat to public security. */
  THREAT_TO_PUBLIC_SECURITY("threat-to-public-security"),

  /** To avert an imminent threat to life or physical integrity. */
  THREAT_TO_LIFE("threat-to-life"),

  /** For a decision that may keep somebody deprived of liberty. */
  DEPRIVATION_OF_LIBERTY("deprivation-of-liberty"),

  /** The information would lose its relevance and matters for fighting crime. */
  LOSS_OF_RELEVANCE("loss-of-relevance");

  private final String code;

  UrgencyReason(String code) {
    this.code = code;
  }

  /** The stable code used in files and messages. */
  public String code() {
    return code;
  }

  /** The name a person reads, in the nearest of the shipped languages. */
  public String label(Locale locale) {
    return Words.in(Language.of(locale)).get("urgency-reason." + code);
  }

  /** The constant with this code, if there is one. */
  public static Optional<UrgencyReason> ofCode(String code) {
    for (UrgencyReason candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
