package org.entente.node.casework;

import java.util.Optional;
import java.util.Set;
import org.entente.agreement.DataCategory;
import org.entente.agreement.OffenceArea;
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
}
