package org.entente.subject;

import java.util.Optional;

/**
 * A firearm. The serial number is kept as read; a question mark stands for a character in doubt.
 */
public record Firearm(
    Optional<String> make,
    Optional<String> model,
    Optional<String> calibre,
    Optional<String> serial)
    implements Subject {
  @Override
  public String toString() {
    return "Firearm[]";
  }
}
