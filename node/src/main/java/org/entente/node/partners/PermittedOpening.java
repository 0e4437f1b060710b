package org.entente.node.partners;

import org.entente.seal.OpeningGrant;

/** The only grant there is: made from a permitting decision, naming its articles. */
final class PermittedOpening extends OpeningGrant {
  PermittedOpening(String articles) {
    super(articles);
  }
}
