package org.entente.arms.compare;

import java.util.List;
import org.entente.arms.Coded;

/**
 * How alike two descriptions of weapons are.
 *
 * @param score weight of what speaks for less what speaks against, in bits; only to be compared
 *     with other scores
 * @param reasons in the order serial, make, model, calibre, year, country, kind
 */
public record WeaponMatch(Verdict verdict, double score, List<Reason> reasons) {

  /** What an officer is told. Even the first has to be confirmed. */
  public enum Verdict implements Coded {
    LIKELY,
    POSSIBLE,
    NONE
  }

  public WeaponMatch {
    reasons = List.copyOf(reasons);
  }
}
