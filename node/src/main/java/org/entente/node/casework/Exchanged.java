package org.entente.node.casework;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Deadline;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.exchange.MessageId;

/**
 * A message that left or came, without what it says; it stays when the content is erased.
 *
 * @param urgency of the matter
 * @param at when it was released here or arrived here
 * @param clock of the matter; empty where it has none
 */
public record Exchanged(
    MessageId message,
    CaseId caseId,
    String reference,
    AuthorityId partner,
    Direction direction,
    ActKind kind,
    OffenceArea offence,
    Urgency urgency,
    Instant at,
    Optional<Deadline> clock) {

  Exchanged withClock(Optional<Deadline> known) {
    return new Exchanged(
        message, caseId, reference, partner, direction, kind, offence, urgency, at, known);
  }
}
