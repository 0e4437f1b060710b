package org.entente.node.casework;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;

/**
 * What of a request the agreement decides on.
 *
 * @param data categories of data the request itself carries
 * @param specialCategories whether it carries data of Directive (EU) 2016/680 Art. 10
 * @param strictlyNecessary whether the officer states that these are strictly necessary
 * @param political whether the matter is predominantly political, military, religious or racial
 */
public record Terms(
    OffenceArea offence,
    Urgency urgency,
    Optional<UrgencyReason> urgencyReason,
    Set<DataCategory> data,
    boolean specialCategories,
    boolean strictlyNecessary,
    boolean political) {
  public Terms {
    data = Set.copyOf(data);
  }

  /** The request that these terms describe, about a person of this category. */
  public Act request(AuthorityId from, AuthorityId to, DataSubjectCategory category) {
    return new Act(
        ActKind.REQUEST,
        from,
        to,
        offence,
        urgency,
        urgencyReason,
        PersonalData.of(Set.of(category), data),
        new Safeguards(specialCategories, strictlyNecessary, political));
  }

  /** The terms that a request was drafted on. */
  public static Terms of(Act act) {
    return new Terms(
        act.offence(),
        act.urgency(),
        act.urgencyReason(),
        act.data().bySubject().values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet()),
        act.safeguards().specialCategories(),
        act.safeguards().strictNecessityStated(),
        act.safeguards().predominantlyPoliticalMilitaryReligiousRacial());
  }
}
