package org.entente.node;

import static org.entente.node.act.Outcomes.done;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.History;
import org.entente.node.agreements.Introductions;
import org.entente.node.agreements.Negotiation;
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
import org.entente.node.countersigning.Pace;
import org.entente.node.delivery.Dispatch;
import org.entente.node.delivery.Listening;
import org.entente.node.delivery.LostMessages;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.PartnerDoor;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.delivery.Receipts;
import org.entente.node.duty.Duty;
import org.entente.node.duty.Outside;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.evidence.TimeService;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Proofs;
import org.entente.node.measures.Measures;
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
import org.entente.node.work.Worker;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;

/** One authority under test: its {@link Parts} with a line to them, and the people who use them. */
public final class Authority implements AutoCloseable {
  private static final Pace PACE = new Pace(Duration.ofMillis(50), Duration.ofSeconds(5));

  public final AuthorityId id;
  public final Identity identity;
  public final Store store;
  public final Blobs blobs;
  public final AgreementsInForce agreements;
  public final ConsentRegister consents;
  public final Receipts receipts;
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
  public final Officer analyst = officer(Role.ANALYST);
  public final Line line;
  public final Path folder;
  public final Journal journal;
  public final Partners partners;
  public final Outbox outbox;
  public final PartnersAbilities abilities;
  public final StoreSettings settings;
  public final Records records;
  public final Checks checks;
  public final Officers officers;
  public final Oversight oversight;
  public final EvidenceDesk evidence;
  public final Duty duty;
  public final Measures measures;
  public final LostMessages lost;
  public final MeterRegistry figures = new SimpleMeterRegistry();
  private final List<Screened> doors = new ArrayList<>();
  final Parts parts;

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
    this(identity, settings, folder, clock, more, true, Outside.NONE);
  }

  /**
   * @param contactPoint whether it is a contact point, not a designated authority
   * @param outside how officers are reached at night
   */
  public Authority(
      Identity identity,
      StoreSettings settings,
      Path folder,
      InstantSource clock,
      List<? extends Mail<?>> more,
      boolean contactPoint,
      Outside outside)
      throws IOException {
    Realm realm =
        new Realm(
            folder,
            settings,
            Optional.empty(),
            new Listening("127.0.0.1", 0),
            Optional.empty(),
            Optional.empty(),
            contactPoint,
            PACE,
            LightHashing.ARGON2ID,
            Dispatch.CASES_AN_HOUR,
            outside,
            more,
            this::screened);
    this.identity = identity;
    this.settings = settings;
    this.folder = folder;
    this.parts = new Parts(realm, identity, clock, figures, () -> {});
    this.line = new Line(this::port);
    this.id = parts.own;
    this.store = parts.store;
    this.blobs = parts.blobs;
    this.agreements = parts.agreements;
    this.consents = parts.consents;
    this.receipts = parts.receipts;
    this.proofs = parts.proofs;
    this.witnesses = parts.countersigners;
    this.casework = parts.casework;
    this.unsent = parts.unsent;
    this.retention = parts.retention;
    this.notices = parts.notices;
    this.decisions = parts.decisions;
    this.negotiation = parts.negotiation;
    this.introductions = parts.introductions;
    this.journal = parts.journal;
    this.partners = parts.partners;
    this.outbox = parts.outbox;
    this.abilities = parts.abilities;
    this.records = parts.records;
    this.checks = parts.checks;
    this.officers = parts.officers;
    this.oversight = parts.oversight;
    this.evidence = parts.evidence;
    this.duty = parts.duty;
    this.measures = parts.measures;
    this.lost = parts.lost;
  }

  /** Where evidence files are made, with this time stamping service. */
  public EvidenceDesk evidence(Optional<TimeService> service) {
    return parts.openEvidence(service);
  }

  /** What compares ledgers, as in a node that has just started on the same database. */
  public Countersigners restarted() {
    return parts.openCountersigners();
  }

  /** The national index as a node that has just started opens it; the one before must be closed. */
  public Records recordsAfresh() throws IOException {
    Records fresh = parts.openRecords();
    casework.requestSubjects().whenChanged(fresh.crossCheck()::wake);
    return fresh;
  }

  /** What wakes officers, as another replica on the same database has it. */
  public Duty anotherDuty() {
    return parts.openDuty();
  }

  /** Checks as a node that has just started puts them together. */
  public Checks checksAfresh() throws IOException {
    return parts.openChecks();
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
        new AgreementsInForce(store, journal, partners, identity.card(), parts.clock);
    return new Decisions(id, stored, consents, new QuotaCounts(store));
  }

  /** Opens the door for partners; what works in the background is started by those who test it. */
  public void start() throws IOException {
    parts.delivery.start();
  }

  /** Starts everything, as the running node does. */
  public void startAll() throws IOException {
    parts.start();
  }

  /** How its workers are. */
  public List<Worker.Sign> workers() {
    return parts.workers().map(Worker::sign).toList();
  }

  private Screened screened(PartnerDoor door) {
    Screened screened = new Screened(door);
    doors.add(screened);
    return screened;
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
    return parts.delivery.port();
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
    parts.close();
    line.close();
  }
}
