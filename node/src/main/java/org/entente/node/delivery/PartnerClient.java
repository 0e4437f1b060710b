package org.entente.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.Partner;
import org.entente.node.store.Blobs;
import org.entente.seal.Identity;
import org.entente.seal.NodeTls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Speaks to one partner's node, as {@code docs/protocol.md} describes. Safe for use by many
 * threads.
 */
final class PartnerClient {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** Eight gigabytes over a thin line. */
  private static final Duration ATTACHMENT = Duration.ofHours(12);

  /** So long no byte of an attachment leaves before the line counts as dead; a test waits less. */
  static volatile Duration standsStill = Duration.ofSeconds(60);

  /** Bytes of an attachment that the slowest partner checks in a second. */
  private static final long CHECKED_A_SECOND = 8L << 20;

  /** A signed receipt is about seven kilobytes. */
  private static final int ANSWER_MAX_BYTES = 256 << 10;

  private final HttpClient http;
  private final Partner partner;
  private final Blobs blobs;

  PartnerClient(Identity own, Partner partner, Blobs blobs) {
    this.partner = partner;
    this.blobs = blobs;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(NodeTls.client(own, partner.card()))
            .connectTimeout(CONNECT)
            .build();
  }

  /** What the partner's node answered. */
  sealed interface Answer {
    record Receipted(byte[] statement) implements Answer {}

    record Missing(List<MissingAttachment> attachments) implements Answer {}

    record Failed(Fault fault) implements Answer {}
  }

  /** An attachment the partner has up to {@code fromByte}. */
  record MissingAttachment(AttachmentId id, long fromByte) {}

  /** The form of the answer that lists them. */
  record MissingList(List<MissingAttachment> missing) {
    MissingList {
      missing = List.copyOf(missing);
    }
  }

  Answer post(MessageId id, byte[] sealed) throws InterruptedException {
    return exchange(
        request("/v1/messages/" + id, ANSWER)
            .header("Content-Type", "application/pkcs7-mime")
            .POST(BodyPublishers.ofByteArray(sealed)));
  }

  /** Asks for a receipt that may have been lost on the way. */
  Answer lostReceipt(MessageId id) throws InterruptedException {
    return exchange(request("/v1/messages/" + id + "/receipt", ANSWER).GET());
  }

  /** Sends the rest of an attachment; empty when the partner took it. */
  Optional<Fault> put(MessageId message, MissingAttachment missing) throws InterruptedException {
    String path =
        "/v1/messages/" + message + "/attachments/" + missing.id() + "?from=" + missing.fromByte();
    LimitedExchange.Progress progress =
        new LimitedExchange.Progress(
            standsStill,
            standsStill.multipliedBy(2).plusSeconds(bytesOf(missing) / CHECKED_A_SECOND));
    Answer answer =
        exchange(
            request(path, ATTACHMENT)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofInputStream(() -> progress.watched(rest(missing)))),
            ATTACHMENT,
            progress);
    return answer instanceof Answer.Failed failed ? Optional.of(failed.fault()) : Optional.empty();
  }

  private long bytesOf(MissingAttachment missing) {
    try {
      return Files.size(blobs.kept(missing.id().value()));
    } catch (IOException e) {
      return 0; // It cannot be read either, and the partner says what it misses.
    }
  }

  private InputStream rest(MissingAttachment missing) {
    try {
      SeekableByteChannel file = Files.newByteChannel(blobs.kept(missing.id().value()));
      return Channels.newInputStream(file.position(missing.fromByte()));
    } catch (IOException e) {
      return InputStream.nullInputStream(); // The partner then misses the rest and says so.
    }
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    URI target = partner.address().resolve(path);
    return HttpRequest.newBuilder(target).timeout(timeout);
  }

  private Answer exchange(HttpRequest.Builder request) throws InterruptedException {
    return exchange(request, ANSWER, null);
  }

  private Answer exchange(
      HttpRequest.Builder request, Duration total, LimitedExchange.@Nullable Progress progress)
      throws InterruptedException {
    try {
      HttpResponse<byte[]> response =
          LimitedExchange.send(
              http, request.build(), new LimitedExchange.Limits(ANSWER_MAX_BYTES, total), progress);
      byte[] bytes = response.body();
      return switch (response.statusCode()) {
        case 200 -> new Answer.Receipted(bytes);
        case 202 -> new Answer.Missing(WireJson.read(bytes, MissingList.class).missing());
        case 429 -> failed("partner-full", true);
        case 503 -> failed("partner-busy", true);
        case 507 -> failed("partner-disk-full", true);
        default -> failed(Problem.codeOf(bytes), false);
      };
    } catch (JacksonException e) {
      return failed("answer-malformed", false);
    } catch (IOException e) {
      return failed(PartnerLines.codeOf(e), true);
    }
  }

  private static Answer failed(String code, boolean line) {
    return new Answer.Failed(new Fault(code, line));
  }
}
