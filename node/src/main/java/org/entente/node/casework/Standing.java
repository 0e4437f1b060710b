package org.entente.node.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;

/**
 * What became of a message after it was exchanged.
 *
 * @param erasedAt when its content was destroyed
 * @param restricted whether its processing is restricted, alone or with its whole case
 * @param handling the codes that its sender put instead of the first ones
 */
public record Standing(
    Optional<Instant> erasedAt, boolean restricted, Optional<Set<HandlingCode>> handling) {
  /** Nothing became of it. */
  static final Standing ORDINARY = new Standing(Optional.empty(), false, Optional.empty());
}
