package org.entente.node.casework;

import org.entente.node.exchange.MessageId;

/**
 * A request that reached or left this node, as those see it who compare requests.
 *
 * @param revision its place in the order in which they came and went, from 1 without a gap
 */
public record RequestSubject(
    long revision, MessageId message, CaseId caseId, Direction direction) {}
