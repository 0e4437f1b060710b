package org.entente.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Under which conditions a form of cooperation carries an act. An arrangement cannot loosen them.
 *
 * @param subjects the categories of persons it may be about; empty for every category
 * @param data the categories of data it may carry, on top of what the person's category allows;
 *     empty for no further limit
 * @param minPenaltyMonths the highest penalty of the offence must reach this, in months; 0 for none
 * @param minIdentifiers so many of given name, family name and date of birth must be given
 * @param justification whether purpose, case and offence must be recorded with the act
 * @param areas the crimes it is for; empty for every crime
 * @param withoutPersonalData whether it carries no personal data
 */
public record Conditions(
    Set<DataSubjectCategory> subjects,
    Set<DataCategory> data,
    int minPenaltyMonths,
    int minIdentifiers,
    boolean justification,
    Set<OffenceArea> areas,
    boolean withoutPersonalData) {

  private static final Conditions NONE =
      new Conditions(Set.of(), Set.of(), 0, 0, false, Set.of(), false);

  /** Copies. */
  public Conditions {
    subjects = Set.copyOf(subjects);
    data = Set.copyOf(data);
    areas = Set.copyOf(areas);
  }

  /** No condition. */
  public static Conditions none() {
    return NONE;
  }

  /** Which of them an act does not meet; empty when it meets all. */
  List<GroundCode> unmet(Act act) {
    if (this.equals(NONE)) {
      return List.of();
    }
    List<GroundCode> unmet = new ArrayList<>();
    PersonalData carried = act.data();
    if (!subjects.isEmpty() && !subjects.containsAll(carried.bySubject().keySet())) {
      unmet.add(GroundCode.SUBJECT_NOT_COVERED);
    }
    if (!data.isEmpty() && !carried.bySubject().values().stream().allMatch(data::containsAll)) {
      unmet.add(GroundCode.DATA_NOT_COVERED);
    }
    Particulars stated = act.particulars();
    if (minPenaltyMonths > 0 && stated.maxPenaltyMonths().orElse(-1) < minPenaltyMonths) {
      unmet.add(GroundCode.PENALTY_TOO_LOW);
    }
    if (stated.identifiers() < minIdentifiers) {
      unmet.add(GroundCode.IDENTIFIERS_MISSING);
    }
    if (justification && !stated.justified()) {
      unmet.add(GroundCode.JUSTIFICATION_MISSING);
    }
    // Nobody trains for one offence.
    if (!areas.isEmpty() && act.kind() != ActKind.TRAINING && !areas.contains(act.offence())) {
      unmet.add(GroundCode.OFFENCE_NOT_IN_FORM);
    }
    if (withoutPersonalData && !carried.bySubject().isEmpty()) {
      unmet.add(GroundCode.PERSONAL_DATA_EXCLUDED);
    }
    return unmet;
  }
}
