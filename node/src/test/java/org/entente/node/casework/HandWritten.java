package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.delivery.WireJson;
import org.entente.seal.Identity;
import org.entente.seal.NodeTls;
import org.entente.seal.Seal;
import org.entente.seal.SealHeader;
import org.entente.seal.Statement;

/** What a partner's node could send, written by hand: Baku's to Belgrade's. */
abstract class HandWritten extends Correspondence {
  /** A connection to Belgrade's port for partners, as somebody's node. */
  protected HttpClient asNodeOf(Identity sender) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(NodeTls.client(sender, BELGRADE_KEYS.card()))
        .build();
  }

  protected HttpResponse<byte[]> post(HttpClient http, UUID message, byte[] sealed)
      throws IOException, InterruptedException {
    URI address = URI.create("https://127.0.0.1:" + belgrade.port() + "/v1/messages/" + message);
    return http.send(
        HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(sealed)).build(),
        BodyHandlers.ofByteArray());
  }

  protected static String code(HttpResponse<byte[]> answer) {
    return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
  }

  protected byte[] sealed(UUID message, Header header, byte[] body) throws Exception {
    return sealed(message, header.text(), body);
  }

  protected byte[] sealed(UUID message, String header, byte[] body) throws Exception {
    return sealed(BAKU_KEYS, message, header, body);
  }

  protected byte[] sealed(Identity sender, UUID message, String header, byte[] body)
      throws Exception {
    SealHeader around =
        new SealHeader(message, clock.instant(), header.getBytes(StandardCharsets.UTF_8));
    return new Seal(clock).seal(around, body, sender, BELGRADE_KEYS.card());
  }

  protected Header header(
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
  protected Receipt receiptFor(UUID message, Header header, byte[] body) throws Exception {
    return receiptFor(message, header.text(), body);
  }

  protected Receipt receiptFor(UUID message, String header, byte[] body) throws Exception {
    try (HttpClient http = asNodeOf(BAKU_KEYS)) {
      HttpResponse<byte[]> answer = post(http, message, sealed(message, header, body));
      assertThat(answer.statusCode()).as(() -> code(answer)).isEqualTo(200);
      return read(answer.body());
    }
  }

  protected static Receipt read(byte[] statement) {
    if (Statement.verify(statement, BELGRADE_KEYS.card(), "receipt")
        instanceof Statement.Verification.Verified verified) {
      return WireJson.read(verified.statement(), Receipt.class);
    }
    throw new AssertionError("The receipt is not signed by Belgrade");
  }

  protected Header opening(UUID message) {
    return header(ActKind.REQUEST, baku.id, message, ActKind.REQUEST);
  }
}
