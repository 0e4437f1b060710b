package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Deadline;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.ShippedAgreements;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.Progress;
import org.entente.ledger.Verification;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.SettableClock;
import org.entente.node.delivery.AttachmentId;
import org.entente.node.delivery.Header;
import org.entente.node.delivery.MessageId;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.delivery.WireJson;
import org.entente.node.store.StoreSettings;
import org.entente.seal.Identity;
import org.entente.seal.NodeTls;
import org.entente.seal.Seal;
import org.entente.seal.SealHeader;
import org.entente.seal.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two authorities can rely on when they exchange messages, on either database. */
abstract class ExchangeContract {
  private static final Duration VALIDITY = Duration.ofDays(3_650);
  private static final Identity BAKU_KEYS =
      Identity.create("az.mia", "Ministry in Baku", InstantSource.system(), VALIDITY);
  private static final Identity BELGRADE_KEYS =
      Identity.create("rs.mup", "Ministry in Belgrade", InstantSource.system(), VALIDITY);
  private static final String ENOUGH = "Eleven kilograms were seized at the border.";
  private static final int FILE_BYTES = 4 << 20;

  private final SettableClock clock =
      new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
  private Authority baku;
  private Authority belgrade;

  /** A database for this authority, empty. */
  abstract StoreSettings settings(Path folder) throws Exception;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    Path az = folder.resolve("az");
    Path rs = folder.resolve("rs");
    baku = new Authority(BAKU_KEYS, settings(az), az, clock);
    belgrade = new Authority(BELGRADE_KEYS, settings(rs), rs, clock);
    agree(baku, belgrade, arrangement());
    agree(belgrade, baku, arrangement());
    baku.start();
    belgrade.start();
  }

  @AfterEach
  void stop() throws IOException {
    baku.close();
    belgrade.close();
  }

  private static void agree(Authority own, Authority partner, byte[] arrangement) {
    byte[] instrument = ShippedAgreements.serbiaAzerbaijan2010().instrument();
    own.agree(
        instrument,
        arrangement,
        ShippedAgreements.serbiaAzerbaijan2010().history(),
        partner.identity.card(),
        partner.line.port());
  }

  private static byte[] arrangement() {
    return ShippedAgreements.serbiaAzerbaijan2010()
        .arrangement(
            Map.of(
                new AuthorityId("az.mia"),
                new Fingerprint(BAKU_KEYS.card().fingerprint().hex()),
                new AuthorityId("rs.mup"),
                new Fingerprint(BELGRADE_KEYS.card().fingerprint().hex())));
  }

  // What officers write.

  private static Terms terms(OffenceArea offence) {
    return new Terms(
        offence,
        Urgency.URGENT,
        Optional.of(UrgencyReason.THREAT_TO_LIFE),
        Set.of(DataCategory.PERSONAL_DETAILS),
        false,
        false,
        false);
  }

  private static Content.Request request() {
    return new Content.Request(
        new Person(
            "Hüseynzadə",
            "Cavid",
            List.of("Гусейнзаде Джавид"),
            "1984-03",
            null,
            null,
            null,
            DataSubjectCategory.SUSPECT_OR_CONVICTED),
        "Entries to Serbia since the first of November.",
        "Criminal investigation of drug trafficking.",
        ENOUGH,
        "A hotel's receipt from Niš was found.",
        "The person rented the vehicle.",
        "A witness was threatened.",
        null,
        "en",
        Set.of(HandlingCode.H1),
        List.of());
  }

  private static Content.Reply reply(Instant now) {
    return new Content.Reply(
        "Two entries, both at Preševo.",
        new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
        Set.of(HandlingCode.H1),
        null,
        false,
        now.toString().substring(0, 10),
        List.of());
  }

  private MessageId drafted(OffenceArea offence) {
    return Authority.done(
            baku.casework.drafts().request(baku.desk, belgrade.id, terms(offence), request()))
        .message();
  }

  /** A request of Baku that has reached Belgrade. */
  private MessageId arrived() {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    return request;
  }

  private static CaseId caseOn(Authority node, MessageId message) {
    return node.casework.cases().caseOf(message).orElseThrow();
  }

  private CaseState stateOn(Authority node, MessageId request) {
    return node.view(caseOn(node, request)).summary().state();
  }

  private Deadline deadlineOn(Authority node, MessageId request) {
    return node.view(caseOn(node, request)).summary().deadline().orElseThrow();
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
  }

  private static void awaitState(Authority node, MessageId message, MessageState state) {
    patiently().until(() -> node.state(message) == state);
  }

  private void awaitFault(MessageId message, String code) {
    patiently().until(() -> baku.message(message).orElseThrow().fault().equals(Optional.of(code)));
  }

  /** An officer of Belgrade answers; both nodes know it afterwards. */
  private void belgradeSends(MessageId request, Content content) {
    MessageId answer = belgrade.answer(caseOn(belgrade, request), content);
    awaitState(belgrade, answer, MessageState.DELIVERED);
  }

  private void bakuSends(MessageId request, Content content) {
    MessageId answer = baku.answer(caseOn(baku, request), content);
    awaitState(baku, answer, MessageState.DELIVERED);
  }

  // The way of a request.

  @Test
  void aRequestTravelsIsAnsweredAndClosed() throws IOException {
    MessageId request = arrived();

    assertThat(stateOn(belgrade, request)).isEqualTo(CaseState.OPEN);
    assertThat(belgrade.message(request).orElseThrow().content()).isEqualTo(request());
    belgradeSends(request, reply(clock.instant()));
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.ANSWERED);
    bakuSends(request, new Content.Closure("The person was arrested in Baku."));

    assertThat(stateOn(baku, request)).isEqualTo(CaseState.CLOSED);
    assertThat(stateOn(belgrade, request)).isEqualTo(CaseState.CLOSED);
    assertThat(baku.view(caseOn(baku, request)).messages())
        .extracting(m -> m.content().kind())
        .containsExactly(ActKind.REQUEST, ActKind.REPLY, ActKind.CLOSURE);
    ledgersAreSound();
  }

  @Test
  void bothNodesHoldTheSameReceiptAndTheSameHash() {
    MessageId request = arrived();

    byte[] here = receiptOn(baku, request);
    byte[] there = receiptOn(belgrade, request);

    assertThat(here).isEqualTo(there);
    assertThat(baku.message(request).orElseThrow().bodyHash())
        .isEqualTo(belgrade.message(request).orElseThrow().bodyHash());
    assertThat(LedgerOf.text(baku.store)).contains(baku.message(request).orElseThrow().bodyHash());
    assertThat(LedgerOf.text(belgrade.store))
        .contains(baku.message(request).orElseThrow().bodyHash());
  }

  private static byte[] receiptOn(Authority node, MessageId message) {
    return node.store.read(tx -> node.receipts.signed(tx, message)).orElseThrow().statement();
  }

  private void ledgersAreSound() throws IOException {
    for (Authority node : List.of(baku, belgrade)) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      node.proofs.export(file, "node");
      assertThat(
              LedgerFileVerifier.verify(
                  new ByteArrayInputStream(file.toByteArray()), Progress.NONE))
          .isInstanceOf(Verification.Sound.class);
    }
  }

  @Test
  void anUrgentRequestIsDueEightHoursAfterReceipt() {
    clock.pass(Duration.ofMinutes(1));
    Instant received = clock.instant();
    MessageId request = arrived();

    clock.pass(Duration.ofHours(1));

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(deadlineOn(node, request).dueAt(clock.instant()))
          .isEqualTo(received.plus(Duration.ofHours(8)));
    }
  }

  @Test
  void theClockStandsStillForAClarification() {
    Instant received = clock.instant();
    MessageId request = arrived();
    clock.pass(Duration.ofHours(1));
    belgradeSends(request, new Content.Question("Which of the two passports?", List.of()));
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.CLARIFICATION);
    clock.pass(Duration.ofHours(2));
    bakuSends(request, new Content.Answer("The one issued in Gəncə.", List.of()));
    clock.pass(Duration.ofHours(1));

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(stateOn(node, request)).isEqualTo(CaseState.OPEN);
      assertThat(deadlineOn(node, request).dueAt(clock.instant()))
          .isEqualTo(received.plus(Duration.ofHours(10)));
    }
    assertThat(deadlineOn(baku, request)).isEqualTo(deadlineOn(belgrade, request));
  }

  @Test
  void anAttachmentArrivesToTheByte() throws IOException {
    byte[] file = file(1);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    AttachmentId attachment = attach(request, file);

    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);

    assertThat(fileOn(belgrade, attachment)).isEqualTo(file);
  }

  private static byte[] file(long seed) {
    byte[] file = new byte[FILE_BYTES];
    new Random(seed).nextBytes(file);
    return file;
  }

  private AttachmentId attach(MessageId draft, byte[] file) {
    Authority.done(
        baku.casework
            .attachments()
            .attach(baku.desk, draft, "exhibit.bin", new ByteArrayInputStream(file)));
    return baku.message(draft).orElseThrow().content().attachments().getFirst().id();
  }

  private static byte[] fileOn(Authority node, AttachmentId id) throws IOException {
    Attachments.Opened opened = node.casework.attachments().open(node.desk, id).orElseThrow();
    try (var content = opened.content()) {
      return content.readAllBytes();
    }
  }

  // What is refused on arrival, as the sender's officers see it.

  @Test
  void aRequestUnderAnotherVersionOfTheAgreementIsRefused() {
    String same = new String(arrangement(), StandardCharsets.UTF_8);
    String other = same.replaceFirst("(?<=\"reviewMonths\"\\s{0,9}:\\s{0,9})6", "5");
    assertThat(other).isNotEqualTo(same);
    agree(belgrade, baku, other.getBytes(StandardCharsets.UTF_8));
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);

    baku.send(request);

    refusedByBelgrade(request, "agreement-differs");
  }

  @Test
  void whatTheReceiverDoesNotPermitIsRefused() {
    UUID asking = UUID.randomUUID();
    baku.store.write(tx -> {
      baku.consents.asked(tx, asking, belgrade.id, baku.id, OffenceArea.COMPUTER_CRIME);
      baku.consents.granted(
          tx,
          asking,
          UUID.randomUUID(),
          belgrade.id,
          clock.instant().minusSeconds(60),
          clock.instant().plus(Duration.ofDays(30)));
      return 0;
    });
    MessageId request = drafted(OffenceArea.COMPUTER_CRIME);

    baku.send(request);

    refusedByBelgrade(request, "not-permitted");
  }

  private void refusedByBelgrade(MessageId request, String code) {
    awaitState(baku, request, MessageState.REFUSED_BY_PARTNER);
    Receipt receipt = baku.message(request).orElseThrow().receipt().orElseThrow();
    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.REFUSED);
    assertThat(receipt.code()).isEqualTo(code);
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.STOPPED);
    assertThat(belgrade.casework.cases().caseOf(request)).isEmpty();
    assertThat(LedgerOf.events(belgrade.store)).endsWith("arrival-refused");
  }

  @Test
  void aConsentThatBothHoldPermitsTheSameRequest() {
    MessageId asking =
        Authority.done(
                baku.casework
                    .drafts()
                    .askConsent(
                        baku.desk,
                        belgrade.id,
                        OffenceArea.COMPUTER_CRIME,
                        new Content.ConsentQuestion("Attacks on banks in both countries.")))
            .message();
    baku.send(asking);
    awaitState(baku, asking, MessageState.DELIVERED);
    Instant until = clock.instant().plus(Duration.ofDays(30));
    belgradeSends(asking, new Content.ConsentGrant("For the cases of this winter.", until));
    clock.pass(Duration.ofMinutes(1));

    MessageId request = drafted(OffenceArea.COMPUTER_CRIME);
    baku.send(request);

    awaitState(baku, request, MessageState.DELIVERED);
    assertThat(baku.consents.all()).extracting(c -> c.until().orElseThrow()).containsExactly(until);
  }

  // Attachments on a bad line.

  @Test
  void anAttachmentChangedOnTheWayIsRefusedAndSentAgain() throws IOException {
    byte[] file = file(2);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    AttachmentId attachment = attach(request, file);
    flipAByte(baku.blobs.kept(attachment.value()));

    baku.send(request);

    awaitFault(request, "attachment-changed");
    assertThat(belgrade.casework.cases().caseOf(request)).isEmpty();
    assertThat(belgrade.blobs.isKept(attachment.value())).isFalse();
    flipAByte(baku.blobs.kept(attachment.value()));
    clock.pass(Duration.ofMinutes(2));
    awaitState(baku, request, MessageState.DELIVERED);
    assertThat(fileOn(belgrade, attachment)).isEqualTo(file);
  }

  private static void flipAByte(Path file) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(FILE_BYTES / 2);
      int before = open.read();
      open.seek(FILE_BYTES / 2);
      open.write(before ^ 1);
    }
  }

  @Test
  void anAttachmentOnACutLineGoesOnFromWhereItWas() throws IOException {
    byte[] file = file(3);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    AttachmentId attachment = attach(request, file);
    belgrade.line.cutAfter(FILE_BYTES / 2);

    baku.send(request);

    awaitFault(request, "line-cut");
    patiently().until(belgrade.line::quiet);
    long there = belgrade.blobs.arrivedBytes(attachment.value());
    assertThat(there).isBetween(FILE_BYTES / 4L, (long) FILE_BYTES / 2);
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));
    awaitState(baku, request, MessageState.DELIVERED);
    assertThat(belgrade.line.carriedBytes()).isLessThan(FILE_BYTES - there + (256 << 10));
    assertThat(fileOn(belgrade, attachment)).isEqualTo(file);
  }

  // What a partner's node sends by hand.

  /** A connection to Belgrade's port for partners, as somebody's node. */
  private HttpClient asNodeOf(Identity sender) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(NodeTls.client(sender, BELGRADE_KEYS.card()))
        .build();
  }

  private HttpResponse<byte[]> post(HttpClient http, UUID message, byte[] sealed)
      throws IOException, InterruptedException {
    URI address = URI.create("https://127.0.0.1:" + belgrade.port + "/v1/messages/" + message);
    return http.send(
        HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(sealed)).build(),
        BodyHandlers.ofByteArray());
  }

  private static String code(HttpResponse<byte[]> answer) {
    return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
  }

  private byte[] sealed(UUID message, Header header, byte[] body) throws Exception {
    SealHeader around =
        new SealHeader(message, clock.instant(), header.text().getBytes(StandardCharsets.UTF_8));
    return new Seal(clock).seal(around, body, BAKU_KEYS, BELGRADE_KEYS.card());
  }

  private Header header(
      ActKind kind, AuthorityId from, UUID request, ActKind opening, SealedAttachment... attached) {
    return new Header(
        Act.of(kind, from, belgrade.id, OffenceArea.DRUG_TRAFFICKING)
            .urgent(UrgencyReason.THREAT_TO_LIFE),
        baku.agreements.all().getFirst().hash().value(),
        UUID.randomUUID(),
        "AZ-2026-000042",
        request,
        opening,
        "0f".repeat(16),
        List.of(attached));
  }

  /** What Belgrade says of a message, from its signed receipt. */
  private Receipt receiptFor(UUID message, Header header, byte[] body) throws Exception {
    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      HttpResponse<byte[]> answer = post(http, message, sealed(message, header, body));
      assertThat(answer.statusCode()).as(() -> code(answer)).isEqualTo(200);
      return read(answer.body());
    }
  }

  private static Receipt read(byte[] statement) {
    if (Statement.verify(statement, BELGRADE_KEYS.card(), "receipt")
        instanceof Statement.Verification.Verified verified) {
      return WireJson.read(verified.statement(), Receipt.class);
    }
    throw new AssertionError("The receipt is not signed by Belgrade");
  }

  private String refusalOf(UUID message, Header header, byte[] body) throws Exception {
    Receipt receipt = receiptFor(message, header, body);
    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.REFUSED);
    assertThat(belgrade.casework.cases().caseOf(new MessageId(message))).isEmpty();
    String code = receipt.code();
    return code == null ? "" : code;
  }

  private Header opening(UUID message) {
    return header(ActKind.REQUEST, baku.id, message, ActKind.REQUEST);
  }

  @Test
  void theSameBytesGetTheSameReceipt() throws Exception {
    UUID message = UUID.randomUUID();
    byte[] sealed = sealed(message, opening(message), Contents.bytes(request()));

    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      byte[] first = post(http, message, sealed).body();
      int entries = LedgerOf.events(belgrade.store).size();
      clock.pass(Duration.ofHours(1));
      byte[] second = post(http, message, sealed).body();

      assertThat(read(first).verdict()).isEqualTo(Receipt.Verdict.ACCEPTED);
      assertThat(second).isEqualTo(first);
      assertThat(LedgerOf.events(belgrade.store)).hasSize(entries);
      assertThat(belgrade.casework.cases().open()).hasSize(1);
    }
  }

  @Test
  void otherBytesUnderAKnownIdentifierAreReplayed() throws Exception {
    UUID message = UUID.randomUUID();
    byte[] body = Contents.bytes(request());
    byte[] first = sealed(message, opening(message), body);
    byte[] second = sealed(message, opening(message), body);

    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      assertThat(post(http, message, first).statusCode()).isEqualTo(200);
      assertThat(code(post(http, message, second)))
          .startsWith("409 ")
          .contains("urn:entente:problem:replayed");
      assertThat(belgrade.casework.cases().open()).hasSize(1);
    }
  }

  @Test
  void aStrangerDoesNotGetThroughTls() throws Exception {
    Identity stranger =
        Identity.create("az.mia", "Ministry in Baku", InstantSource.system(), VALIDITY);
    UUID message = UUID.randomUUID();

    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      assertThat(code(post(http, message, new byte[10]))).startsWith("422 ");
    }
    try (HttpClient http = asNodeOf(stranger)) {
      assertThatThrownBy(() -> post(http, message, new byte[10])).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whoWantsAnotherNodeDoesNotTalkToThisOne() throws Exception {
    try (HttpClient http =
        HttpClient.newBuilder().sslContext(NodeTls.client(BAKU_KEYS, BAKU_KEYS.card())).build()) {
      assertThatThrownBy(() -> post(http, UUID.randomUUID(), new byte[10]))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aMessageSentUnderAnotherIdentifierIsRefused() throws Exception {
    UUID message = UUID.randomUUID();
    byte[] sealed = sealed(message, opening(message), Contents.bytes(request()));

    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      assertThat(code(post(http, UUID.randomUUID(), sealed)))
          .startsWith("403 ")
          .contains("wrong-sender");
    }
  }

  @Test
  void aMessageFromTheFutureIsRefused() throws Exception {
    UUID message = UUID.randomUUID();
    clock.pass(Duration.ofMinutes(11));
    byte[] sealed = sealed(message, opening(message), Contents.bytes(request()));
    clock.pass(Duration.ofMinutes(-11));

    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      assertThat(code(post(http, message, sealed)))
          .startsWith("422 ")
          .contains("sealed-in-the-future");
    }
  }

  @Test
  void aHeaderOfOtherPartiesIsRefused() throws Exception {
    UUID message = UUID.randomUUID();
    Header header = header(ActKind.REQUEST, new AuthorityId("tr.egm"), message, ActKind.REQUEST);

    assertThat(refusalOf(message, header, Contents.bytes(request()))).isEqualTo("wrong-parties");
  }

  @Test
  void anActThatOpensNoMatterIsRefused() throws Exception {
    UUID message = UUID.randomUUID();
    Header header = header(ActKind.CLOSURE, baku.id, message, ActKind.REQUEST);
    byte[] body = Contents.bytes(new Content.Closure("Nothing was ever opened."));

    assertThat(refusalOf(message, header, body)).isEqualTo("matter-malformed");
  }

  @Test
  void anAnswerInAnUnknownMatterIsRefused() throws Exception {
    Header header = header(ActKind.CLOSURE, baku.id, UUID.randomUUID(), ActKind.REQUEST);
    byte[] body = Contents.bytes(new Content.Closure("Nothing was ever opened."));

    assertThat(refusalOf(UUID.randomUUID(), header, body)).isEqualTo("matter-unknown");
  }

  @Test
  void whatOnlyTheRequestedAuthorityMaySendIsRefusedFromTheOther() throws Exception {
    MessageId request = arrived();
    Header header = header(ActKind.REPLY, baku.id, request.value(), ActKind.REQUEST);
    byte[] body = Contents.bytes(reply(clock.instant()));

    assertThat(refusalOf(UUID.randomUUID(), header, body)).isEqualTo("not-expected");
  }

  @Test
  void contentThatCannotBeReadIsRefused() throws Exception {
    UUID message = UUID.randomUUID();

    assertThat(refusalOf(message, opening(message), new byte[] {'{', '}'}))
        .isEqualTo("content-malformed");
  }

  @Test
  void anIncompleteRequestIsRefused() throws Exception {
    UUID message = UUID.randomUUID();
    String whole = new String(Contents.bytes(request()), StandardCharsets.UTF_8);
    byte[] body = whole.replace(ENOUGH, "").getBytes(StandardCharsets.UTF_8);

    assertThat(refusalOf(message, opening(message), body)).isEqualTo("content-incomplete");
  }

  @Test
  void anAttachmentThatTheHeaderDoesNotNameIsRefused() throws Exception {
    UUID message = UUID.randomUUID();
    Attached hidden =
        new Attached(AttachmentId.next(), "hidden.pdf", "application/pdf", 1, new byte[32]);
    byte[] body = Contents.bytes(request().with(List.of(hidden)));

    assertThat(refusalOf(message, opening(message), body)).isEqualTo("attachments-differ");
  }

  @Test
  void anAttachmentThatWasNotAnnouncedIsNotTaken() throws Exception {
    URI address =
        URI.create(
            "https://127.0.0.1:"
                + belgrade.port
                + "/v1/messages/"
                + UUID.randomUUID()
                + "/attachments/"
                + UUID.randomUUID()
                + "?from=0");
    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(address)
                  .PUT(BodyPublishers.ofByteArray(new byte[100]))
                  .build(),
              BodyHandlers.ofByteArray());

      assertThat(code(answer)).startsWith("404 ").contains("attachment-not-expected");
    }
  }

  @Test
  void aMessageWaitsForItsAttachments() throws Exception {
    UUID message = UUID.randomUUID();
    AttachmentId attachment = AttachmentId.next();
    Header header =
        header(
            ActKind.REQUEST,
            baku.id,
            message,
            ActKind.REQUEST,
            new SealedAttachment(attachment, 100, "00".repeat(32)));

    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      HttpResponse<byte[]> answer =
          post(http, message, sealed(message, header, Contents.bytes(request())));

      assertThat(code(answer))
          .isEqualTo("202 {\"missing\":[{\"id\":\"" + attachment + "\",\"fromByte\":0}]}");
      assertThat(belgrade.casework.cases().open()).isEmpty();
    }
  }
}
