package org.entente.node.casework;

import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.agreement.Decision;
import org.entente.node.act.Refusal;

/** What keeps a message from being kept or from leaving, with what an officer needs to mend it. */
public sealed interface Hindrance extends Refusal {

  /** The content is not complete, or cannot be kept; the draft, if there was one, is unchanged. */
  record Faulty(List<ContentFault> faults) implements Hindrance {
    public Faulty {
      faults = List.copyOf(faults);
    }

    @Override
    public String code() {
      return "content-faulty";
    }

    @Override
    public Kind kind() {
      return Kind.INCOMPLETE;
    }
  }

  /** The agreement does not permit it, or asks for consent first. */
  record Undecided(Decision decision) implements Hindrance {
    @Override
    public String code() {
      return decision instanceof Decision.NeedsConsent ? "needs-consent" : "not-permitted";
    }

    @Override
    public Kind kind() {
      return Kind.STATE;
    }
  }

  /** Several agreements permit it; an officer has to say which one the matter is to rest on. */
  record AgreementUnnamed(List<Agreement> agreements) implements Hindrance {
    public AgreementUnnamed {
      agreements = List.copyOf(agreements);
    }

    @Override
    public String code() {
      return "agreement-unnamed";
    }

    @Override
    public Kind kind() {
      return Kind.STATE;
    }
  }
}
