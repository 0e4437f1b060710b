package org.entente.node.agreements;

import java.util.List;
import java.util.Locale;
import org.entente.agreement.Fault;
import org.entente.node.exchange.MessageId;

/** What came of a step that an officer wanted to take. */
public sealed interface StepOutcome {
  record Done(MessageId step, StepState state) implements StepOutcome {}

  /** The files of a proposal are broken. */
  record Broken(List<Fault> faults) implements StepOutcome {
    public Broken {
      faults = List.copyOf(faults);
    }
  }

  record Refused(Cause cause) implements StepOutcome {}

  /** Why a step is not possible. The sentence stands in the message bundles by code. */
  enum Cause {
    NOT_FOUND,
    ROLE_MISSING,
    SAME_PERSON,
    WRONG_STATE,
    PARTNER_UNKNOWN,
    PARTNER_UNNAMED,
    NOT_A_PARTY,
    IDENTITY_DIFFERS,
    SAME_AS_IN_FORCE,
    AMENDS_UNKNOWN,
    PROPOSAL_LAPSED,
    NOT_SUSPENDED_BY_US,
    REASONS_MISSING;

    /** Stable code, as in the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
