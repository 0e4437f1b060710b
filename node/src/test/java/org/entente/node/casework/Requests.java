package org.entente.node.casework;

import org.entente.agreement.OffenceArea;

/** A request as in {@link Correspondence}, for tests of nodes beside those two. */
public final class Requests {
  private Requests() {}

  public static Terms terms() {
    return Correspondence.terms(OffenceArea.DRUG_TRAFFICKING);
  }

  public static Content.Request request() {
    return Correspondence.request();
  }
}
