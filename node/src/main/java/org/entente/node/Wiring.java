package org.entente.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
import org.entente.node.countersigning.Pace;
import org.entente.node.delivery.Delivery;
import org.entente.node.delivery.Dispatch;
import org.entente.node.delivery.Families;
import org.entente.node.delivery.Listening;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.delivery.Receipts;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Proofs;
import org.entente.node.officers.AccessTokens;
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
import org.entente.node.store.StoreEnd;
import org.entente.node.store.Vault;
import org.entente.seal.Identity;
import org.entente.seal.IdentityException;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the node together: the one place that shows which part gets which. */
@Configuration(proxyBeanMethods = false)
class Wiring {
  /** The schema keeps microseconds; a finer clock would read back differently. */
  private static final Duration TICK = Duration.ofNanos(1_000);

  @Bean
  InstantSource clock() {
    return Clock.tick(Clock.systemUTC(), TICK);
  }

  @Bean
  AuthorityId ownAuthority(NodeSettings settings) {
    return new AuthorityId(settings.authority());
  }

  @Bean
  Identity identity(NodeSettings settings) throws IOException, IdentityException {
    Path folder = settings.folder();
    for (String needed : List.of("identity.p12", "passphrase")) {
      if (!Files.isReadable(folder.resolve(needed))) {
        throw new Setup.SetupFault(
            folder.resolve(needed)
                + " is missing or may not be read by this user. Bring it back from where it is"
                + " kept; without it nothing of this node can be opened.");
      }
    }
    String passphrase =
        Files.readString(folder.resolve("passphrase"), StandardCharsets.UTF_8).strip();
    Identity identity = Identity.load(folder.resolve("identity.p12"), passphrase.toCharArray());
    if (!identity.card().authority().equals(settings.authority())) {
      throw new Setup.SetupFault(
          "identity.p12 belongs to another authority than application.properties names.");
    }
    return identity;
  }

  @Bean(destroyMethod = "close")
  Store store(NodeSettings settings, InstantSource clock, ConfigurableApplicationContext context)
      throws IOException {
    StoreEnd.requireRoom(settings.folder(), StoreEnd.RESERVE_BYTES);
    Store store =
        Store.open(
            settings.store(),
            TokenLock.of(settings),
            () -> StoreEnd.begin(settings.folder(), context::close));
    store.provenTime().holdAgainst(clock);
    return store;
  }

  @Bean
  Blobs blobs(NodeSettings settings) throws IOException {
    return new Blobs(settings.folder().resolve("blobs"));
  }

  @Bean
  Vault vault(Identity identity, Store store) {
    return new Vault(identity.masterKey(), store);
  }

  @Bean
  CheckpointSigner checkpointSigner(Identity identity) {
    String name = identity.card().authority() + "/ledger";
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

  @Bean
  Journal journal(CheckpointSigner signer, InstantSource clock) {
    return new Journal(signer, clock);
  }

  @Bean
  Proofs proofs(Store store, Journal journal, Countersigners witnesses) {
    return new Proofs(store, journal, witnesses);
  }

  @Bean(destroyMethod = "close")
  Countersigners witnesses(
      AuthorityId own,
      Identity identity,
      Store store,
      Journal journal,
      Vault vault,
      Partners partners,
      Decisions decisions,
      PartnersAbilities abilities,
      InstantSource clock) {
    return new Countersigners(
        new Needs(own, identity, store, journal, vault, partners, decisions, abilities, clock),
        Pace.USUAL);
  }

  @Bean
  PartnersAbilities partnersAbilities(Store store, InstantSource clock) {
    return new PartnersAbilities(store, clock);
  }

  @Bean
  Partners partners(Store store, Journal journal, InstantSource clock) {
    return new Partners(store, journal, clock);
  }

  @Bean
  AgreementsInForce agreements(
      Store store, Journal journal, Partners partners, Identity identity, InstantSource clock) {
    return new AgreementsInForce(store, journal, partners, identity.card(), clock);
  }

  @Bean
  AuthorityNames authorityNames(
      AgreementsInForce agreements, Partners partners, Identity identity, InstantSource clock) {
    return new AuthorityNames(agreements, partners, identity.card(), clock);
  }

  @Bean
  ConsentRegister consents(Store store, Journal journal, AuthorityId own) {
    return new ConsentRegister(store, journal, own);
  }

  @Bean
  QuotaCounts quotaCounts(Store store) {
    return new QuotaCounts(store);
  }

  @Bean
  Decisions decisions(
      AuthorityId own, AgreementsInForce agreements, ConsentRegister consents, QuotaCounts quotas) {
    return new Decisions(own, agreements, consents, quotas);
  }

  @Bean
  Officers officers(Store store, Journal journal, InstantSource clock) {
    return new Officers(store, journal, clock);
  }

  @Bean
  AccessTokens accessTokens(Store store, Journal journal, Officers officers, InstantSource clock) {
    return new AccessTokens(store, journal, officers, clock);
  }

  @Bean
  Outbox outbox(Identity identity, Partners partners, InstantSource clock) {
    return new Outbox(identity, partners, clock);
  }

  @Bean
  Receipts receipts() {
    return new Receipts();
  }

  @Bean
  Casework casework(
      AuthorityId own,
      Store store,
      Journal journal,
      Vault vault,
      Blobs blobs,
      Decisions decisions,
      AgreementsInForce agreements,
      ConsentRegister consents,
      Outbox outbox,
      Receipts receipts,
      InstantSource clock) {
    return Casework.of(
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
            clock));
  }

  @Bean
  NotesArriving notes(
      AuthorityId own,
      Store store,
      Vault vault,
      AgreementsInForce agreements,
      Decisions decisions) {
    return new NotesArriving(own, store, vault, agreements, decisions);
  }

  @Bean
  Negotiation negotiation(
      AuthorityId own,
      Store store,
      Journal journal,
      Vault vault,
      Partners partners,
      AgreementsInForce agreements,
      Decisions decisions,
      Outbox outbox,
      InstantSource clock) {
    return new Negotiation(
        new Negotiation.Needs(
            own, store, journal, vault, partners, agreements, decisions, outbox, clock));
  }

  @Bean(destroyMethod = "close")
  NoticeOffice noticeOffice(
      AuthorityId own,
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      Outbox outbox,
      Casework casework,
      Retention retention,
      InstantSource clock) {
    return new NoticeOffice(
        new NoticeOffice.Needs(
            own, store, journal, vault, decisions, outbox, casework, retention.reviews(), clock));
  }

  @Bean
  Introductions introductions(
      AuthorityId own, Store store, Journal journal, Partners partners, InstantSource clock) {
    return new Introductions(own, store, journal, partners, clock);
  }

  @Bean(destroyMethod = "")
  Delivery delivery(
      NodeSettings settings,
      AuthorityId own,
      Store store,
      Journal journal,
      Casework casework,
      NotesArriving notes,
      Countersigners witnesses,
      NoticeOffice noticeOffice,
      Outbox outbox,
      Receipts receipts,
      Identity identity,
      Partners partners,
      Blobs blobs,
      Checks checks,
      InstantSource clock) {
    Dispatch dispatch =
        new Dispatch(
            store,
            journal,
            receipts,
            outbox,
            new Families(List.of(casework.arrivals(), notes, noticeOffice.arrivals())),
            witnesses,
            own,
            clock);
    return new Delivery(
        dispatch,
        identity,
        partners,
        blobs,
        checks.doors(),
        new Listening(settings.partnerHost(), settings.partnerPort()));
  }

  @Bean(destroyMethod = "close")
  Leftovers leftovers(Store store, Blobs blobs, InstantSource clock) {
    return new Leftovers(store, blobs, clock);
  }

  @Bean
  Unsent unsent(Store store, Vault vault, Decisions decisions, InstantSource clock) {
    return new Unsent(store, vault, decisions, clock);
  }

  @Bean(destroyMethod = "close")
  Records records(
      NodeSettings settings,
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      Casework casework,
      InstantSource clock)
      throws IOException {
    Records.Needs needs =
        new Records.Needs(
            store,
            journal,
            vault,
            decisions.ownRecords(),
            new Blobs(settings.folder().resolve("imports")),
            settings.folder().resolve("index"),
            settings.folder().resolve("request-index"),
            casework,
            clock);
    return settings
        .search()
        .map(cluster -> Records.on(cluster, settings.authority(), needs))
        .orElseGet(() -> Records.embedded(needs));
  }

  @Bean(destroyMethod = "close")
  Checks checks(
      NodeSettings settings,
      AuthorityId own,
      Identity identity,
      Store store,
      Journal journal,
      Proofs proofs,
      Vault vault,
      Partners partners,
      AgreementsInForce agreements,
      Decisions decisions,
      Countersigners witnesses,
      Records records,
      InstantSource clock)
      throws IOException {
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
            witnesses,
            records,
            settings.folder().resolve("checks"),
            clock));
  }

  @Bean(destroyMethod = "close")
  Retention retention(
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      AgreementsInForce agreements,
      Casework casework,
      InstantSource clock) {
    return new Retention(
        new Retention.Needs(store, journal, vault, decisions, agreements, casework, clock));
  }

  @Bean(destroyMethod = "close")
  Oversight oversight(
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      Officers officers,
      Casework casework,
      Records records,
      Checks checks,
      Retention retention,
      InstantSource clock) {
    return new Oversight(
        new Oversight.Needs(
            store, journal, vault, decisions, officers, casework, records, checks, retention,
            clock));
  }

  @Bean
  EvidenceDesk evidenceDesk(
      NodeSettings settings,
      Identity identity,
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      Proofs proofs,
      Partners partners,
      AgreementsInForce agreements,
      Receipts receipts,
      Casework casework,
      NoticeOffice noticeOffice,
      Countersigners witnesses,
      InstantSource clock)
      throws IOException {
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
            noticeOffice,
            witnesses,
            settings.timeService(),
            clock));
  }

  @Bean
  HealthIndicator parts(Store store, Delivery delivery, Casework casework) {
    return new Parts(store, delivery, casework);
  }

  @Bean
  SmartLifecycle running(
      NodeSettings settings,
      Store store,
      Journal journal,
      InstantSource clock,
      AgreementsInForce agreements,
      Officers officers,
      Delivery delivery,
      Countersigners witnesses,
      Leftovers leftovers,
      Casework casework,
      Records records,
      Checks checks,
      Retention retention,
      NoticeOffice noticeOffice,
      Oversight oversight) {
    return new Running(
        new Setup(
            settings.folder(),
            agreements,
            officers,
            new ClockConfirmation(settings.folder(), store, journal, clock)),
        delivery,
        witnesses,
        leftovers,
        casework,
        records,
        checks,
        retention,
        noticeOffice,
        oversight);
  }
}
