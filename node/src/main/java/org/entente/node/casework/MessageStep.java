package org.entente.node.casework;

import org.entente.node.exchange.MessageId;

/**
 * A step that an officer took with a message.
 *
 * @param state of the message from now on
 */
public record MessageStep(CaseId caseId, MessageId message, MessageState state) {}
