package org.entente.node;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.CheckpointSigner;
import org.entente.node.agreements.Introductions;
import org.entente.node.agreements.Negotiation;
import org.entente.node.agreements.NotesArriving;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Leftovers;
import org.entente.node.casework.Unsent;
import org.entente.node.checks.Checks;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.countersigning.Needs;
import org.entente.node.delivery.Delivery;
import org.entente.node.delivery.Dispatch;
import org.entente.node.delivery.Families;
import org.entente.node.delivery.LostMessages;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.delivery.Receipts;
import org.entente.node.duty.Duty;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.evidence.TimeService;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.LedgerWalk;
import org.entente.node.ledger.Proofs;
import org.entente.node.measures.Measures;
import org.entente.node.officers.AccessTokens;
import org.entente.node.officers.Accounts;
import org.entente.node.officers.Officers;
import org.entente.node.oversight.Oversight;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.AuthorityNames;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.partners.QuotaCounts;
import org.entente.node.records.Records;
import org.entente.node.retention.Retention;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.node.store.Vault;
import org.entente.node.work.Figures;
import org.entente.node.work.Lifecycle;
import org.entente.node.work.Part;
import org.entente.node.work.Worker;
import org.entente.seal.Identity;

/**
 * The parts of one realm, put together: the one place that shows which part gets which, who is told
 * of what, what goes with an erased case, and in which order they start. Read from top to bottom.
 *
 * <p><b>Guarantees.</b> Nothing works before {@link #start}. Nothing is shared with the parts of
 * another realm in this process.
 */
final class Parts implements Part {
  private final Realm realm;
  final Identity identity;
  final InstantSource clock;
  final AuthorityId own;

  final Store store;
  final Blobs blobs;
  final Vault vault;
  final Journal journal;

  final Partners partners;
  final AgreementsInForce agreements;
  final AuthorityNames names;
  final ConsentRegister consents;
  final QuotaCounts quotas;
  final Decisions decisions;
  final Officers officers;
  final Accounts accounts;
  final AccessTokens tokens;

  final Outbox outbox;
  final Receipts receipts = new Receipts();
  final PartnersAbilities abilities;
  final Countersigners countersigners;
  final Proofs proofs;
  final LedgerWalk ledgerWalk;

  final Casework casework;
  final Unsent unsent;
  final Negotiation negotiation;
  final Introductions introductions;
  final Records records;
  final Checks checks;
  final Retention retention;
  final NoticeOffice notices;
  final Measures measures;
  final Oversight oversight;
  final EvidenceDesk evidence;
  final Duty duty;
  final LostMessages lost;
  final Delivery delivery;

  private final Lifecycle lifecycle;

  /**
   * @param figures where monitoring reads
   * @param whenStoreStops called once when the database can no longer be written
   */
  Parts(
      Realm realm,
      Identity identity,
      InstantSource clock,
      MeterRegistry figures,
      Runnable whenStoreStops)
      throws IOException {
    this.realm = realm;
    this.identity = identity;
    this.clock = clock;
    this.own = new AuthorityId(identity.card().authority());

    this.store = Store.open(realm.store(), realm.lock(), whenStoreStops);
    this.blobs = new Blobs(realm.folder().resolve("blobs"));
    this.vault = new Vault(identity.masterKey(), store);
    this.journal = new Journal(ledgerSigner(identity, own.value() + "/ledger"), clock);

    this.partners = new Partners(store, journal, clock);
    this.agreements = new AgreementsInForce(store, journal, partners, identity.card(), clock);
    this.names = new AuthorityNames(agreements, partners, identity.card(), clock);
    this.consents = new ConsentRegister(store, journal, own);
    this.quotas = new QuotaCounts(store);
    this.decisions = new Decisions(own, agreements, consents, quotas);
    this.officers = new Officers(store, journal, clock, realm.passwords());
    this.accounts = new Accounts(store, journal);
    this.tokens = new AccessTokens(store, journal, officers, clock);

    this.outbox = new Outbox(identity, partners, clock);
    this.abilities = new PartnersAbilities(store, clock);
    this.countersigners = openCountersigners();
    this.proofs = new Proofs(store, journal, countersigners);
    this.ledgerWalk = new LedgerWalk(store, journal);

    this.casework =
        Casework.of(
            new Casework.Needs(
                own,
                store,
                journal,
                vault,
                blobs,
                decisions,
                agreements,
                consents,
                outbox,
                receipts,
                officers,
                realm.contactPoint(),
                clock));
    this.unsent = new Unsent(store, journal, vault, decisions, clock);
    this.negotiation =
        new Negotiation(
            new Negotiation.Needs(
                own, store, journal, vault, partners, agreements, decisions, outbox, clock));
    this.introductions = new Introductions(own, store, journal, partners, clock);
    this.records = openRecords();
    this.checks = openChecks();
    this.retention =
        new Retention(
            new Retention.Needs(store, journal, vault, decisions, agreements, casework, clock));
    this.notices =
        new NoticeOffice(
            new NoticeOffice.Needs(
                own,
                store,
                journal,
                vault,
                decisions,
                outbox,
                casework,
                retention.reviews(),
                clock));
    this.measures =
        new Measures(
            new Measures.Needs(
                own,
                store,
                journal,
                vault,
                decisions,
                agreements,
                partners,
                outbox,
                casework,
                clock));
    this.oversight =
        new Oversight(
            new Oversight.Needs(
                store, journal, vault, decisions, officers, casework, records, checks, measures,
                retention, clock));
    this.evidence = openEvidence(realm.timeService());
    this.duty = openDuty();

    this.lost =
        new LostMessages(
            new LostMessages.Needs(own, identity, store, journal, receipts, partners, clock));

    Stream<Mail<?>> families =
        Stream.of(
            casework.arrivals(),
            new NotesArriving(own, store, vault, agreements, decisions),
            notices.arrivals(),
            measures.arrivals());
    this.delivery =
        new Delivery(
            new Dispatch(
                store,
                journal,
                receipts,
                outbox,
                new Families(Stream.concat(families, realm.moreMail().stream()).toList()),
                countersigners,
                own,
                realm.casesAnHour(),
                clock),
            identity,
            partners,
            blobs,
            Stream.of(checks.doors(), List.of(duty.door()), lost.doors())
                .flatMap(List::stream)
                .map(realm.screen())
                .toList(),
            realm.door());

    // What goes with a case whose content is erased, and what else decides about one.
    casework.erasure().with(Records::forget);
    casework.erasure().with(NoticeOffice::forget);
    casework.erasure().with(EvidenceDesk::forget);
    measures.with(EvidenceDesk::forget);
    casework.erasure().with(Unsent::forget);
    casework.erasure().reaches(records.takenIn()::follow);
    casework.erasure().reaches(records.sharedThings()::follow);
    officers.whenClosed(Unsent::forget);
    officers.whenClosed(Duty::forget);
    casework.corrections().from(notices.corrections());
    casework.approval().unless(notices.passingOn()::against);

    // Who is told of what.
    casework.requestSubjects().whenChanged(records.crossCheck()::wake);
    casework.toldThings().whenChanged(records.sharedThings()::wake);
    partners.whenPinned(countersigners::attend);
    partners.whenPinned(delivery::attend);
    measures.whenArrived(duty::look);
    countersigners.whenBegunAnew(lost::look);

    Figures shown = new Figures(figures, this::workers);
    shown.show("entente.files.damaged", () -> casework.damagedFiles().count());

    // Started in this order and closed in the other: the door opens when all is in place.
    this.lifecycle =
        new Lifecycle(
            store,
            new Setup(
                realm.folder(),
                agreements,
                officers,
                new ClockConfirmation(realm.folder(), store, journal, clock)),
            countersigners,
            retention,
            notices.hourly(),
            measures.daily(),
            new Leftovers(store, blobs, clock).daily(),
            unsent.daily(),
            casework.damagedFiles().nightly(),
            ledgerWalk.nightly(),
            casework.routing().minutely(),
            records,
            checks,
            oversight.ending(),
            duty,
            lost,
            delivery,
            shown);
  }

  /** Signs the ledger of this name with an identity's key. */
  static CheckpointSigner ledgerSigner(Identity identity, String name) {
    return new CheckpointSigner() {
      @Override
      public byte[] sign(byte[] message) {
        return identity.signCheckpoint(message);
      }

      @Override
      public byte[] publicKey32() {
        return identity.checkpointPublicKey();
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  /** What compares ledgers with partners, as it begins. */
  Countersigners openCountersigners() {
    return new Countersigners(
        new Needs(own, identity, store, journal, vault, partners, decisions, abilities, clock),
        realm.pace());
  }

  /** The national index, opened as at the start; one that was open before must be closed. */
  Records openRecords() throws IOException {
    Records.Needs needs =
        new Records.Needs(
            store,
            journal,
            vault,
            decisions.ownRecords(),
            new Blobs(realm.folder().resolve("imports")),
            realm.folder().resolve("index"),
            realm.folder().resolve("request-index"),
            casework,
            clock);
    return realm
        .search()
        .map(cluster -> Records.on(cluster, own.value(), needs))
        .orElseGet(() -> Records.embedded(needs));
  }

  /** Checks, as they begin; those before must be closed. */
  Checks openChecks() throws IOException {
    return new Checks(
        new Checks.Needs(
            own,
            identity,
            store,
            journal,
            proofs,
            vault,
            partners,
            agreements,
            decisions,
            countersigners,
            records,
            realm.folder().resolve("checks"),
            clock));
  }

  /** Where evidence files are made, with this time stamping service. */
  EvidenceDesk openEvidence(Optional<TimeService> service) {
    return new EvidenceDesk(
        new EvidenceDesk.Needs(
            identity,
            store,
            journal,
            vault,
            decisions,
            proofs,
            partners,
            agreements,
            receipts,
            casework,
            notices,
            measures,
            countersigners,
            service,
            clock));
  }

  /** What wakes officers, as it begins; several may work on one database. */
  Duty openDuty() {
    return new Duty(
        new Duty.Needs(
            own,
            identity,
            store,
            journal,
            vault,
            decisions,
            officers,
            casework,
            partners,
            outbox,
            countersigners,
            measures,
            realm.outside(),
            clock));
  }

  /** The parts in the order in which they start. */
  List<Part> inOrder() {
    return lifecycle.parts();
  }

  @Override
  public void start() throws IOException {
    lifecycle.start();
  }

  @Override
  public Stream<Worker> workers() {
    return lifecycle.workers();
  }

  @Override
  public void close() {
    lifecycle.close();
  }
}
