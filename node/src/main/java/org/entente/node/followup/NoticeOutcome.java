package org.entente.node.followup;

import org.entente.node.casework.CaseId;
import org.entente.node.exchange.MessageId;

/** What came of an officer's step; a refusal left everything as it was. */
public sealed interface NoticeOutcome {
  record Done(CaseId caseId, MessageId notice, NoticeState state) implements NoticeOutcome {}

  record Refused(NoticeRefusal why) implements NoticeOutcome {}
}
