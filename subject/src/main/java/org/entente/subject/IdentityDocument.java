package org.entente.subject;

import java.util.Optional;

/**
 * A passport, identity card, visa, residence permit or driving licence.
 *
 * @param number as written
 */
public record IdentityDocument(
    Kind kind, String number, Optional<String> issuer, Optional<PartialDate> expires)
    implements Subject {
  /** Kinds of documents. */
  public enum Kind {
    PASSPORT,
    IDENTITY_CARD,
    VISA,
    RESIDENCE_PERMIT,
    DRIVING_LICENCE,
    NATIONAL_NUMBER,
    OTHER
  }

  @Override
  public String toString() {
    return "IdentityDocument[" + kind + "]";
  }
}
