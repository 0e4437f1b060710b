package org.entente.node.checks;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.officers.OfficerId;

/**
 * Checks that wait because they looked like fishing.
 *
 * @param partner whose officer it is; empty for one of this node
 * @param officer an identifier here, a pseudonym of a partner's
 */
public record Stop(
    String id,
    Optional<AuthorityId> partner,
    String officer,
    StopPattern pattern,
    Instant at,
    Optional<OfficerId> liftedBy,
    Optional<Instant> liftedAt) {}
