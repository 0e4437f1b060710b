package org.entente.node.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.RefusalGround;

/**
 * One thing that counts in a year's figures; names nobody.
 *
 * @param partner from whom it came or to whom it went
 * @param urgency of the matter; empty for blind questions
 * @param ground of a refusal; empty for one from before grounds were noted
 * @param inTime whether an answer went out before it was due; empty where nothing was due
 * @param took from the receipt to the answer, with the stretches in which the clock stood
 * @param reference how officers call the matter; for a blind question its identifier
 */
public record Counted(
    Figure figure,
    Instant at,
    String partner,
    Optional<Urgency> urgency,
    Optional<OffenceArea> offence,
    Optional<RefusalGround> ground,
    Optional<Boolean> inTime,
    Optional<Duration> took,
    String reference,
    Optional<CaseId> file) {}
