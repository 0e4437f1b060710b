package org.entente.node.casework;

import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.agreement.Decision;
import org.entente.node.exchange.MessageId;

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

  /** Several agreements permit it; an officer has to say which one the matter shall rest on. */
  record AgreementUnnamed(List<Agreement> agreements) implements Outcome {
    public AgreementUnnamed {
      agreements = List.copyOf(agreements);
    }
  }

  record Rejected(Rejection reason) implements Outcome {}
}
