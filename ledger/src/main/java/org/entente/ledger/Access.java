package org.entente.ledger;

import java.util.Locale;
import java.util.Optional;

/**
 * What was done to personal data: the kinds of processing that LED Art. 25(1) wants logged, or none
 * of them.
 */
public enum Access {
  /** Data were collected: entered, received or imported. */
  COLLECTION,
  /** Data were changed. */
  ALTERATION,
  /** Data were looked at. */
  CONSULTATION,
  /** Data were given to somebody else, transfers included. */
  DISCLOSURE,
  /** Data were brought together with other data. */
  COMBINATION,
  /** Data were erased. */
  ERASURE,
  /** No personal data were touched: a sign-in, an agreement that came into force. */
  NONE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The lower-case word in an entry. */
  public String code() {
    return code;
  }

  /** The kind with this lower-case word. */
  public static Optional<Access> fromCode(String code) {
    for (Access access : values()) {
      if (access.code.equals(code)) {
        return Optional.of(access);
      }
    }
    return Optional.empty();
  }
}
