package org.entente.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeTlsTest {
  private static final Identity SERVER = Parties.identityNow("xa.one");
  private static final Identity PARTNER = Parties.identityNow("xb.two");
  private static final Identity STRANGER = Parties.identityNow("xd.four");

  private final Collection<IdentityCard> partners =
      new CopyOnWriteArrayList<>(List.of(PARTNER.card()));
  private final List<AutoCloseable> opened = new ArrayList<>();

  /** Refused handshakes are what is tested here; the library would print a trace of each. */
  private static final Logger TLS_LOG = Logger.getLogger("org.bouncycastle.jsse");

  @BeforeAll
  static void quiet() {
    TLS_LOG.setLevel(Level.OFF);
  }

  @AfterEach
  void close() throws Exception {
    for (var each : opened) {
      each.close();
    }
  }

  /** What the server saw of one connection. */
  private record Seen(String authority, String protocol, String cipherSuite) {}

  private record Listening(int port, CompletableFuture<Seen> seen) {}

  private Listening listen() throws IOException {
    var context = NodeTls.server(SERVER, () -> partners);
    var listener =
        context.getServerSocketFactory().createServerSocket(0, 4, InetAddress.getLoopbackAddress());
    opened.add(listener);
    var seen = new CompletableFuture<Seen>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (var socket = (SSLSocket) listener.accept()) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            var session = socket.getSession();
            seen.complete(
                new Seen(
                    NodeTls.authorityOf(session.getPeerCertificates(), partners).orElse("?"),
                    session.getProtocol(),
                    session.getCipherSuite()));
            socket.getOutputStream().write('!');
            socket.getInputStream().read();
          } catch (IOException | RuntimeException e) {
            seen.completeExceptionally(e);
          }
        });
    return new Listening(listener.getLocalPort(), seen);
  }

  private static int connect(SSLContext context, int port, @Nullable SSLParameters parameters)
      throws IOException {
    try (var socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      if (parameters != null) {
        socket.setSSLParameters(parameters);
      }
      socket.startHandshake();
      return socket.getInputStream().read();
    }
  }

  @Test
  void pinnedPartnersMeetOverTls13AndKnowEachOther() throws Exception {
    var listening = listen();

    var answer = connect(NodeTls.client(PARTNER, SERVER.card()), listening.port(), null);

    assertThat(answer).isEqualTo('!');
    assertThat(listening.seen().get(10, TimeUnit.SECONDS))
        .isEqualTo(new Seen("xb.two", "TLSv1.3", "TLS_AES_256_GCM_SHA384"));
  }

  @Test
  void aClientThatIsNotPinnedIsRefusedWithAReason() throws Exception {
    var listening = listen();

    assertThatThrownBy(
            () -> connect(NodeTls.client(STRANGER, SERVER.card()), listening.port(), null))
        .isInstanceOf(IOException.class);

    assertThat(listening.seen())
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingRootCause()
        .withMessageContaining("not pinned");
  }

  @Test
  void aServerThatIsNotPinnedIsRefusedWithAReason() throws Exception {
    var listening = listen();

    assertThatThrownBy(
            () -> connect(NodeTls.client(PARTNER, STRANGER.card()), listening.port(), null))
        .isInstanceOf(IOException.class)
        .rootCause()
        .hasMessageContaining("not pinned");
  }

  @Test
  void aPartnerTakenOutOfUseIsRefusedAtTheNextHandshake() throws Exception {
    assertThat(connect(NodeTls.client(PARTNER, SERVER.card()), listen().port(), null))
        .isEqualTo('!');

    partners.clear();

    var port = listen().port();
    assertThatThrownBy(() -> connect(NodeTls.client(PARTNER, SERVER.card()), port, null))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aClientWithoutCertificateIsRefused() throws Exception {
    var listening = listen();
    var anonymous = SSLContext.getInstance("TLSv1.3", TransportProvider.JSSE);
    anonymous.init(
        null,
        new TrustManager[] {new PinnedTrust(() -> List.of(SERVER.card()))},
        Cryptography.random());

    assertThatThrownBy(() -> connect(anonymous, listening.port(), null))
        .isInstanceOf(IOException.class);
    assertThat(listening.seen()).failsWithin(Duration.ofSeconds(10));
  }

  @Test
  void anOlderProtocolIsRefused() throws Exception {
    var older = new SSLParameters();
    older.setProtocols(new String[] {"TLSv1.2"});
    older.setCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"});
    var context = SSLContext.getInstance("TLSv1.2", TransportProvider.JSSE);
    context.init(
        new KeyManager[] {new OwnTransportKey(PARTNER)},
        new TrustManager[] {new PinnedTrust(() -> List.of(SERVER.card()))},
        Cryptography.random());
    var port = listen().port();

    assertThatThrownBy(() -> connect(context, port, older)).isInstanceOf(IOException.class);
  }

  @Test
  void keyAgreementIsHybridPostQuantum() throws Exception {
    var client = NodeTls.client(PARTNER, SERVER.card()).createSSLEngine();
    var server = NodeTls.server(SERVER, () -> partners).createSSLEngine();
    var hello = flight(client);
    work(server, hello);

    var answer = flight(server);

    assertThat(agreedGroup(answer)).isEqualTo(X25519MLKEM768);
  }

  /** Its number in the registry of TLS supported groups. */
  private static final int X25519MLKEM768 = 0x11ec;

  private static ByteBuffer flight(SSLEngine engine) throws IOException {
    var out = ByteBuffer.allocate(64 * 1024);
    engine.wrap(ByteBuffer.allocate(0), out);
    return out.flip();
  }

  private static void work(SSLEngine engine, ByteBuffer in) throws IOException {
    engine.unwrap(in, ByteBuffer.allocate(64 * 1024));
    for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  /** Reads the ServerHello (RFC 8446, 4.1.3), which is in clear, up to its key share. */
  private static int agreedGroup(ByteBuffer record) {
    int recordAndHandshakeHeader = 5 + 4;
    int versionAndRandom = 2 + 32;
    int suiteAndCompression = 2 + 1;
    record.position(recordAndHandshakeHeader + versionAndRandom);
    record.position(record.get() + record.position() + suiteAndCompression);
    int end = record.getShort() + record.position();
    while (record.position() < end) {
      int type = record.getShort();
      int length = record.getShort();
      if (type == 51) {
        return record.getShort() & 0xffff;
      }
      record.position(record.position() + length);
    }
    throw new AssertionError("no key share");
  }

  @Test
  void anEngineCannotBeTalkedOutOfTheProfile() {
    var engine = NodeTls.server(SERVER, () -> partners).createSSLEngine();
    var weaker = new SSLParameters();
    weaker.setProtocols(new String[] {"TLSv1.2"});
    weaker.setApplicationProtocols(new String[] {"h2"});

    engine.setSSLParameters(weaker);
    engine.setNeedClientAuth(false);
    engine.setEnabledProtocols(new String[] {"TLSv1.2"});

    var kept = engine.getSSLParameters();
    assertThat(kept.getProtocols()).containsExactly("TLSv1.3");
    assertThat(kept.getCipherSuites()).containsExactly("TLS_AES_256_GCM_SHA384");
    assertThat(kept.getNamedGroups()).containsExactly("X25519MLKEM768", "secp256r1");
    assertThat(kept.getNeedClientAuth()).isTrue();
    assertThat(kept.getApplicationProtocols()).containsExactly("h2");
  }

  @Test
  void theJdkHttpClientReachesThePartnerByAddressAndIsKnownThere() throws Exception {
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.setHttpsConfigurator(
        new HttpsConfigurator(NodeTls.server(SERVER, () -> partners)) {
          @Override
          public void configure(HttpsParameters parameters) {
            parameters.setSSLParameters(getSSLContext().getDefaultSSLParameters());
          }
        });
    server.createContext(
        "/",
        exchange -> {
          Certificate[] peer = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates();
          var body = NodeTls.authorityOf(peer, partners).orElse("?").getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    opened.add(() -> server.stop(0));
    var address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");

    try (var client =
            HttpClient.newBuilder().sslContext(NodeTls.client(PARTNER, SERVER.card())).build();
        var other =
            HttpClient.newBuilder().sslContext(NodeTls.client(STRANGER, SERVER.card())).build()) {
      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("xb.two");
      assertThatThrownBy(
              () -> other.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aCertificateOfNobodyBelongsToNobody() {
    assertThat(NodeTls.authorityOf(null, partners)).isEmpty();
    assertThat(NodeTls.authorityOf(new Certificate[0], partners)).isEmpty();
    assertThat(
            NodeTls.authorityOf(
                new Certificate[] {STRANGER.card().transportCertificate()}, partners))
        .isEmpty();
  }
}
