package org.entente.node.partners;

import java.time.Instant;
import java.util.List;
import org.entente.agreement.Act;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Decision;
import org.entente.seal.OpeningGrant;

/**
 * Where a node asks whether an act is permitted. Nothing else makes a grant to open content.
 *
 * <p>Safe for use by many threads.
 */
public final class Decisions {
  private final AuthorityId own;
  private final AgreementsInForce agreements;
  private final ConsentRegister consents;

  public Decisions(AuthorityId own, AgreementsInForce agreements, ConsentRegister consents) {
    this.own = own;
    this.agreements = agreements;
    this.consents = consents;
  }

  /** Decides on an act between this authority and a partner, as of an instant. */
  public Ruling on(Act act, Instant at) {
    AuthorityId partner = act.from().equals(own) ? act.to() : act.from();
    return agreements
        .with(partner)
        .map(a -> on(a, act, partner, at))
        .orElseGet(Ruling.NoAgreement::new);
  }

  private Ruling on(Agreement agreement, Act act, AuthorityId partner, Instant at) {
    Decision decision = agreement.decide(act, consents.with(partner), at);
    return switch (decision) {
      case Decision.Permitted p ->
          new Ruling.Permitted(
              agreement,
              p.articles(),
              p.obligations(),
              new PermittedOpening(p.articles().toString()));
      case Decision.NeedsConsent n -> new Ruling.NotPermitted(agreement, n);
      case Decision.Refused r -> new Ruling.NotPermitted(agreement, r);
    };
  }

  /**
   * The grant to read content again that a permitting decision let in or out before.
   *
   * @param articles of that decision, as recorded with the message
   * @throws IllegalArgumentException when no article is recorded: then nothing was ever permitted
   */
  public OpeningGrant recorded(List<String> articles) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("No permitting decision is recorded for this message");
    }
    return new PermittedOpening(String.join(", ", articles));
  }

  /** The grant for what this authority's own officers wrote and nobody else has seen yet. */
  public OpeningGrant ownDraft() {
    return new PermittedOpening("own draft");
  }
}
