package org.entente.node.countersigning;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.entente.node.delivery.LimitedExchange;
import org.entente.node.partners.Partner;
import org.entente.seal.Identity;
import org.entente.seal.NodeTls;

/** Asks one partner's node about ledgers. One round of questions is one connection. */
final class WitnessClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** A head with its signatures is a few kilobytes. */
  private static final int ANSWER_MAX_BYTES = 256 << 10;

  private final HttpClient http;
  private final Partner partner;

  WitnessClient(Identity own, Partner partner) {
    this.partner = partner;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(NodeTls.client(own, partner.card()))
            .connectTimeout(CONNECT)
            .build();
  }

  /** What came back. */
  record Reply(int status, byte[] body) {}

  /** Empty when the partner's node did not answer. */
  Optional<Reply> get(String path) throws InterruptedException {
    return send(request(path).GET());
  }

  Optional<Reply> post(String path, byte[] body) throws InterruptedException {
    return send(request(path).POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(partner.address().resolve(path)).timeout(ANSWER);
  }

  private Optional<Reply> send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<byte[]> response =
          LimitedExchange.send(
              http, request.build(), new LimitedExchange.Limits(ANSWER_MAX_BYTES + 1, ANSWER));
      return response.body().length > ANSWER_MAX_BYTES
          ? Optional.empty()
          : Optional.of(new Reply(response.statusCode(), response.body()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
