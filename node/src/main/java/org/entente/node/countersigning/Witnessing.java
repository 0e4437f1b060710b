package org.entente.node.countersigning;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;

/**
 * How the ledgers of two partners stand to each other.
 *
 * @param countersigned entries of our log up to which the partner has countersigned
 * @param countersignedAt when it last did
 * @param behind entries of our log that it has not countersigned yet
 * @param refusal why the last attempt brought nothing, as a code
 * @param seen entries of the partner's log up to which this node has seen and countersigned it
 * @param seenAt when
 * @param stop why nothing is exchanged, as a code
 */
public record Witnessing(
    AuthorityId partner,
    long countersigned,
    Optional<Instant> countersignedAt,
    long behind,
    Optional<String> refusal,
    long seen,
    Optional<Instant> seenAt,
    Optional<String> stop) {}
