package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.intake.SubjectKind;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.entente.node.store.Vault;
import org.entente.node.work.Worker;
import org.entente.seal.AttachmentKey;
import org.entente.seal.AttachmentSeal;
import org.entente.seal.Identity;
import org.entente.seal.NodeTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a node takes and refuses of what a partner's node could send. */
@OnMixedDatabases
class ArrivalTest extends HandWritten {
  private static final byte[] FILE = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);
  private static final AttachmentKey FILE_KEY = AttachmentKey.create();

  private String refusalOf(UUID message, Header header, byte[] body) throws Exception {
    Receipt receipt = receiptFor(message, header, body);
    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.REFUSED);
    assertThat(belgrade.casework.cases().caseOf(new MessageId(message))).isEmpty();
    String code = receipt.code();
    return code == null ? "" : code;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"kind\":\"request\"`, `\"kind\":\"prophecy\"`",
        "`\"kind\":\"request\"`, `\"note\":\"request\"`",
        "`\"kind\":\"request\"`, `\"telegram\":\"request\"`",
        "`\"version\":1`, `\"version\":2`",
        "`\"opening\":\"request\"`, `\"opening\":\"prophecy\"`",
        "`drug-trafficking`, `jaywalking`",
        "`threat-to-life`, `threat-to-peace`"
      })
  void whatALaterVersionMaySayIsRefusedInASignedReceipt(String known, String later)
      throws Exception {
    UUID message = UUID.randomUUID();
    String header = opening(message).text();
    String changed = header.replace(known, later);
    assertThat(changed).isNotEqualTo(header);

    Receipt receipt = receiptFor(message, changed, Contents.bytes(request()));

    assertThat(receipt.code()).isEqualTo("kind-not-supported");
    assertThat(belgrade.casework.cases().caseOf(new MessageId(message))).isEmpty();
  }

  @Test
  void aCodeOfALaterVersionInTheContentIsRefusedAsNotSupported() throws Exception {
    UUID message = UUID.randomUUID();
    String body = new String(Contents.bytes(request()), StandardCharsets.UTF_8);
    String later = body.replace("SUSPECT_OR_CONVICTED", "MARTIAN");
    assertThat(later).isNotEqualTo(body);

    assertThat(refusalOf(message, opening(message), later.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("kind-not-supported");
  }

  @Test
  void whatItsSubjectsCarryAndTheActDoesNotSayIsRefused() throws Exception {
    UUID message = UUID.randomUUID();
    Content.Request whole = request();
    Content.Request told =
        new Content.Request(
            whole.person(),
            whole.informationSought(),
            whole.purpose(),
            whole.facts(),
            whole.reasonsToBelieve(),
            whole.link(),
            whole.urgencyReasons(),
            whole.restrictions(),
            whole.language(),
            whole.handling(),
            null,
            new Subjects(
                List.of(
                    ToldSubject.of(
                        SubjectKind.WALLET, Map.of("wallet", List.of("0x1")), SubjectRole.USED)),
                List.of()),
            List.of());
    Header header = opening(message);

    assertThat(refusalOf(message, header, Contents.bytes(told))).isEqualTo("content-incomplete");

    UUID declared = UUID.randomUUID();
    Header opening = opening(declared);
    Header says =
        new Header(
            opening.act().with(Terms.with(opening.act().data(), told.tells())),
            opening.agreementHash(),
            opening.caseId(),
            opening.caseReference(),
            opening.request(),
            opening.opening(),
            opening.salt(),
            opening.attachments());
    assertThat(receiptFor(declared, says, Contents.bytes(told)).verdict())
        .isEqualTo(Receipt.Verdict.ACCEPTED);
  }

  /** A request as a later version would write it, with fields that this one does not know. */
  private static byte[] laterRequest() {
    return new String(Contents.bytes(request()), StandardCharsets.UTF_8)
        .replaceFirst("\\{", "{\"version\":2,\"weather\":{\"rain\":true},")
        .replaceFirst("\"person\":\\{", "\"person\":{\"eyes\":\"grey\",")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void contentOfALaterVersionIsReadAsFarAsItIsUnderstoodAndKeptAsItCame() throws Exception {
    UUID message = UUID.randomUUID();
    Header header = opening(message);
    byte[] body = laterRequest();

    assertThat(receiptFor(message, header, body).verdict()).isEqualTo(Receipt.Verdict.ACCEPTED);

    MessageView shown = belgrade.message(new MessageId(message)).orElseThrow();
    assertThat(shown.content()).isEqualTo(request());
    assertThat(shown.notUnderstood()).containsExactly("person.eyes", "weather");
    assertThat(shown.bodyHash()).isEqualTo(Vault.hash(body, header.saltBytes()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"version\":2,`, ``",
        "`\"version\":2,`, `\"version\":1,`",
        "`\"version\":2,`, `\"version\":\"2\",`",
        "`weather`, `wea ther`",
        "`\"facts\":`, `\"factz\":`"
      })
  void contentThatIsOfNoVersionIsRefused(String good, String broken) throws Exception {
    UUID message = UUID.randomUUID();
    String body = new String(laterRequest(), StandardCharsets.UTF_8);
    String changed = body.replace(good, broken);
    assertThat(changed).isNotEqualTo(body);

    assertThat(refusalOf(message, opening(message), changed.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("content-malformed");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"version\":1,`, ``",
        "`\"version\":1`, `\"version\":0`",
        "`\"version\":1`, `\"version\":\"1\"`",
        "`\"version\":1,\"kind\":\"request\"`, `\"kind\":\"request\",\"version\":1`",
        "`\"kind\":\"request\"`, `\"kind\":7`",
        "`\"kind\":\"request\"`, `\"kind\":\"Somebody Known\"`",
        "`\"from\":\"az.mia\",`, ``",
        "`drug-trafficking`, `Drug Trafficking`",
        "`\"salt\":\"0f`, `\"salt\":\"0F`"
      })
  void bytesThatAreNoHeaderAreStillAProblemAndNotSigned(String good, String broken)
      throws Exception {
    UUID message = UUID.randomUUID();
    String header = opening(message).text();
    String changed = header.replace(good, broken);
    assertThat(changed).isNotEqualTo(header);

    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      assertThat(code(post(http, message, sealed(message, changed, new byte[1]))))
          .startsWith("422 ")
          .contains("header-malformed");
    }
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
      assertThat(openOn(belgrade)).hasSize(1);
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
      assertThat(openOn(belgrade)).hasSize(1);
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
  void anAnswerUnderAnotherAgreementThanItsRequestIsRefused() throws Exception {
    MessageId request = arrived();
    byte[] other =
        new String(arrangement(), StandardCharsets.UTF_8)
            .replaceFirst("\"reviewMonths\" : 6", "\"reviewMonths\" : 3")
            .getBytes(StandardCharsets.UTF_8);
    holds(belgrade, baku, other);
    Header under =
        header(ActKind.CLOSURE, baku.id, request.value(), ActKind.REQUEST)
            .decidedUnder(belgrade.agreements.with(baku.id).orElseThrow().hash().value());
    byte[] body = Contents.bytes(new Content.Closure("The matter is solved."));

    assertThat(refusalOf(UUID.randomUUID(), under, body)).isEqualTo("agreement-differs");
  }

  @Test
  void aRequestThatStatesMoreIdentifyingFieldsThanItGivesIsRefused() throws Exception {
    UUID message = UUID.randomUUID();
    Header plain = opening(message);
    Header stating =
        new Header(
            plain.act().with(Particulars.none().identifiers(3)),
            plain.agreementHash(),
            plain.caseId(),
            plain.caseReference(),
            plain.request(),
            plain.opening(),
            plain.salt(),
            plain.attachments());

    assertThat(refusalOf(message, stating, Contents.bytes(request())))
        .isEqualTo("content-incomplete");
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
                + belgrade.port()
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
      assertThat(openOn(belgrade)).isEmpty();
    }
  }

  @Test
  void anAttachmentThatAnotherMessageAnnouncedIsNotTakenForThisOne() throws Exception {
    AttachmentId shared = AttachmentId.next();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    Header announced =
        header(
            ActKind.REQUEST,
            baku.id,
            first,
            ActKind.REQUEST,
            new SealedAttachment(shared, 100, "00".repeat(32)));
    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      byte[] sealed = sealed(first, announced, Contents.bytes(request()));
      assertThat(post(http, first, sealed).statusCode()).isEqualTo(202);
    }

    Header other =
        header(
            ActKind.REQUEST,
            baku.id,
            second,
            ActKind.REQUEST,
            new SealedAttachment(shared, 200, "11".repeat(32)));
    assertThat(refusalOf(second, other, Contents.bytes(request()))).isEqualTo("attachments-differ");
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void anAttachmentThatNoOfficerCouldOpenIsRefusedBeforeTheReceipt(
      String name, String mediaType, long clearBytes, byte[] key, String code) throws Exception {
    UUID message = UUID.randomUUID();

    assertThat(refusalWith(message, name, mediaType, clearBytes, key)).isEqualTo(code);
  }

  /** One for each way to be refused; {@link AttachedTest} knows what else is unsound. */
  static List<Arguments> unsound() {
    byte[] key = FILE_KEY.raw();
    int size = FILE.length;
    String pdf = "application/pdf";
    return List.of(
        Arguments.of("../../../../etc/cron.d/x", pdf, size, key, "content-incomplete"),
        Arguments.of("a.pdf", pdf, size + 1, key, "attachments-differ"),
        Arguments.of("a.pdf", pdf, size, new byte[32], "attachments-differ"));
  }

  @Test
  void anAttachmentWithANameInAnyScriptIsTaken() throws Exception {
    for (String name : List.of("Ђорђевић – изјава.pdf", "شهادة.pdf", "Əliyev №2 (1).pdf")) {
      UUID message = UUID.randomUUID();

      Receipt receipt = receiptWith(message, name, "application/pdf", FILE.length, FILE_KEY.raw());

      assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.ACCEPTED);
    }
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private String refusalWith(
      UUID message, String name, String mediaType, long clearBytes, byte[] key) throws Exception {
    Receipt receipt = receiptWith(message, name, mediaType, clearBytes, key);
    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.REFUSED);
    assertThat(belgrade.casework.cases().caseOf(new MessageId(message))).isEmpty();
    String code = receipt.code();
    return code == null ? "" : code;
  }

  /** Sends a request with one file, which the content describes so. */
  private Receipt receiptWith(
      UUID message, String name, String mediaType, long clearBytes, byte[] key) throws Exception {
    AttachmentId id = AttachmentId.next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream sealing =
        AttachmentSeal.sealing(file, FILE_KEY, id.toString().getBytes(StandardCharsets.UTF_8))) {
      sealing.write(FILE);
    }
    SealedAttachment attached = new SealedAttachment(id, file.size(), digest(file.toByteArray()));
    Header header = header(ActKind.REQUEST, baku.id, message, ActKind.REQUEST, attached);
    byte[] body =
        Contents.bytes(request().with(List.of(new Attached(id, name, mediaType, clearBytes, key))));
    byte[] sealed = sealed(message, header, body);
    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      assertThat(post(http, message, sealed).statusCode()).isEqualTo(202);
      String path = "/v1/messages/" + message + "/attachments/" + id + "?from=0";
      URI address = URI.create("https://127.0.0.1:" + belgrade.port() + path);
      HttpResponse<byte[]> put =
          http.send(
              HttpRequest.newBuilder(address)
                  .PUT(BodyPublishers.ofByteArray(file.toByteArray()))
                  .build(),
              BodyHandlers.ofByteArray());
      assertThat(put.statusCode()).isEqualTo(200);
      return read(post(http, message, sealed).body());
    }
  }

  @Test
  void aDatabaseThatWasAwayEndsNoCourier() throws Exception {
    baku.store.write(tx -> tx.sql("ALTER TABLE outbox RENAME TO outbox_away").update());
    patiently()
        .until(() ->
            baku.workers().stream()
                .anyMatch(part ->
                    part.name().equals("courier-rs.mup") && part.state() == Worker.State.FAILS));
    baku.store.write(tx -> tx.sql("ALTER TABLE outbox_away RENAME TO outbox").update());

    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);

    awaitState(baku, request, MessageState.DELIVERED);
  }

  private static List<WorkLine> openOn(Authority node) {
    return node.casework
        .worklist()
        .page(node.desk, WorkView.OPEN, WorkFilter.NONE, Paged.FIRST)
        .lines();
  }
}
