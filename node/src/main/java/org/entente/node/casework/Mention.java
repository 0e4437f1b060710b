package org.entente.node.casework;

import org.entente.node.delivery.MessageId;

/**
 * A request that reached or left this node, as those see it who compare requests.
 *
 * @param revision its place in the order in which they came and went, from 1 without a gap
 */
public record Mention(long revision, MessageId message, CaseId caseId, Direction direction) {}
