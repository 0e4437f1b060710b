package org.entente.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Defects;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.StoreStopped;
import org.entente.node.work.Faults;
import org.entente.seal.Identity;
import org.entente.seal.NodeTls;

/**
 * The door for partners' nodes: a port of its own, mutual TLS with pinned certificates, requests of
 * {@code docs/protocol.md} alone. No page and no officer's request can be reached through it.
 */
final class PartnerServer implements AutoCloseable {
  private static final int THREADS = 64;

  /** Of one partner, worked on at the same moment; eight such partners fill the door. */
  private static final int MESSAGES_AT_ONCE = 6;

  /** Files take long: they must not keep messages waiting. */
  private static final int FILES_AT_ONCE = 2;

  private static final int IDLE_MILLIS = 60_000;

  /** When a partner that sent too much comes again. */
  private static final int RETRY_SECONDS = 10;

  /** A sealed message: content of a few hundred kilobytes at most, and 5 KB around it. */
  private static final int SEALED_MAX_BYTES = 4 << 20;

  /** An identifier in a path, as a group. */
  static final String UUID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

  private static final Pattern MESSAGE = Pattern.compile("/v1/messages/" + UUID);
  private static final Pattern RECEIPT = Pattern.compile("/v1/messages/" + UUID + "/receipt");
  private static final Pattern ATTACHMENT =
      Pattern.compile("/v1/messages/" + UUID + "/attachments/" + UUID);

  private final Server server;
  private final ServerConnector connector;

  /** Who answers behind the port: messages, and what else partners may ask. */
  record Doors(Inbox inbox, LedgerWatch watch, List<PartnerDoor> others) {}

  PartnerServer(Identity identity, Partners partners, Doors doors, Listening at) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("partner");
    server = new Server(threads);
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(
        NodeTls.server(identity, () -> partners.all().stream().map(p -> p.card()).toList()));
    tls.setNeedClientAuth(true);
    tls.setIncludeProtocols("TLSv1.3");
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.addCustomizer(new SecureRequestCustomizer(false));
    connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
    connector.setHost(at.host());
    connector.setPort(at.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    MinimumRate rate = new MinimumRate();
    rate.setHandler(new Requests(doors, partners, threads));
    server.setHandler(rate);
  }

  void start() throws Exception {
    server.start();
  }

  boolean open() {
    return server.isRunning() && connector.isOpen();
  }

  /**
   * The port that was opened; another than the one asked for when that was 0.
   *
   * @throws IllegalStateException when it is not open
   */
  int port() {
    int port = connector.getLocalPort();
    if (port <= 0) {
      throw new IllegalStateException("The port for partners is not open");
    }
    return port;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The partner door did not close cleanly", e);
    }
  }

  /** Routes a partner's request to the inbox. */
  private static final class Requests extends Handler.Abstract {
    private final Inbox inbox;
    private final LedgerWatch watch;
    private final Partners partners;
    private final List<PartnerDoor> doors;
    private final FairShare messages = new FairShare(MESSAGES_AT_ONCE);
    private final FairShare files = new FairShare(FILES_AT_ONCE);
    private final Executor threads;

    Requests(Doors doors, Partners partners, Executor threads) {
      this.threads = threads;
      this.inbox = doors.inbox();
      this.watch = doors.watch();
      this.partners = partners;
      this.doors = List.copyOf(doors.others());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Optional<Partner> peer = peer(request).flatMap(partners::find);
      if (peer.isEmpty()) {
        answer(response, callback, new Problem(403, "not-a-partner"));
      } else if (!(request.getMethod().equals("PUT") ? files : messages)
          .take(peer.get().id(), threads, () -> serve(peer.get(), request, response, callback))) {
        answer(response, callback, new Problem(429, "too-many-requests"));
      }
      return true;
    }

    private void serve(Partner peer, Request request, Response response, Callback callback) {
      try {
        Optional<PartnerDoor> door = door(request);
        Optional<Problem> against =
            door.filter(PartnerDoor::openToAll).isPresent() ? Optional.empty() : against(peer.id());
        if (against.isPresent()) {
          answer(response, callback, against.get());
        } else if (door.isPresent()) {
          knock(door.get(), peer.id(), request, response, callback);
        } else {
          route(peer.id(), request, response, callback);
        }
      } catch (IOException e) {
        answer(response, callback, new Problem(503, "disk-or-line"));
      } catch (StoreStopped e) {
        answer(response, callback, new Problem(503, "stopping"));
      } catch (RuntimeException e) {
        Defects.note("partner-port", e);
        answer(response, callback, new Problem(500, "defect"));
      } catch (Error e) { // It may come later, on a thread where nobody else would answer.
        Faults.met("A request of " + peer.id(), e);
        answer(response, callback, new Problem(500, "defect"));
      }
    }

    private Optional<AuthorityId> peer(Request request) {
      Object data = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
      X509Certificate[] chain =
          data instanceof EndPoint.SslSessionData session ? session.peerCertificates() : null;
      return chain == null
          ? Optional.empty()
          : NodeTls.authorityOf(chain, partners.all().stream().map(p -> p.card()).toList())
              .map(AuthorityId::new);
    }

    /** Nothing is taken from a partner before ledgers were compared, nor after they did not fit. */
    private Optional<Problem> against(AuthorityId peer) {
      return watch
          .stop(peer)
          .map(code -> new Problem(403, LedgerWatch.told(code)))
          .or(() ->
              watch.compared(peer) ? Optional.empty() : Optional.of(new Problem(503, "comparing")));
    }

    private Optional<PartnerDoor> door(Request request) {
      String path = Request.getPathInContext(request);
      return doors.stream()
          .filter(door -> door.method().equals(request.getMethod()))
          .filter(door -> door.path().matcher(path).matches())
          .findFirst();
    }

    private void route(AuthorityId peer, Request request, Response response, Callback callback)
        throws IOException {
      String path = Request.getPathInContext(request);
      Matcher message = MESSAGE.matcher(path);
      Matcher receipt = RECEIPT.matcher(path);
      Matcher attachment = ATTACHMENT.matcher(path);
      String method = request.getMethod();
      if (method.equals("POST") && message.matches() && !inbox.mayCome(peer)) {
        answer(response, callback, new Problem(429, "too-many-messages"));
      } else if (method.equals("POST") && message.matches()) {
        byte[] sealed = body(request, SEALED_MAX_BYTES);
        if (sealed.length > SEALED_MAX_BYTES) {
          answer(response, callback, new Problem(413, "too-large"));
        } else {
          answer(response, callback, inbox.take(peer, MessageId.of(message.group(1)), sealed));
        }
      } else if (method.equals("GET") && receipt.matches()) {
        answer(response, callback, inbox.receipt(peer, MessageId.of(receipt.group(1))));
      } else if (method.equals("PUT") && attachment.matches()) {
        put(peer, attachment, request, response, callback);
      } else {
        answer(response, callback, new Problem(404, "unknown-request"));
      }
    }

    private static void knock(
        PartnerDoor door, AuthorityId peer, Request request, Response response, Callback callback)
        throws IOException {
      Matcher path = door.path().matcher(Request.getPathInContext(request));
      byte[] body = body(request, door.mostBytes());
      if (body.length > door.mostBytes()) {
        answer(response, callback, new Problem(413, "too-large"));
      } else {
        String group = path.matches() && path.groupCount() > 0 ? path.group(1) : "";
        PartnerDoor.Reply reply = door.answer(peer, group, body);
        write(response, callback, reply.status(), reply.type(), reply.body());
      }
    }

    private void put(
        AuthorityId peer, Matcher path, Request request, Response response, Callback callback)
        throws IOException {
      Fields query = Request.extractQueryParameters(request);
      String from = query.getValue("from");
      if (from == null || !from.matches("[0-9]{1,18}")) {
        answer(response, callback, new Problem(400, "offset-missing"));
        return;
      }
      try (InputStream rest = Content.Source.asInputStream(request)) {
        Optional<Problem> problem =
            inbox.attach(
                peer,
                MessageId.of(path.group(1)),
                AttachmentId.of(path.group(2)),
                Long.parseLong(from),
                rest);
        if (problem.isPresent()) {
          answer(response, callback, problem.get());
        } else {
          write(response, callback, 200, "application/octet-stream", new byte[0]);
        }
      }
    }

    private static byte[] body(Request request, int most) throws IOException {
      try (InputStream in = Content.Source.asInputStream(request)) {
        return in.readNBytes(most + 1);
      }
    }

    private static void answer(Response response, Callback callback, Inbox.Taking taking) {
      switch (taking) {
        case Inbox.Taking.Receipted r ->
            write(response, callback, 200, "application/pkcs7-mime", r.statement());
        case Inbox.Taking.Missing m ->
            write(
                response,
                callback,
                202,
                "application/json",
                WireJson.bytes(new PartnerClient.MissingList(m.attachments())));
        case Inbox.Taking.Failed f -> answer(response, callback, f.problem());
      }
    }

    private static void answer(Response response, Callback callback, Problem problem) {
      if (problem.status() == 429) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
      }
      write(response, callback, problem.status(), "application/problem+json", problem.bytes());
    }

    private static void write(
        Response response, Callback callback, int status, String type, byte[] body) {
      response.setStatus(status);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}
