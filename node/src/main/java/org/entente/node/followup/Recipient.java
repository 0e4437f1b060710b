package org.entente.node.followup;

import org.entente.agreement.AuthorityId;
import org.entente.node.casework.CaseId;
import org.entente.node.exchange.MessageId;

/**
 * Whom an item was given to.
 *
 * @param message the item itself, or the message of another case that passed it on
 */
public record Recipient(AuthorityId partner, MessageId message, CaseId caseId) {}
