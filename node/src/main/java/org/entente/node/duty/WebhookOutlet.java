package org.entente.node.duty;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.duty.Attempt;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed call to a system of the authority, such as its switchboard: {@code POST} with a JSON
 * body, the headers {@code Entente-Id}, {@code Entente-Time} (seconds since 1970) and {@code
 * Entente-Signature}, which is HMAC-SHA-256 over identifier, time and body with dots between them,
 * hexadecimal. The receiver refuses a time that is more than five minutes away, and an identifier
 * that it has had.
 */
final class WebhookOutlet implements Outlet {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._+-]{1,60}");

  private final Outside.Webhook target;
  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE.dividedBy(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** The body, in this order. */
  private record Call(String to, String text) {}

  WebhookOutlet(Outside.Webhook target, InstantSource clock) {
    this.target = target;
    this.clock = clock;
  }

  @Override
  public boolean takes(String address) {
    return NAME.matcher(address).matches();
  }

  @Override
  public Attempt.Outcome send(UUID id, String address, String text) {
    String time = String.valueOf(clock.instant().getEpochSecond());
    String body = JsonMapper.shared().writeValueAsString(new Call(address, text));
    HttpRequest request =
        HttpRequest.newBuilder(target.address())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Entente-Id", id.toString())
            .header("Entente-Time", time)
            .header("Entente-Signature", signature(target.secret(), id.toString(), time, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      answer.body().close(); // What it says beside the status is of no interest.
      int status = answer.statusCode();
      return status >= 200 && status < 300
          ? new Attempt.Outcome.Came()
          : new Attempt.Outcome.Not("answered-" + status, status >= 400 && status < 500);
    } catch (IOException e) {
      return new Attempt.Outcome.Not("not-reachable", false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Attempt.Outcome.Not("interrupted", false);
    }
  }

  /** What stands in the header of a call. */
  static String signature(String secret, String id, String time, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
