package org.entente.node.web.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Urgency;
import org.entente.node.casework.Terms;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;

/**
 * The partners in the order in which a form offers them: first those to whom such an act may go
 * now, so that nobody starts a request to an institution that only trains.
 *
 * @param kind of the act
 */
record Addressees(Partners partners, Decisions decisions, AuthorityId own, ActKind kind) {
  List<AuthorityId> inOrder(Instant at) {
    return partners.all().stream()
        .map(Partner::id)
        .sorted(
            Comparator.comparing((AuthorityId partner) -> !mayGet(partner, at))
                .thenComparing(AuthorityId::value))
        .toList();
  }

  private boolean mayGet(AuthorityId partner, Instant at) {
    return decisions.somethingCouldBePermitted(
        partner, (offence, subject) -> act(partner, offence, subject), at);
  }

  private Act act(AuthorityId partner, OffenceArea offence, DataSubjectCategory subject) {
    return new Act(
        kind,
        own,
        partner,
        offence,
        Urgency.NORMAL,
        Optional.empty(),
        PersonalData.of(Set.of(subject), Set.of(DataCategory.PERSONAL_DETAILS)),
        Safeguards.ordinary(),
        Particulars.none()
            .penalty(Terms.MOST_MONTHS)
            .identifiers(Particulars.MAX_IDENTIFIERS)
            .withJustification());
  }
}
