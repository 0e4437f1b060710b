package org.entente.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The system of an authority that a node calls: it takes calls that are signed, and no others. */
final class Switchboard implements AutoCloseable {
  private static final String ALGORITHM = "HmacSHA256";

  private final HttpServer door;
  private final String secret;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  /**
   * @param secret what the node signs its calls with
   */
  Switchboard(String secret) throws IOException {
    this.secret = secret;
    this.door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/", this::take);
    door.start();
  }

  String address() {
    return "http://127.0.0.1:" + door.getAddress().getPort() + "/";
  }

  /** Bodies of the calls that were signed, the newest last. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String said = call.getRequestHeaders().getFirst("Entente-Signature");
      boolean signed =
          said != null
              && MessageDigest.isEqual(
                  said.getBytes(StandardCharsets.US_ASCII),
                  signature(
                          header(call, "Entente-Id")
                              + "."
                              + header(call, "Entente-Time")
                              + "."
                              + body)
                      .getBytes(StandardCharsets.US_ASCII));
      if (signed) {
        calls.add(body);
      }
      call.sendResponseHeaders(signed ? 204 : 401, -1);
    }
  }

  private static String header(HttpExchange call, String name) {
    return String.valueOf(call.getRequestHeaders().getFirst(name));
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  @Override
  public void close() {
    door.stop(0);
  }
}
