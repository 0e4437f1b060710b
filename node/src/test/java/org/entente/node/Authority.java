package org.entente.node;

import static org.entente.node.act.Outcomes.done;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.History;
import org.entente.ledger.CheckpointSigner;
import org.entente.node.agreements.Introductions;
import org.entente.node.agreements.Negotiation;
import org.entente.node.agreements.NotesArriving;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.MessageStep;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.Unsent;
import org.entente.node.checks.Checks;
import org.entente.node.checks.Screened;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.countersigning.Needs;
import org.entente.node.countersigning.Pace;
import org.entente.node.delivery.Delivery;
import org.entente.node.delivery.Dispatch;
import org.entente.node.delivery.Families;
import org.entente.node.delivery.Listening;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.delivery.Receipts;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.evidence.TimeService;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Proofs;
import org.entente.node.officers.LightHashing;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.oversight.Oversight;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.partners.QuotaCounts;
import org.entente.node.records.Records;
import org.entente.node.retention.Retention;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.node.store.StoreSettings;
import org.entente.node.store.Vault;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;

/** The parts of one node, put together as the running node does, with its port for partners. */
public final class Authority implements AutoCloseable {
  private static final Pace PACE = new Pace(Duration.ofMillis(50), Duration.ofSeconds(5));

  public final AuthorityId id;
  public final Identity identity;
  public final Store store;
  public final Blobs blobs;
  public final AgreementsInForce agreements;
  public final ConsentRegister consents;
  public final Receipts receipts = new Receipts();
  public final Proofs proofs;
  public final Countersigners witnesses;
  public final Casework casework;
  public final Unsent unsent;
  public final Retention retention;
  public final NoticeOffice notices;
  public final Decisions decisions;
  public final Negotiation negotiation;
  public final Introductions introductions;
  public final Officer supervisor = officer(Role.SUPERVISOR);
  public final Officer desk = officer(Role.DESK);
  public final Officer approver = officer(Role.APPROVER);
  public final Officer administrator = officer(Role.ADMINISTRATOR);
  public final Line line;
  public final Path folder;
  public final Journal journal;
  public final Partners partners;
  public final Outbox outbox;
  public final PartnersAbilities abilities;
  public final StoreSettings settings;
  private final Vault vault;
  private final InstantSource clock;
  public final Records records;
  public final Checks checks;
  public final Officers officers;
  public final Oversight oversight;
  public final EvidenceDesk evidence;
  private final List<Screened> doors;
  private final Delivery delivery;

  public Authority(Identity identity, StoreSettings settings, Path folder, InstantSource clock)
      throws IOException {
    this(identity, settings, folder, clock, List.of());
  }

  /**
   * @param more families of mail beside those of a node
   */
  public Authority(
      Identity identity,
      StoreSettings settings,
      Path folder,
      InstantSource clock,
      List<? extends Mail<?>> more)
      throws IOException {
    this.identity = identity;
    this.id = new AuthorityId(identity.card().authority());
    this.store = Store.open(settings, () -> {});
    this.blobs = new Blobs(folder);
    this.line = new Line(this::port);
    CheckpointSigner signer = LedgerOf.signer(identity);
    this.journal = new Journal(signer, clock);
    this.partners = new Partners(store, journal, clock);
    this.clock = clock;
    this.agreements = new AgreementsInForce(store, journal, partners, identity.card(), clock);
    this.consents = new ConsentRegister(store, journal, id);
    this.outbox = new Outbox(identity, partners, clock);
    this.folder = folder;
    this.settings = settings;
    this.vault = new Vault(identity.masterKey(), store);
    this.decisions = new Decisions(id, agreements, consents, new QuotaCounts(store));
    this.unsent = new Unsent(store, vault, decisions, clock);
    this.abilities = new PartnersAbilities(store, clock);
    this.witnesses = restarted();
    this.proofs = new Proofs(store, journal, witnesses);
    this.introductions = new Introductions(id, store, journal, partners, clock);
    this.negotiation =
        new Negotiation(
            new Negotiation.Needs(
                id, store, journal, vault, partners, agreements, decisions, outbox, clock));
    this.casework =
        Casework.of(
            new Casework.Needs(
                id,
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
    this.retention =
        new Retention(
            new Retention.Needs(store, journal, vault, decisions, agreements, casework, clock));
    this.notices =
        new NoticeOffice(
            new NoticeOffice.Needs(
                id,
                store,
                journal,
                vault,
                decisions,
                outbox,
                casework,
                retention.reviews(),
                clock));
    Dispatch dispatch =
        new Dispatch(
            store,
            journal,
            receipts,
            outbox,
            new Families(
                Stream.concat(
                        Stream.<Mail<?>>of(
                            casework.arrivals(),
                            new NotesArriving(id, store, vault, agreements, decisions),
                            notices.arrivals()),
                        more.stream())
                    .toList()),
            witnesses,
            id,
            clock);
    this.evidence = evidence(Optional.empty());
    this.records = recordsAfresh();
    this.checks = checksAfresh();
    this.officers = new Officers(store, journal, clock, LightHashing.ARGON2ID);
    this.oversight =
        new Oversight(
            new Oversight.Needs(
                store, journal, vault, decisions, officers, casework, records, checks, retention,
                clock));
    this.doors = Screened.all(checks.doors());
    this.delivery =
        new Delivery(
            dispatch, identity, partners, blobs, List.copyOf(doors), new Listening("127.0.0.1", 0));
  }

  /** Where evidence files are made, with this time stamping service. */
  public final EvidenceDesk evidence(Optional<TimeService> service) {
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
            witnesses,
            service,
            clock));
  }

  /** What compares ledgers, as in a node that has just started on the same database. */
  public Countersigners restarted() {
    return new Countersigners(
        new Needs(id, identity, store, journal, vault, partners, decisions, abilities, clock),
        PACE);
  }

  /** The national index as a node that has just started opens it; the one before must be closed. */
  public final Records recordsAfresh() throws IOException {
    return Records.embedded(
        new Records.Needs(
            store,
            journal,
            vault,
            decisions.ownRecords(),
            new Blobs(folder.resolve("imports")),
            folder.resolve("index"),
            folder.resolve("request-index"),
            casework,
            clock));
  }

  /** Checks as a node that has just started puts them together. */
  public final Checks checksAfresh() throws IOException {
    return new Checks(
        new Checks.Needs(
            id,
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
            folder.resolve("checks"),
            clock));
  }

  private static Officer officer(Role role) {
    return new Officer(
        new OfficerId(UUID.randomUUID()),
        role.name().toLowerCase(Locale.ROOT),
        "Somebody",
        Set.of(role),
        Locale.ENGLISH,
        ZoneOffset.UTC);
  }

  /** Loads the agreement with a partner that is reached over its line. */
  public void agree(
      byte[] instrument,
      byte[] arrangement,
      History history,
      IdentityCard partner,
      int partnerPort) {
    AgreementsInForce.Loading loading =
        agreements.load(
            instrument,
            arrangement,
            history,
            partner,
            URI.create("https://127.0.0.1:" + partnerPort));
    if (!(loading instanceof AgreementsInForce.Loading.Loaded)) {
      throw new AssertionError("The agreement was not loaded: " + loading);
    }
  }

  /** The decisions as a node that has just started makes them. */
  public Decisions decisionsAfresh() {
    AgreementsInForce stored =
        new AgreementsInForce(store, journal, partners, identity.card(), clock);
    return new Decisions(id, stored, consents, new QuotaCounts(store));
  }

  public void start() throws IOException {
    delivery.start();
  }

  /** The door that answers blind questions. */
  public Screened answering() {
    return doors.stream().filter(door -> door.method().equals("POST")).findFirst().orElseThrow();
  }

  /** The door that hands sealed indexes over. */
  public Screened handingOver() {
    return doors.stream().filter(door -> door.method().equals("GET")).findFirst().orElseThrow();
  }

  /** Where partners knock, once it has started; the system chose it. */
  public int port() {
    return delivery.port();
  }

  /** Hands a draft in and releases it, whoever that takes. */
  public void send(MessageId draft) {
    MessageStep submitted = done(casework.approval().submit(desk, draft));
    if (submitted.state() == MessageState.AWAITING_APPROVAL) {
      done(casework.approval().release(approver, draft));
    }
  }

  /** Drafts what answers a case, and sends it. */
  public MessageId answer(CaseId file, Content content) {
    MessageId draft = done(casework.drafts().answer(desk, file, content)).message();
    send(draft);
    return draft;
  }

  public CaseView view(CaseId file) {
    return casework.cases().view(desk, file).orElseThrow();
  }

  /** The message on this node, once it is there. */
  public Optional<MessageView> message(MessageId id) {
    return casework
        .cases()
        .caseOf(id)
        .flatMap(file -> view(file).messages().stream().filter(m -> m.id().equals(id)).findFirst());
  }

  public MessageState state(MessageId id) {
    return message(id).orElseThrow().state();
  }

  @Override
  public void close() throws IOException {
    oversight.close();
    notices.close();
    retention.close();
    delivery.close();
    witnesses.close();
    checks.close();
    records.close();
    line.close();
    store.close();
  }
}
