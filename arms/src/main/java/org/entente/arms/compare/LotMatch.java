package org.entente.arms.compare;

import java.util.List;
import org.entente.arms.Coded;

/**
 * How two lots belong together. A lot is shared by thousands of rounds, so the same lot never means
 * the same round.
 *
 * @param reasons of what the answer consists; empty for {@link Relation#NONE}
 */
public record LotMatch(Relation relation, List<Reason> reasons) {

  /** From the closest to none. */
  public enum Relation implements Coded {
    SAME,
    POSSIBLY_SAME,
    REWORKED_FROM_ONE,
    COMPONENT,
    SISTER,
    SAME_MAKER_AND_YEAR,
    NONE
  }

  /** What was found alike. */
  public enum Reason implements Coded {
    NUMBER_SAME,
    NUMBER_FITS_DOUBTS,
    TEXT_SAME,
    PARENT_NAMED,
    SUFFIX_DIFFERS,
    COMPONENT_LOT_SHARED,
    SERIES_SAME,
    SEQUENCE_NEXT,
    MAKER_AND_YEAR_SAME
  }

  public LotMatch {
    reasons = List.copyOf(reasons);
  }
}
