package org.entente.node.web.frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;

/**
 * The agreements among which an officer chooses: those with a partner that is bound by more than
 * one of them now. With all others there is nothing to choose.
 */
public record AgreementChoices(List<Choice> all) {
  public AgreementChoices {
    all = List.copyOf(all);
  }

  /** One agreement with one partner. */
  public record Choice(AuthorityId partner, Agreement agreement) {}

  public static AgreementChoices of(AgreementsInForce agreements, Partners partners, Instant now) {
    List<Choice> all = new ArrayList<>();
    for (Partner partner : partners.all()) {
      List<Agreement> binding =
          agreements.between(partner.id()).stream().filter(a -> a.inForceAt(now)).toList();
      if (binding.size() > 1) {
        binding.forEach(a -> all.add(new Choice(partner.id(), a)));
      }
    }
    return new AgreementChoices(all);
  }

  /** Those with one partner. */
  public List<Agreement> with(AuthorityId partner) {
    return all.stream().filter(c -> c.partner().equals(partner)).map(Choice::agreement).toList();
  }
}
