package org.entente.node.partners;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;

/**
 * A consent for an area of common interest, asked for or given.
 *
 * @param id the message that asked for it; the same on both nodes
 * @param until empty until it is granted
 */
public record Consented(
    UUID id,
    AuthorityId partner,
    AuthorityId askedBy,
    OffenceArea offence,
    State state,
    Optional<Instant> from,
    Optional<Instant> until) {
  /** Where it stands. */
  public enum State {
    ASKED,
    GRANTED,
    DENIED
  }
}
