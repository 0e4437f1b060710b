package org.entente.node.casework;

import java.time.Instant;

/**
 * An exchange that is concluded: from then on its need to be kept is reviewed (Directive (EU)
 * 2023/977 Art. 16(4)).
 *
 * @param agreementHash of the agreement it was exchanged under
 */
public record Concluded(CaseId id, String agreementHash, Instant at) {}
