package org.entente.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Reading;
import org.entente.agreement.UrgencyReason;
import org.entente.evidence.EvidenceFile;
import org.entente.evidence.Index;
import org.entente.evidence.Judgement;
import org.entente.evidence.LocalTimeService;
import org.entente.evidence.SignedFiles;
import org.entente.evidence.Trust;
import org.entente.evidence.TrustedServices;
import org.entente.ledger.Access;
import org.entente.ledger.SaltedHash;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.Notice;
import org.entente.node.followup.NoticeState;
import org.entente.node.followup.NoticeStep;
import org.entente.node.ledger.Event;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.MeasureRefusal;
import org.entente.node.measures.MeasureView;
import org.entente.node.measures.SampleMeasures;
import org.entente.node.measures.Stated;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.entente.seal.IdentityCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence files of cases between two authorities, on both databases. */
@OnMixedDatabases
class EvidenceTest extends Correspondence {
  private static final String WHY = "The court in Belgrade asked for it, file K-12.";
  private static final EvidenceDesk.Wanted ALL = new EvidenceDesk.Wanted(WHY, false);
  private static final CoverPage COVER =
      facts -> ("%PDF " + facts.timeService().orElse("none")).getBytes(StandardCharsets.UTF_8);
  private static final byte[] PHOTOGRAPH = new byte[1_500_000];

  @TempDir private Path folder = Path.of("");

  private EvidenceExport taken(Authority node, EvidenceDesk desk, MessageId request) {
    return taken(node, desk, request, ALL);
  }

  private EvidenceExport taken(
      Authority node, EvidenceDesk desk, MessageId request, EvidenceDesk.Wanted wanted) {
    if (desk.export(node.supervisor, new Taken.OfCase(caseOn(node, request)), wanted, COVER)
        instanceof Outcome.Done<EvidenceExport>(EvidenceExport ready)) {
      return ready;
    }
    throw new AssertionError("No file was made");
  }

  private byte[] bytes(SignedFiles files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.write(out);
    return out.toByteArray();
  }

  private Judgement.Upheld judged(EvidenceExport ready) throws IOException {
    return judged(ready, TrustedServices.NONE);
  }

  private Judgement.Upheld judged(EvidenceExport ready, TrustedServices services)
      throws IOException {
    Path file = Files.write(folder.resolve(ready.name()), bytes(ready.files()));
    List<IdentityCard> cards = List.of(BAKU_KEYS.card(), BELGRADE_KEYS.card());
    Judgement judgement = EvidenceFile.verify(file, new Trust(cards, services, EvidenceTest::hash));
    if (judgement instanceof Judgement.Upheld upheld) {
      return upheld;
    }
    throw new AssertionError("Not upheld: " + judgement);
  }

  private static String hash(byte[] instrument, byte[] arrangement) {
    return new AgreementReader().read(instrument, arrangement) instanceof Reading.Read read
        ? read.agreement().hash().value()
        : "";
  }

  private static String proven(Judgement.Upheld upheld) {
    return String.join("\n", upheld.proven());
  }

  private static String open(Judgement.Upheld upheld) {
    return String.join("\n", upheld.open());
  }

  private MessageId sends(Authority node, MessageId about, Notice notice) {
    NoticeStep done = done(node.notices.desk().send(node.desk, about, notice));
    if (done.state() == NoticeState.WAITING) {
      done(node.notices.desk().release(node.approver, done.notice()));
    }
    patiently()
        .until(() ->
            node.notices.desk().of(node.desk, done.caseId()).own().stream()
                .anyMatch(n -> n.id().equals(done.notice()) && n.state() == NoticeState.APPLIED));
    return done.notice();
  }

  private MessageId withPhotograph() {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(
        baku.casework
            .attachments()
            .attach(baku.desk, request, "a photograph.jpg", new ByteArrayInputStream(PHOTOGRAPH)));
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    return request;
  }

  @Test
  void bothAuthoritiesProveTheSameExchangeEachFromItsOwnNode() throws Exception {
    MessageId request = withPhotograph();
    belgradeSends(request, reply(clock.instant()));

    for (Authority node : List.of(baku, belgrade)) {
      Judgement.Upheld found = judged(taken(node, node.evidence, request));

      assertThat(found.index().messages()).hasSize(2).allMatch(m -> m.state() == Index.State.WHOLE);
      assertThat(proven(found))
          .contains("(request) was signed by az.mia for rs.mup", "One attachment came with it")
          .contains("(reply) was signed by rs.mup for az.mia")
          .contains("rs.mup received " + request, "az.mia received ");
      assertThat(open(found)).contains("no independent service").doesNotContain("No receipt");
    }
  }

  @Test
  void whatPartnersCountersignedIsSaid() throws Exception {
    MessageId request = arrived();
    baku.witnesses.start();
    belgrade.witnesses.start();
    patiently()
        .until(() -> proven(judged(taken(baku, baku.evidence, request))).contains("countersigned"));
  }

  @Test
  void anErasedMessageIsNamedAndItsWordsAreNotThere() throws Exception {
    MessageId request = arrived();
    sends(baku, request, new Notice.Correction("facts", "Seven kilograms.", "Weighed again."));
    sends(baku, request, new Notice.Erasure("The conviction was quashed."));

    EvidenceExport ready = taken(baku, baku.evidence, request);

    Judgement.Upheld found = judged(ready);
    assertThat(found.index().messages())
        .singleElement()
        .matches(m -> m.state() == Index.State.ERASED);
    assertThat(proven(found)).contains("its content erased at", "rs.mup received " + request);
    assertThat(new String(bytes(ready.files()), StandardCharsets.ISO_8859_1))
        .doesNotContain("kilograms")
        .contains("conviction was quashed");
    assertThat(stored("message", request)).isZero();
  }

  private long stored(String table, MessageId id) {
    return baku.store.read(tx ->
        tx.sql("SELECT COUNT(*) FROM " + table + " WHERE id = :id AND sealed_signed IS NOT NULL")
            .param("id", id.toString())
            .query((rs, n) -> rs.getLong(1))
            .single());
  }

  @Test
  void whatIsRestrictedIsLeftOutUnlessASupervisorWantsItAndThatIsALook() throws Exception {
    MessageId request = arrived();
    sends(baku, request, new Notice.Restriction("Its accuracy is contested."));

    EvidenceExport closed = taken(baku, baku.evidence, request);
    assertThat(open(judged(closed))).contains("is restricted and was not taken");
    assertThat(new String(bytes(closed.files()), StandardCharsets.UTF_8)).doesNotContain(ENOUGH);
    assertThat(LedgerOf.events(baku.store)).doesNotContain("restricted-read");

    EvidenceExport whole = taken(baku, baku.evidence, request, new EvidenceDesk.Wanted(WHY, true));
    assertThat(proven(judged(whole))).contains("(request) was signed by az.mia");
    assertThat(LedgerOf.events(baku.store)).contains("restricted-read");
  }

  @Test
  void onlyASupervisorWithAReasonTakesAFile() {
    MessageId request = arrived();
    CaseId id = caseOn(baku, request);

    assertThat(baku.evidence.export(baku.desk, new Taken.OfCase(id), ALL, COVER))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(baku.evidence.export(baku.approver, new Taken.OfCase(id), ALL, COVER))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(
            baku.evidence.export(
                baku.supervisor,
                new Taken.OfCase(id),
                new EvidenceDesk.Wanted("  why   ", false),
                COVER))
        .isEqualTo(Outcome.refused(Usual.REASON_MISSING));
    assertThat(baku.evidence.export(baku.supervisor, new Taken.OfCase(CaseId.next()), ALL, COVER))
        .isEqualTo(Outcome.refused(Usual.NOT_FOUND));
    MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
    assertThat(
            baku.evidence.export(
                baku.supervisor, new Taken.OfCase(caseOn(baku, draft)), ALL, COVER))
        .isEqualTo(Outcome.refused(EvidenceRefusal.NOTHING_EXCHANGED));
    assertThat(LedgerOf.events(baku.store)).doesNotContain("evidence-exported");
  }

  @Test
  void takingAFileIsAnEntryThatBindsAllOfItAndTheReason() throws Exception {
    MessageId request = arrived();

    EvidenceExport ready = taken(baku, baku.evidence, request);

    Index index = judged(ready).index();
    var entry = baku.proofs.since(Event.EVIDENCE_EXPORTED, Instant.EPOCH).getLast();
    String bound =
        SaltedHash.of(ready.files().manifest(), HexFormat.of().parseHex(index.salt())).hash().hex();
    assertThat(entry.content().orElseThrow().hex()).isEqualTo(bound);
    assertThat(entry.access()).isEqualTo(Access.DISCLOSURE);
    assertThat(LedgerOf.text(baku.store)).doesNotContain("court in Belgrade");
    assertThat(baku.evidence.of(baku.supervisor, caseOn(baku, request)))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.reason()).isEqualTo(WHY);
          assertThat(e.manifestHash()).isEqualTo(bound);
          assertThat(e.entry()).isEqualTo(entry.index());
        });
    assertThat(baku.evidence.of(baku.desk, caseOn(baku, request))).isEmpty();
  }

  @Test
  void aTimeStampingServiceVouchesForTheTimeAndIsNotNeeded() throws Exception {
    MessageId request = arrived();
    try (LocalTimeService service = new LocalTimeService()) {
      EvidenceDesk desk = baku.evidence(Optional.of(of(service)));

      EvidenceExport stamped = taken(baku, desk, request);
      assertThat(stamped.timeStamped()).isTrue();
      assertThat(proven(judged(stamped, service.trusted()))).contains("The file existed at");
      assertThat(cover(stamped)).isEqualTo("%PDF 127.0.0.1");

      service.answers(question -> "busy".getBytes(StandardCharsets.UTF_8));
      EvidenceExport without = taken(baku, desk, request);
      assertThat(without.timeStamped()).isFalse();
      assertThat(open(judged(without, service.trusted()))).contains("no independent service");
      assertThat(cover(without)).isEqualTo("%PDF none");

      service.falls();
      assertThat(taken(baku, desk, request).timeStamped()).isFalse();
    }
  }

  private static TimeService of(LocalTimeService service) {
    return new TimeService(service.address(), service.trusted());
  }

  private static String cover(EvidenceExport ready) throws IOException {
    try (var in = ready.files().files().getFirst().part().source().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anAddressThatIsNoServiceIsRefusedAtTheStart() {
    Assertions.assertThatThrownBy(
            () -> new TimeService(URI.create("ftp://127.0.0.1"), TrustedServices.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whenACaseIsErasedTheReasonsGoWithIt() throws Exception {
    MessageId request = arrived();
    belgradeSends(request, reply(clock.instant()));
    CaseId id = caseOn(baku, request);
    taken(baku, baku.evidence, request);

    baku.store.write(tx -> baku.casework.erasure().erase(tx, id, clock.instant()));

    assertThat(baku.evidence.of(baku.supervisor, id))
        .singleElement()
        .matches(e -> e.reason().isEmpty());
    Judgement.Upheld found = judged(taken(baku, baku.evidence, request));
    assertThat(found.index().messages()).allMatch(m -> m.state() == Index.State.ERASED);
    assertThat(open(found)).contains("erased, as the index says");
  }

  @Test
  void aReportOfWhoeverGotTheMessageAndItsAnswerAreInTheFilesOfBoth() throws Exception {
    MessageId request = arrived();
    MessageId report =
        done(belgrade
                .notices
                .desk()
                .send(
                    belgrade.desk,
                    request,
                    new Notice.Inaccuracy("facts", "Seven kilograms.", "Weighed here.")))
            .notice();
    done(belgrade.notices.desk().release(belgrade.approver, report));
    patiently().until(() -> baku.notices.desk().caseOf(report).isPresent());
    done(baku.notices.reports().decline(baku.desk, report, "It was weighed with the wrapping."));
    patiently()
        .until(() ->
            belgrade.notices.desk().of(belgrade.desk, caseOn(belgrade, request)).own().stream()
                .anyMatch(n -> n.state() == NoticeState.DECLINED));

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(proven(judged(taken(node, node.evidence, request))))
          .contains("(inaccuracy about " + request + ") was signed by rs.mup for az.mia")
          .contains("(finding about " + request + ") was signed by az.mia for rs.mup");
    }
  }

  @Test
  void aReceiptForOtherContentThanWasSentIsNotTaken() throws Exception {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    belgrade.line.cutAfter(0);
    baku.send(request);
    patiently().until(belgrade.line::quiet);
    baku.store.write(tx ->
        tx.sql("UPDATE outbox SET signed_digest = :other WHERE message_id = :id")
            .param("other", "0".repeat(64))
            .param("id", request.toString())
            .update());
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));

    awaitFault(request, "receipt-for-another");
  }

  @Test
  void whatDoesNotHoldTogetherIsNotHandedOut() throws Exception {
    MessageId request = withPhotograph();
    int entries = LedgerOf.events(baku.store).size();
    baku.store.write(tx ->
        tx.sql("UPDATE message SET header = REPLACE(header, '-000001', '-000007') WHERE id = :id")
            .param("id", request.toString())
            .update());

    Outcome<EvidenceExport> outcome =
        baku.evidence.export(
            baku.supervisor,
            new Taken.OfCase(baku.casework.cases().caseOf(request).orElseThrow()),
            ALL,
            COVER);

    assertThat(outcome).isEqualTo(Outcome.refused(EvidenceRefusal.NOT_SOUND));
    assertThat(LedgerOf.events(baku.store)).as("nothing was disclosed").hasSize(entries);
  }

  @Test
  void aDamagedFileIsNamedAndNothingIsTakenOutUntilItIsRestored() throws Exception {
    MessageId request = withPhotograph();
    CaseId id = caseOn(baku, request);
    Path kept =
        baku.blobs.kept(
            baku.message(request).orElseThrow().content().attachments().getFirst().id().value());
    byte[] whole = Files.readAllBytes(kept);
    int entries = LedgerOf.events(baku.store).size();

    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(kept, changed);
    assertThat(baku.evidence.export(baku.supervisor, new Taken.OfCase(id), ALL, COVER))
        .isEqualTo(Outcome.refused(new FileDamaged("a photograph.jpg")));
    Files.delete(kept);
    assertThat(baku.evidence.export(baku.supervisor, new Taken.OfCase(id), ALL, COVER))
        .isEqualTo(Outcome.refused(new FileDamaged("a photograph.jpg")));

    assertThat(LedgerOf.events(baku.store)).as("nothing was disclosed").hasSize(entries);
    assertThat(baku.evidence.of(baku.supervisor, id)).isEmpty();
    assertThat(baku.casework.damagedFiles().count()).as("and it is listed").isEqualTo(1);

    Files.write(kept, whole);
    assertThat(judged(taken(baku, baku.evidence, request)).index().messages()).isNotEmpty();
  }

  private MeasureId alertSeen() {
    Stated stated = SampleMeasures.stated(UrgencyReason.THREAT_TO_LIFE);
    Measure.Alert alert = SampleMeasures.alert(null);
    MeasureId id =
        done(baku.measures.desk().prepare(baku.desk, alert, stated, Set.of(belgrade.id), Set.of()));
    done(baku.measures.desk().release(baku.approver, id));
    patiently().until(() -> !measures(belgrade).isEmpty());
    done(belgrade.measures.desk().seen(belgrade.desk, measures(belgrade).getFirst().id()));
    patiently().until(() -> measures(baku).getFirst().legs().getFirst().seenAt().isPresent());
    return id;
  }

  private static List<MeasureView> measures(Authority node) {
    return node.measures.desk().page(node.desk, Paged.FIRST).lines();
  }

  private Judgement.Upheld ofMeasure(Authority node, MeasureId id, Authority partner)
      throws IOException {
    Taken of = new Taken.OfMeasure(id, partner.id);
    if (node.evidence.export(node.supervisor, of, ALL, COVER)
        instanceof Outcome.Done<EvidenceExport>(EvidenceExport ready)) {
      return judged(ready);
    }
    throw new AssertionError("No file was made");
  }

  @Test
  void anAlertIsProvenByItselfAndWithItsCaseOnBothNodesAndErasedByName() throws Exception {
    MeasureId alert = alertSeen();
    MeasureId there = measures(belgrade).getFirst().id();
    MessageId request = arrived();
    String reference = baku.casework.cases().reference(caseOn(baku, request)).orElseThrow();

    assertThat(proven(ofMeasure(baku, alert, belgrade)))
        .contains("(alert) was signed by az.mia for rs.mup", ") was signed by rs.mup for az.mia");
    Judgement.Upheld theirs = ofMeasure(belgrade, there, baku);
    assertThat(proven(theirs)).contains("(alert) was signed by az.mia for rs.mup");
    assertThat(open(theirs)).doesNotContain("No receipt", "No entry of the ledger");
    assertThat(baku.evidence.of(baku.supervisor, alert))
        .singleElement()
        .satisfies(file -> assertThat(file.reason()).isEqualTo(WHY));

    assertThat(baku.measures.cases().join(baku.desk, alert, "AZ-2026-999999"))
        .isEqualTo(Outcome.refused(MeasureRefusal.OTHER_CASE));
    done(baku.measures.cases().join(baku.desk, alert, reference));
    assertThat(baku.measures.cases().join(baku.desk, alert, reference))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    Judgement.Upheld whole = judged(taken(baku, baku.evidence, request));
    assertThat(proven(whole))
        .contains("(request) was signed by az.mia", "(alert) was signed by az.mia for rs.mup");

    clock.pass(Duration.ofDays(190));
    baku.measures.run();
    assertThat(proven(ofMeasure(baku, alert, belgrade))).contains("its content erased at");
    assertThat(baku.evidence.of(baku.supervisor, alert))
        .extracting(Exported::reason)
        .containsExactly(WHY, "");
    done(baku.measures.cases().part(baku.desk, alert));
    assertThat(judged(taken(baku, baku.evidence, request)).index().measures()).isEmpty();
  }
}
