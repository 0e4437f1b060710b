package org.entente.node.retention;

import org.entente.node.casework.CaseId;

/** What came of an officer's step; a refusal left everything as it was. */
public sealed interface RetentionOutcome {
  record Done(CaseId caseId) implements RetentionOutcome {}

  record Refused(RetentionRefusal why) implements RetentionOutcome {}
}
