package org.entente.node.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.entente.node.partners.Partner;
import org.entente.seal.Identity;
import org.entente.seal.NodeTls;

/**
 * Lines to partners for requests that are answered at once. One client a partner keeps its
 * connections open, because a handshake costs more than a short request. Safe for use by many
 * threads.
 */
public final class PartnerLines implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Identity own;
  private final Map<Partner, HttpClient> clients = new HashMap<>();

  public PartnerLines(Identity own) {
    this.own = own;
  }

  /** What came of a request. */
  public sealed interface Answer {
    /** The partner's node answered. */
    @SuppressWarnings("ArrayRecordComponent")
    record Came(byte[] body) implements Answer {}

    /**
     * It did not, or with a problem.
     *
     * @param code stable: the partner's problem, or what is wrong with the line
     * @param line whether the line or the partner's node is at fault, and not the request
     */
    record Failed(String code, boolean line) implements Answer {}
  }

  /**
   * @param mostBytes a longer answer is refused
   */
  public record Wanted(String path, Duration patience, int mostBytes) {}

  public Answer get(Partner partner, Wanted wanted) throws InterruptedException {
    return exchange(partner, wanted, request(partner, wanted).GET());
  }

  public Answer post(Partner partner, Wanted wanted, byte[] body) throws InterruptedException {
    return exchange(
        partner,
        wanted,
        request(partner, wanted)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static HttpRequest.Builder request(Partner partner, Wanted wanted) {
    URI target = partner.address().resolve(wanted.path());
    return HttpRequest.newBuilder(target).timeout(wanted.patience());
  }

  private Answer exchange(Partner partner, Wanted wanted, HttpRequest.Builder request)
      throws InterruptedException {
    try {
      HttpResponse<byte[]> response =
          LimitedExchange.send(
              client(partner),
              request.build(),
              new LimitedExchange.Limits(wanted.mostBytes() + 1, wanted.patience()));
      byte[] bytes = response.body();
      return switch (response.statusCode()) {
        case 200 ->
            bytes.length > wanted.mostBytes()
                ? new Answer.Failed("answer-malformed", false)
                : new Answer.Came(bytes);
        case 429, 503 -> new Answer.Failed("partner-busy", true);
        case 507 -> new Answer.Failed("partner-disk-full", true);
        default -> new Answer.Failed(Problem.codeOf(bytes), false);
      };
    } catch (IOException e) {
      return new Answer.Failed(codeOf(e), true);
    }
  }

  /** The code of what is wrong with a line. */
  static String codeOf(IOException fault) {
    return switch (fault) {
      case HttpTimeoutException e -> "timed-out";
      case ConnectException e -> "not-reachable";
      case SSLException e -> "not-trusted";
      default -> "line-cut";
    };
  }

  private synchronized HttpClient client(Partner partner) {
    return clients.computeIfAbsent(
        partner,
        p ->
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(NodeTls.client(own, p.card()))
                .connectTimeout(CONNECT)
                .build());
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(HttpClient::shutdownNow);
    clients.clear();
  }
}
