package org.entente.node.casework;

import java.util.List;
import org.entente.agreement.Decision;
import org.entente.node.delivery.MessageId;

/** What came of an officer's step. Everything but {@link Done} left things as they were. */
public sealed interface Outcome {
  record Done(CaseId caseId, MessageId message, MessageState state) implements Outcome {}

  /** The content is not complete; the draft, if there was one, is unchanged. */
  record Faulty(List<ContentFault> faults) implements Outcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** The agreement does not permit it, or asks for consent first. */
  record Undecided(Decision decision) implements Outcome {}

  record Rejected(Rejection reason) implements Outcome {}
}
