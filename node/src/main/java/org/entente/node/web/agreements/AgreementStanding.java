package org.entente.node.web.agreements;

import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;

/**
 * How an agreement stands with one partner.
 *
 * @param agreement with the history between the two
 * @param suspendedByUs whether this authority has suspended it and not taken that back
 * @param suspensionRefused whether the partner's node did not take that suspension
 */
public record AgreementStanding(
    AuthorityId partner, Agreement agreement, boolean suspendedByUs, boolean suspensionRefused) {}
