package org.entente.node.checks;

import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Refusal;

/**
 * Several agreements with a partner carry the check; the officer has to say which one it is to rest
 * on, as for a request.
 */
public record AgreementUnnamed(AuthorityId partner, List<Agreement> agreements) implements Refusal {
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
