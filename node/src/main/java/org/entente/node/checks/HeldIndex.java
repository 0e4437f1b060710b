package org.entente.node.checks;

import org.entente.agreement.AuthorityId;
import org.entente.check.index.SealedIndex;

/**
 * A partner's sealed index in this node's hands.
 *
 * @param publicKey the partner's commitment for this epoch, in hexadecimal
 */
record HeldIndex(
    AuthorityId partner, EpochId epoch, long revision, String publicKey, SealedIndex index) {}
