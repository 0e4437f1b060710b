package org.entente.node.partners;

import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.agreement.ArticleReference;
import org.entente.agreement.Decision;
import org.entente.agreement.Obligations;
import org.entente.seal.OpeningGrant;

/** What this node decided on an act. */
public sealed interface Ruling {
  /**
   * @param alternatives other agreements that would permit the act as well
   * @param grant opens the content of the act's message
   */
  record Permitted(
      Agreement agreement,
      List<ArticleReference> references,
      Obligations obligations,
      List<Agreement> alternatives,
      OpeningGrant grant)
      implements Ruling {
    Permitted beside(List<Agreement> others) {
      return new Permitted(agreement, references, obligations, List.copyOf(others), grant);
    }

    /** The agreement and its alternatives: one has to be named where there are several. */
    public List<Agreement> carrying() {
      List<Agreement> all = new ArrayList<>(alternatives);
      all.addFirst(agreement);
      return List.copyOf(all);
    }

    /** The articles as the ledger and the pages show them. */
    public List<String> articles() {
      return references.stream().map(ArticleReference::label).toList();
    }
  }

  /** The agreement does not permit it, or asks for consent first. */
  record NotPermitted(Agreement agreement, Decision decision) implements Ruling {}

  /** No agreement with that authority is in force here. */
  record NoAgreement() implements Ruling {}
}
