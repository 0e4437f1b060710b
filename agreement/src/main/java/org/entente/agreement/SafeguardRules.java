package org.entente.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The limits that hold under every agreement. None of them looks at an agreement. */
final class SafeguardRules {

  private SafeguardRules() {}

  static List<Ground> against(Act act) {
    List<Ground> grounds = new ArrayList<>();
    Safeguards stated = act.safeguards();
    if (stated.predominantlyPoliticalMilitaryReligiousRacial()) {
      grounds.add(ground(GroundCode.POLITICAL_CHARACTER, "INTERPOL Constitution Art. 3"));
    }
    if (stated.specialCategories() && !stated.strictNecessityStated()) {
      grounds.add(ground(GroundCode.STRICT_NECESSITY_MISSING, "Directive (EU) 2016/680 Art. 10"));
    }
    if (!act.data().withinPolicy()) {
      grounds.add(
          ground(
              GroundCode.DATA_BEYOND_CATEGORY,
              "Directive (EU) 2023/977 Art. 10(b); Regulation (EU) 2016/794 Annex II.B"));
    }
    if (act.particulars().automatedDecision()) {
      grounds.add(ground(GroundCode.AUTOMATED_DECISION, "Directive (EU) 2016/680 Art. 11"));
    }
    if (act.particulars().beyondNeed()) {
      grounds.add(ground(GroundCode.BEYOND_NEED, "Directive (EU) 2016/680 Art. 4(1)(c)"));
    }
    if (act.urgency() == Urgency.URGENT && act.urgencyReason().isEmpty()) {
      grounds.add(ground(GroundCode.URGENCY_REASON_MISSING, "Directive (EU) 2023/977 Art. 4(4)"));
    }
    return grounds;
  }

  private static Ground ground(GroundCode code, String source) {
    return new Ground(code, Optional.empty(), source);
  }
}
