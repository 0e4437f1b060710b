package org.entente.node.checks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.entente.node.partners.Decisions;
import org.entente.node.records.Provisions;

/**
 * Which records a partner may check: those that are marked for it and about which some check of
 * that partner would be permitted. A record about a crime that no agreement names is not in its
 * index, whichever officer marked it.
 */
final class CheckScope {

  private final AuthorityId own;
  private final Decisions decisions;

  CheckScope(AuthorityId own, Decisions decisions) {
    this.own = own;
    this.decisions = decisions;
  }

  /** Whether this node may ask a partner about anybody at all. */
  boolean asks(AuthorityId partner, Instant at) {
    return someone(own, partner, at);
  }

  private boolean someone(AuthorityId from, AuthorityId to, Instant at) {
    AuthorityId partner = from.equals(own) ? to : from;
    return decisions.somethingCouldBePermitted(
        partner, (offence, category) -> widest(from, to, offence, category), at);
  }

  /** A check that states everything an agreement could ask for. */
  private static Act widest(
      AuthorityId from, AuthorityId to, OffenceArea offence, DataSubjectCategory category) {
    return new Act(
        ActKind.CHECK,
        from,
        to,
        offence,
        Urgency.NORMAL,
        Optional.empty(),
        PersonalData.of(Set.of(category), Set.of(DataCategory.PERSONAL_DETAILS)),
        Safeguards.ordinary(),
        Particulars.none()
            .penalty(Justification.MOST_MONTHS)
            .identifiers(Particulars.MAX_IDENTIFIERS)
            .withJustification());
  }

  /** What one partner may check at an instant. Safe for use by many threads. */
  final class Of {
    private final AuthorityId partner;
    private final Instant at;
    private final Map<OffenceArea, Map<DataSubjectCategory, Boolean>> known =
        new ConcurrentHashMap<>();

    private Of(AuthorityId partner, Instant at) {
      this.partner = partner;
      this.at = at;
    }

    boolean covers(Provisions provisions) {
      return provisions.checkableBy().contains(partner)
          && known
              .computeIfAbsent(provisions.offence(), o -> new ConcurrentHashMap<>())
              .computeIfAbsent(provisions.category(), c -> permitted(provisions.offence(), c));
    }

    /** Whether anybody at all may be checked. */
    boolean someone() {
      return CheckScope.this.someone(partner, own, at);
    }

    private boolean permitted(OffenceArea offence, DataSubjectCategory category) {
      return decisions.couldBePermitted(widest(partner, own, offence, category), at);
    }
  }

  Of of(AuthorityId partner, Instant at) {
    return new Of(partner, at);
  }
}
