package org.entente.node.records;

import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FileLayout;
import org.entente.intake.FirstLook;
import org.entente.intake.SubjectKind;
import org.entente.node.LedgerOf;
import org.entente.node.SettableClock;
import org.entente.node.casework.Casework;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.Receipts;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.LightHashing;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.partners.QuotaCounts;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.node.store.StoreSettings;
import org.entente.node.store.Vault;
import org.entente.seal.Identity;

/** A national index under test, with its store, its folder and the people who use it. */
final class Register implements AutoCloseable {
  static final Identity NODE =
      Identity.create("rs.mup", "Ministry", InstantSource.system(), Duration.ofDays(30));

  final Officer owner = officer(Role.DATA_OWNER);
  final Officer analyst = officer(Role.ANALYST);
  final Officer desk = officer(Role.DESK);
  final Officer approver = officer(Role.APPROVER);
  final SettableClock clock;
  final Store store;
  private final Function<Records.Needs, Records> opening;
  private final Path folder;
  private final Journal journal;
  Records records;

  Register(StoreSettings settings, Path folder, SettableClock clock) throws IOException {
    this(settings, folder, clock, Records::embedded);
  }

  Register(
      StoreSettings settings,
      Path folder,
      SettableClock clock,
      Function<Records.Needs, Records> opening)
      throws IOException {
    this.opening = opening;
    this.folder = folder;
    this.clock = clock;
    this.store = Store.open(settings, () -> {});
    this.journal = new Journal(LedgerOf.signer(NODE), clock);
    this.records = opened();
  }

  private Records opened() throws IOException {
    AuthorityId own = new AuthorityId("rs.mup");
    Partners partners = new Partners(store, journal, clock);
    Decisions decisions =
        new Decisions(
            own,
            new AgreementsInForce(store, journal, partners, NODE.card(), clock),
            new ConsentRegister(store, journal, own),
            new QuotaCounts(store));
    Records fresh =
        opening.apply(
            new Records.Needs(
                store,
                journal,
                new Vault(NODE.masterKey(), store),
                decisions.ownRecords(),
                new Blobs(folder.resolve("imports")),
                folder.resolve("index"),
                folder.resolve("request-index"),
                casework(decisions, partners),
                clock));
    fresh.start();
    return fresh;
  }

  /** Casework without any case; requests come from elsewhere in other tests. */
  private Casework casework(Decisions decisions, Partners partners) throws IOException {
    AuthorityId own = new AuthorityId("rs.mup");
    return Casework.of(
        new Casework.Needs(
            own,
            store,
            journal,
            new Vault(NODE.masterKey(), store),
            new Blobs(folder.resolve("attachments")),
            decisions,
            new AgreementsInForce(store, journal, partners, NODE.card(), clock),
            new ConsentRegister(store, journal, own),
            new Outbox(NODE, partners, clock),
            new Receipts(),
            new Officers(store, journal, clock, LightHashing.ARGON2ID),
            true,
            clock));
  }

  /** Closes the index and opens it as at the next start of the node. */
  void restart() throws IOException {
    records.close();
    records = opened();
  }

  static Officer officer(Role role) {
    return new Officer(
        new OfficerId(UUID.randomUUID()),
        role.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "Somebody",
        Set.of(role),
        Locale.ENGLISH,
        ZoneOffset.UTC);
  }

  static Plan plan(FileLayout reading, Map<String, ColumnMeaning> columns) {
    return plan(reading, SubjectKind.PERSON, "wanted", columns);
  }

  static Plan plan(
      FileLayout reading, SubjectKind kind, String source, Map<String, ColumnMeaning> columns) {
    return new Plan(
        reading,
        kind,
        columns,
        source,
        DataSubjectCategory.SUSPECT_OR_CONVICTED,
        OffenceArea.DRUG_TRAFFICKING,
        new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
        Set.of(HandlingCode.H1),
        365,
        1_000,
        List.of(new AuthorityId("az.mia")));
  }

  /** Uploads, accepts what is proposed, and waits until every row was read and indexed. */
  ImportView imported(String text) throws InterruptedException {
    return imported(text.getBytes(StandardCharsets.UTF_8), SubjectKind.PERSON, "wanted");
  }

  ImportView imported(byte[] file, SubjectKind kind, String source) throws InterruptedException {
    ImportId id = uploaded(file);
    FirstLook look = done(records.importing().look(owner, id));
    done(records.importing().start(owner, id, plan(look.reading(), kind, source, look.proposed())));
    return ended(id);
  }

  ImportId uploaded(byte[] file) {
    return done(records.importing().receive(owner, "file.csv", new ByteArrayInputStream(file)));
  }

  ImportView ended(ImportId id) throws InterruptedException {
    ImportView view = done(records.importing().view(owner, id));
    while (view.state() == FileState.RUNNING) {
      Thread.sleep(5);
      view = done(records.importing().view(owner, id));
    }
    records.awaitIndex();
    return view;
  }

  List<Found> search(Question question) {
    return done(records.search(question, desk));
  }

  List<Found> named(String name) {
    return search(Question.empty().named(name));
  }

  @Override
  public void close() {
    records.close();
    store.close();
  }
}
