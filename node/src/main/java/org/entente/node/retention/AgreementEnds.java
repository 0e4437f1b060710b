package org.entente.node.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.UseRules.AfterEnd;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Erasure;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * What the end of an agreement does to what was exchanged under it: an exchange that was still open
 * is concluded by it, and what was arranged to be returned or destroyed is due within thirty days.
 * Returning something that was sent by wire is destroying it: the other side has it already.
 */
final class AgreementEnds {
  private final Store store;
  private final AgreementsInForce agreements;
  private final Erasure cases;
  private final InstantSource clock;

  AgreementEnds(Store store, AgreementsInForce agreements, Erasure cases, InstantSource clock) {
    this.store = store;
    this.agreements = agreements;
    this.cases = cases;
    this.clock = clock;
  }

  /** Brings the reviews of all cases into line with the agreements that are over. */
  void look() {
    Instant now = clock.instant();
    for (Agreement agreement : agreements.all()) {
      for (AuthorityId partner : agreements.partnersOf(agreement.hash().value())) {
        agreements
            .overSince(agreement.hash().value(), partner, now)
            .ifPresent(since -> look(agreement, partner, since, now));
      }
    }
  }

  /** Whether what a case holds must not be kept longer, because its agreement is over. */
  boolean mustBeErased(Tx tx, CaseId id) {
    return cases
        .agreementOf(tx, id)
        .filter(hash ->
            cases
                .partnerOf(tx, id)
                .flatMap(partner -> agreements.overSince(hash, partner, clock.instant()))
                .isPresent())
        .flatMap(agreements::held)
        .filter(AgreementEnds::destroys)
        .isPresent();
  }

  private static boolean destroys(Agreement agreement) {
    return agreement.arrangement().use().afterEnd() != AfterEnd.KEEP_UNDER_HANDLING;
  }

  private void look(Agreement agreement, AuthorityId partner, Instant since, Instant now) {
    String hash = agreement.hash().value();
    List<CaseId> page = cases.under(hash, partner, "");
    while (!page.isEmpty()) {
      List<CaseId> seen = page;
      List<Review> changed =
          store.read(tx ->
              seen.stream()
                  .flatMap(id -> changed(tx, agreement, id, since, now).stream())
                  .toList());
      if (!changed.isEmpty()) {
        store.write(tx -> {
          for (Review each : changed) {
            changed(tx, agreement, each.caseId(), since, now).ifPresent(r -> ReviewRows.put(tx, r));
          }
          return changed.size();
        });
      }
      page = cases.under(hash, partner, page.getLast().toString());
    }
  }

  /** Nothing is written for what stands as it must. */
  private static Optional<Review> changed(
      Reads tx, Agreement agreement, CaseId id, Instant since, Instant now) {
    Optional<Review> before = ReviewRows.find(tx, id);
    Review over =
        before
            .orElseGet(() -> Review.open(id))
            .agreementOver(since, agreement.arrangement().reviewMonths());
    Review after = destroys(agreement) ? over.destroyedSoon(now) : over;
    return before.filter(after::equals).isPresent() ? Optional.empty() : Optional.of(after);
  }
}
