package org.entente.node.duty;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.duty.Attempt;

/**
 * E-mail through a server of the authority (RFC 5321). The line is encrypted with STARTTLS (RFC
 * 3207) and the server's name is checked; a server on this machine needs neither.
 */
final class MailOutlet implements Outlet {
  /** Connecting and each of the nine answers that are waited for; together less than a lease. */
  private static final String PATIENCE_MILLIS = "3000";

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1", "localhost");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");

  private final Outside.MailServer server;
  private final Session session;

  MailOutlet(Outside.MailServer server) {
    this.server = server;
    this.session = Session.getInstance(properties(server));
  }

  static Properties properties(Outside.MailServer server) {
    Properties set = new Properties();
    set.setProperty("mail.smtp.host", server.host());
    set.setProperty("mail.smtp.port", String.valueOf(server.port()));
    set.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    set.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    set.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    set.setProperty("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
    set.setProperty("mail.smtp.from", server.from());
    boolean far = !THIS_MACHINE.contains(server.host());
    set.setProperty("mail.smtp.starttls.enable", String.valueOf(far));
    set.setProperty("mail.smtp.starttls.required", String.valueOf(far));
    set.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return set;
  }

  @Override
  public boolean takes(String address) {
    return ADDRESS.matcher(address).matches();
  }

  @Override
  public Attempt.Outcome send(UUID id, String address, String text) {
    try {
      MimeMessage message = new Named(session, id, server.from());
      message.setFrom(new InternetAddress(server.from()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
      message.setSubject(text, StandardCharsets.UTF_8.name());
      message.setHeader("X-Priority", "1");
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setText(text, StandardCharsets.UTF_8.name());
      try (Transport line = session.getTransport("smtp")) {
        if (server.user().isEmpty()) {
          line.connect();
        } else {
          line.connect(server.user(), server.password());
        }
        message.saveChanges();
        line.sendMessage(message, message.getAllRecipients());
      }
      return new Attempt.Outcome.Left();
    } catch (AddressException e) {
      return new Attempt.Outcome.Not("address-refused", true);
    } catch (SendFailedException e) {
      return new Attempt.Outcome.Not(
          "address-refused", e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0);
    } catch (AuthenticationFailedException e) {
      return new Attempt.Outcome.Not("sign-in-refused", true);
    } catch (MessagingException e) {
      return new Attempt.Outcome.Not("server-silent", false);
    }
  }

  /** Each try of an attempt carries the same Message-ID, so that a mailbox may join them. */
  private static final class Named extends MimeMessage {
    private final UUID id;
    private final String from;

    private Named(Session session, UUID id, String from) {
      super(session);
      this.id = id;
      this.from = from;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + from.substring(from.indexOf('@')) + ">");
    }
  }
}
