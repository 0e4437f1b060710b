package org.entente.agreement;

import java.time.Instant;

/**
 * The recorded consent of one authority to treat an area as one of common interest.
 *
 * @param reference the reference of the message that granted it; 1 to 100 characters
 * @param grantedBy who consented
 * @param grantedTo who had asked
 * @param offence the area
 * @param from first instant at which it holds
 * @param until first instant at which it holds no more
 */
public record Consent(
    String reference,
    AuthorityId grantedBy,
    AuthorityId grantedTo,
    OffenceArea offence,
    Instant from,
    Instant until) {

  private static final int MAX_REFERENCE_CHARS = 100;

  /** Refuses an empty period, a consent to oneself and an unusable reference. */
  public Consent {
    if (reference.isBlank() || reference.length() > MAX_REFERENCE_CHARS) {
      throw new IllegalArgumentException(
          "a consent's reference has 1 to " + MAX_REFERENCE_CHARS + " characters");
    }
    if (grantedBy.equals(grantedTo)) {
      throw new IllegalArgumentException("nobody grants a consent to itself");
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a consent ends after it begins");
    }
  }

  /** Whether it holds at an instant. */
  public boolean holdsAt(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
