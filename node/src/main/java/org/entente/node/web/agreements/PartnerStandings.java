package org.entente.node.web.agreements;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.node.casework.Casework;
import org.entente.node.casework.WorkFilter;
import org.entente.node.casework.WorkView;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.countersigning.Witnessing;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Receipts;
import org.entente.node.duty.Duty;
import org.entente.node.duty.PartnerPosts;
import org.entente.node.measures.MeasureDesk;
import org.entente.node.measures.Measures;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Store;
import org.entente.seal.IdentityCard;
import org.springframework.stereotype.Component;

/** How each partner stands to this node, from what this node knows: it asks nobody for it. */
@Component
class PartnerStandings {
  private final Store store;
  private final Partners partners;
  private final AgreementsInForce agreements;
  private final Outbox outbox;
  private final Receipts receipts;
  private final Countersigners countersigners;
  private final Casework casework;
  private final PartnerPosts posts;
  private final MeasureDesk measures;
  private final InstantSource clock;

  PartnerStandings(
      Store store,
      Partners partners,
      AgreementsInForce agreements,
      Outbox outbox,
      Receipts receipts,
      Countersigners countersigners,
      Casework casework,
      Duty duty,
      Measures measures,
      InstantSource clock) {
    this.store = store;
    this.partners = partners;
    this.agreements = agreements;
    this.outbox = outbox;
    this.receipts = receipts;
    this.countersigners = countersigners;
    this.casework = casework;
    this.posts = duty.partners();
    this.measures = measures.desk();
    this.clock = clock;
  }

  /** Those that need a look first. */
  List<PartnerStanding> all(Officer reader) {
    List<Witnessing> ledgers = countersigners.table();
    return partners.all().stream()
        .map(partner -> of(reader, partner, ledgers))
        .sorted(
            Comparator.comparing(PartnerStanding::line)
                .thenComparing(standing -> standing.partner().id().value()))
        .toList();
  }

  private PartnerStanding of(Officer reader, Partner partner, List<Witnessing> ledgers) {
    Instant now = clock.instant();
    List<Agreement> between =
        agreements.between(partner.id()).stream()
            .sorted(Comparator.comparing((Agreement agreement) -> !agreement.inForceAt(now)))
            .toList();
    WorkFilter with =
        new WorkFilter(
            Optional.of(partner.id()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Map<WorkView, Long> matters =
        casework.worklist().counts(reader, with, EnumSet.of(WorkView.OPEN, WorkView.DUE));
    return new PartnerStanding(
        partner,
        between,
        store.read(tx -> outbox.toward(tx, partner.id())),
        store.read(tx -> receipts.last(tx, partner.id(), true)),
        store.read(tx -> receipts.last(tx, partner.id(), false)),
        ledgers.stream().filter(both -> both.partner().equals(partner.id())).findFirst(),
        posts.silent(partner.id()),
        measures.radioChecks(reader, partner.id()),
        end(partner.card()),
        matters.getOrDefault(WorkView.OPEN, 0L),
        matters.getOrDefault(WorkView.DUE, 0L));
  }

  private static Instant end(IdentityCard card) {
    return Stream.of(
            card.signingCertificate(), card.recipientCertificate(), card.transportCertificate())
        .map(X509Certificate::getNotAfter)
        .map(date -> date.toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
