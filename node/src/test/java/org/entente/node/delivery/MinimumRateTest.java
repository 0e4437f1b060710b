package org.entente.node.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MinimumRateTest {
  private final AtomicLong nanos = new AtomicLong();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    MinimumRate rate = new MinimumRate(nanos::get);
    rate.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            int status = 200;
            try (InputStream in = Content.Source.asInputStream(request)) {
              in.read();
              asked.countDown();
              in.readAllBytes();
            } catch (IOException e) {
              status = 408;
            }
            response.setStatus(status);
            callback.succeeded();
            return true;
          }
        });
    server.setHandler(rate);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void aBodyThatTricklesIsGivenUp() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nx"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      asked.await();
      nanos.addAndGet(Duration.ofSeconds(15).toNanos());
      out.write('x');
      out.flush();

      assertThat(status(socket)).contains(" 408 ");
    }
  }

  @Test
  void aBodyThatComesInOneGoIsTaken() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[100_000]);
      out.flush();

      assertThat(status(socket)).contains(" 200 ");
    }
  }

  private static String status(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  @Test
  void aThinLineIsNoTrickle() {
    assertThat(MinimumRate.tooSlow(10 * 1024, Duration.ofSeconds(15))).isFalse();
    assertThat(MinimumRate.tooSlow(1, MinimumRate.GRACE)).isFalse();
    assertThat(MinimumRate.tooSlow(3, Duration.ofSeconds(15))).isTrue();
  }
}
