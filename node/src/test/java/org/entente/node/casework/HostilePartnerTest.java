package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.LedgerOf;
import org.entente.node.delivery.Receipt;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Paged;
import org.entente.seal.Identity;
import org.entente.seal.NodeTls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A partner with a valid certificate and an agreement in force takes all that it can get at the
 * door of Belgrade's node; Baku's node and the officers of Belgrade are served as ever.
 */
class HostilePartnerTest extends HandWritten {
  private static final Identity HOSTILE =
      Identity.create("hr.mup", "Ministry in Zagreb", InstantSource.system(), VALIDITY);
  private static final AuthorityId ZAGREB = new AuthorityId("hr.mup");
  private static final String TREATY = "rs-hr-2010-05-13";

  /** Six requests of one partner are worked on and 64 wait. */
  private static final int WORKED_ON = 6 + 64;

  private static final int REFUSED = 500;
  private static final int URGENT = 200;

  @BeforeEach
  void belgradeHasAnAgreementWithTheHostileOneToo() {
    byte[] instrument = ofZagreb(new String(SHIPPED.instrument(), StandardCharsets.UTF_8));
    if (!(new AgreementReader().readInstrument(instrument)
        instanceof AgreementReader.InstrumentReading.Read read)) {
      throw new AssertionError("The instrument of the test is broken");
    }
    String arrangement =
        new String(arrangement(), StandardCharsets.UTF_8)
            .replaceFirst("\"hash\" : \"[^\"]*\"", "\"hash\" : \"" + read.hash().value() + "\"")
            .replace(BAKU_KEYS.card().fingerprint().hex(), HOSTILE.card().fingerprint().hex());
    belgrade.agree(instrument, ofZagreb(arrangement), SHIPPED.history(), HOSTILE.card(), 9);
  }

  private static byte[] ofZagreb(String file) {
    return file.replace("rs-az-2010-05-13", TREATY)
        .replace("az.mia", "hr.mup")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An urgent request of the hostile partner under this agreement. */
  private Header urgent(UUID message, String agreement) {
    return new Header(
        Act.of(ActKind.REQUEST, ZAGREB, belgrade.id, OffenceArea.DRUG_TRAFFICKING)
            .urgent(UrgencyReason.THREAT_TO_LIFE),
        agreement,
        UUID.randomUUID(),
        "HR-2026-000042",
        message,
        ActKind.REQUEST,
        "0f".repeat(16),
        List.of());
  }

  private HttpResponse<byte[]> sent(HttpClient http, String agreement) throws Exception {
    UUID message = UUID.randomUUID();
    Header header = urgent(message, agreement);
    return post(http, message, sealed(HOSTILE, message, header.text(), Contents.bytes(request())));
  }

  private String agreement() {
    return belgrade.agreements.between(ZAGREB).getFirst().hash().value();
  }

  private List<WorkLine> openWith(AuthorityId partner) {
    WorkFilter only =
        new WorkFilter(
            Optional.of(partner),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return belgrade
        .casework
        .worklist()
        .page(belgrade.desk, WorkView.OPEN, only, Paged.FIRST)
        .lines();
  }

  @Test
  void requestsThatTrickleOccupyThePartnersOwnShareOfTheDoorAndNoMore() throws Exception {
    Queue<String> answers = new ConcurrentLinkedQueue<>();
    List<Socket> open = new ArrayList<>();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < WORKED_ON + 4; i++) {
        Socket socket = trickling();
        open.add(socket);
        Future<Boolean> _ = readers.submit(() -> answers.add(statusLine(socket)));
      }
      patiently().until(() -> answers.size() == 4);
      assertThat(answers).as("beyond the share").allMatch(line -> line.contains(" 429 "));

      MessageId request = arrived();

      assertThat(openWith(baku.id)).hasSize(1);
      assertThat(belgrade.view(caseOn(belgrade, request)).messages()).hasSize(1);
      assertThat(answers).as("the others still hold their share").hasSize(4);
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  private Socket trickling() throws IOException {
    Socket socket =
        NodeTls.client(HOSTILE, BELGRADE_KEYS.card())
            .getSocketFactory()
            .createSocket("127.0.0.1", belgrade.port());
    socket
        .getOutputStream()
        .write(
            ("POST /v1/messages/"
                    + UUID.randomUUID()
                    + " HTTP/1.1\r\nHost: belgrade\r\nContent-Length: 100000\r\n\r\nx")
                .getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String statusLine(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  @Test
  void wordsOfANoteThatNoPageCouldShowAreRefused() throws Exception {
    try (HttpClient http = asNodeOf(HOSTILE)) {
      for (int more : List.of(0, 1)) {
        UUID message = UUID.randomUUID();
        String header =
            "{\"version\":1,\"note\":\"suspension\",\"from\":\"hr.mup\",\"to\":\""
                + belgrade.id.value()
                + "\",\"agreement\":\""
                + agreement()
                + "\",\"answers\":null,\"salt\":\""
                + "0f".repeat(16)
                + "\"}";
        String body = "{\"reasons\":\"" + "x".repeat(2_000 + more) + "\"}";
        HttpResponse<byte[]> answer =
            post(
                http,
                message,
                sealed(HOSTILE, message, header, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(read(answer.body()).code()).isEqualTo(more == 0 ? null : "note-malformed");
      }
    }
  }

  @Test
  void whatIsRefusedAgainAndAgainLeavesNoMoreEntriesAndHoldsUpNobody() throws Exception {
    try (HttpClient http = asNodeOf(HOSTILE)) {
      for (int i = 0; i < REFUSED; i++) {
        HttpResponse<byte[]> answer = sent(http, "0".repeat(64));
        assertThat(answer.statusCode()).as(() -> code(answer)).isEqualTo(200);
        if (i == 0) {
          assertThat(read(answer.body()).verdict()).isEqualTo(Receipt.Verdict.REFUSED);
        }
      }
      int entries = LedgerOf.events(belgrade.store).size();
      for (int i = 0; i < 3; i++) {
        HttpResponse<byte[]> answer = sent(http, "0".repeat(64));
        assertThat(code(answer)).startsWith("429").contains("too-many-refused");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(LedgerOf.events(belgrade.store)).hasSize(entries);

      arrived();

      assertThat(openWith(baku.id)).hasSize(1);
    }
  }

  @Test
  void urgentCasesBeyondThePartnersShareWaitAndHideNoNeighbour() throws Exception {
    String agreement = agreement();
    try (HttpClient http = asNodeOf(HOSTILE)) {
      for (int i = 0; i < URGENT; i++) {
        HttpResponse<byte[]> answer = sent(http, agreement);
        assertThat(answer.statusCode()).as(() -> code(answer)).isEqualTo(200);
        if (i == 0) {
          assertThat(read(answer.body()).verdict()).isEqualTo(Receipt.Verdict.ACCEPTED);
        }
      }
      assertThat(code(sent(http, agreement))).startsWith("429").contains("too-many-cases");

      arrived();

      assertThat(openWith(baku.id)).hasSize(1);
      Paged<WorkLine> all =
          belgrade
              .casework
              .worklist()
              .page(belgrade.desk, WorkView.OPEN, WorkFilter.NONE, Paged.FIRST);
      assertThat(all.total()).isEqualTo(URGENT + 1);
    }
  }
}
