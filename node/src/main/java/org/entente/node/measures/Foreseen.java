package org.entente.node.measures;

import org.entente.agreement.AuthorityId;
import org.entente.node.partners.Ruling;

/** What the agreements say of one addressee, were a measure to leave now. */
public record Foreseen(AuthorityId partner, Ruling ruling) {
  /** Whether it would leave: permitted, and no choice among agreements is open. */
  public boolean leaves() {
    return ruling instanceof Ruling.Permitted p && p.alternatives().isEmpty();
  }
}
