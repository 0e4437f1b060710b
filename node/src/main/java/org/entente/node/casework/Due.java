package org.entente.node.casework;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Urgency;
import org.entente.node.officers.OfficerId;

/**
 * A matter whose clock runs, as the deadline board shows it: no name, so that a board on a wall
 * tells a visitor nothing about anybody.
 *
 * @param at when the answer is due
 */
public record Due(
    CaseId id,
    String reference,
    AuthorityId partner,
    Side side,
    Urgency urgency,
    Optional<OfficerId> holder,
    Instant at) {}
