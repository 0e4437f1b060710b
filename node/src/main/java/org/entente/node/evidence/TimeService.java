package org.entente.node.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.entente.evidence.SignedFiles;
import org.entente.evidence.TimeStampQuestion;
import org.entente.evidence.TrustedServices;
import org.entente.node.delivery.LimitedExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A time stamping service (RFC 3161) that the administrator chose. It is sent the digest of a
 * signature and nothing else. What it answers is believed only with a certificate that was given;
 * so plain http, which most services speak, is enough. Safe for use by many threads.
 *
 * @param address http or https
 * @param trusted its certificate, or that of its issuer
 */
public record TimeService(URI address, TrustedServices trusted) {
  private static final Logger LOG = LoggerFactory.getLogger(TimeService.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  /** Refuses an address that is none of a service. */
  public TimeService {
    if (address.getHost() == null
        || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
      throw new IllegalArgumentException(
          "entente.evidence.timestamps is the address of a service, http:// or https://");
    }
  }

  /** Puts a time stamp over a signature; empty when the service does not vouch for it. */
  Optional<SignedFiles> stamp(SignedFiles files) {
    TimeStampQuestion question = files.question();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Content-Type", "application/timestamp-query")
            .POST(BodyPublishers.ofByteArray(question.bytes()))
            .build();
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build()) {
      HttpResponse<byte[]> response =
          LimitedExchange.send(
              http,
              request,
              new LimitedExchange.Limits(TimeStampQuestion.MAX_ANSWER_BYTES + 1, ANSWER));
      Optional<SignedFiles> stamped =
          response.statusCode() == 200
              ? files.stamped(question, response.body(), trusted)
              : Optional.empty();
      if (stamped.isEmpty()) {
        LOG.warn(
            "The time stamping service answered {} with nothing that can be relied on.",
            response.statusCode());
      }
      return stamped;
    } catch (IOException e) {
      LOG.warn("The time stamping service does not answer ({}).", e.getClass().getSimpleName());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "TimeService[" + address.getHost() + "]";
  }
}
