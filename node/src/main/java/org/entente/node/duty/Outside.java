package org.entente.node.duty;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What of the world outside is set up for a node.
 *
 * @param spool the folder that a modem's program watches
 * @param heartbeat is called after each audit that found nothing
 */
public record Outside(
    Optional<MailServer> mail,
    Optional<Webhook> webhook,
    Optional<Path> spool,
    Optional<URI> heartbeat) {
  /** Nothing is. */
  public static final Outside NONE =
      new Outside(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * A mail server of the authority.
   *
   * @param user empty where it asks for none
   * @param from the sender's address
   */
  public record MailServer(String host, int port, String user, String password, String from) {
    @Override
    public String toString() {
      return "MailServer[" + host + "]";
    }
  }

  /**
   * A system of the authority that is called.
   *
   * @param secret both know; 32 characters or more
   */
  public record Webhook(URI address, String secret) {
    /** Shorter ones can be guessed. */
    public static final int SECRET_LEAST = 32;

    public Webhook {
      if (secret.length() < SECRET_LEAST) {
        throw new IllegalArgumentException("The secret of a webhook has 32 characters or more");
      }
    }

    @Override
    public String toString() {
      return "Webhook[" + address.getHost() + "]";
    }
  }
}
