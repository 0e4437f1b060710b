package org.entente.node.casework;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Deadline;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;

/**
 * A case in a list: no name, no content.
 *
 * @param opening kind of the message that opened the matter
 * @param pending state of the newest message that has not reached its receiver yet
 */
public record CaseSummary(
    CaseId id,
    String reference,
    AuthorityId partner,
    Side side,
    ActKind opening,
    OffenceArea offence,
    Urgency urgency,
    CaseState state,
    Instant openedAt,
    Optional<Instant> closedAt,
    Optional<Deadline> deadline,
    Optional<MessageState> pending) {}
