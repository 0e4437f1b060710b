package org.entente.node.agreements;

import java.util.List;
import org.entente.agreement.Fault;
import org.entente.node.act.Refusal;

/** The files of a proposal are broken. */
public record ProposalBroken(List<Fault> faults) implements Refusal {
  public ProposalBroken {
    faults = List.copyOf(faults);
  }

  @Override
  public String code() {
    return "agreement-broken";
  }

  @Override
  public Kind kind() {
    return Kind.INCOMPLETE;
  }
}
