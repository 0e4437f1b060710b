package org.entente.node.followup;

import org.entente.node.casework.CaseId;
import org.entente.node.exchange.MessageId;

/**
 * A step that an officer took with a notice.
 *
 * @param state of the notice from now on
 */
public record NoticeStep(CaseId caseId, MessageId notice, NoticeState state) {}
