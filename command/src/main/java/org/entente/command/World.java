package org.entente.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** What lies outside of a node at night: a mail server and a switchboard, on this machine. */
final class World implements AutoCloseable {
  private static final int SECRET_BYTES = 24;

  private final String secret;
  private final Letterbox letterbox;
  private final Switchboard switchboard;

  World() throws IOException {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    this.secret = HexFormat.of().formatHex(random);
    this.letterbox = new Letterbox();
    this.switchboard = new Switchboard(secret);
  }

  Letterbox letterbox() {
    return letterbox;
  }

  Switchboard switchboard() {
    return switchboard;
  }

  /** How a node that is started reaches it: options of its virtual machine. */
  List<String> options() {
    return List.of(
        "-Dentente.duty.mail-server=127.0.0.1",
        "-Dentente.duty.mail-port=" + letterbox.port(),
        "-Dentente.duty.mail-from=entente@mup.rs.example",
        "-Dentente.duty.webhook=" + switchboard.address(),
        "-Dentente.duty.webhook-secret=" + secret);
  }

  @Override
  public void close() throws IOException {
    letterbox.close();
    switchboard.close();
  }
}
