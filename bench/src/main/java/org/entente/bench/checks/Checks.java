package org.entente.bench.checks;

import java.util.List;
import org.entente.bench.checks.Evaluating.Costs;

/**
 * All figures of the blind check, in one run. Argument: how many persons the index of two real
 * nodes holds.
 */
public final class Checks {
  private Checks() {}

  public static void main(String[] arguments) throws Exception {
    List<Costs> costs = Evaluating.told();
    Indexing.told();
    Intersecting.told(costs.getLast());
    ManyPartners.told();
    Loopback.told(Integer.parseInt(arguments[0]));
  }
}
