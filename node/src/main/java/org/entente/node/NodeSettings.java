package org.entente.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entente.evidence.TrustedServices;
import org.entente.node.countersigning.Pace;
import org.entente.node.delivery.Dispatch;
import org.entente.node.delivery.Listening;
import org.entente.node.duty.Outside;
import org.entente.node.evidence.TimeService;
import org.entente.node.officers.Officers;
import org.entente.node.records.SearchCluster;
import org.entente.node.store.ShelfSettings;
import org.entente.node.store.StoreSettings;
import org.entente.node.web.frame.Appearance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an administrator sets in {@code application.properties} of the node's folder.
 *
 * @param authority this authority, such as {@code az.mia}
 * @param folder where keys, database and attachments lie
 * @param partnerHost address on which partners' nodes are listened for
 * @param partnerPort port for partners' nodes
 * @param partnerCasesAnHour how many cases a partner may open in an hour, 2000 when not set; what
 *     is beyond that waits at the partner
 * @param proxy addresses of the proxy before the pages, separated by commas; none when not set
 * @param proxyHeader which header it writes the client's address into, {@code X-Forwarded-For} when
 *     not set, or {@code Forwarded}
 * @param database address of a PostgreSQL database; the embedded one when not set
 * @param databaseUser its user
 * @param databasePassword its password
 * @param keyShelf address of a PostgreSQL database that holds the key shelf, needed where several
 *     replicas share a database, or the path of a folder; in {@code keys} of the node's folder when
 *     not set
 * @param keyShelfUser its user
 * @param keyShelfPassword its password
 * @param tokenLibrary PKCS#11 library of a token that locks the keys a second time; none when not
 *     set
 * @param tokenSlot which of its slots with a token, from 0
 * @param searchCluster address of an OpenSearch cluster that holds the search index; it lies in the
 *     node's folder when not set
 * @param searchClusterUser its user
 * @param searchClusterPassword its password
 * @param evidence how evidence files are made
 * @param contactPoint whose contact point for cross-border exchange this node is; the authority's
 *     own when not set
 * @param appearance the face of the house
 * @param duty how officers are reached at night
 */
@ConfigurationProperties("entente")
public record NodeSettings(
    String authority,
    Path folder,
    String partnerHost,
    int partnerPort,
    @Nullable Integer partnerCasesAnHour,
    @Nullable String proxy,
    @Nullable String proxyHeader,
    @Nullable String database,
    @Nullable String databaseUser,
    @Nullable String databasePassword,
    @Nullable String keyShelf,
    @Nullable String keyShelfUser,
    @Nullable String keyShelfPassword,
    @Nullable Path tokenLibrary,
    @Nullable Integer tokenSlot,
    @Nullable String searchCluster,
    @Nullable String searchClusterUser,
    @Nullable String searchClusterPassword,
    @Nullable EvidenceSettings evidence,
    @Nullable ContactPoint contactPoint,
    @Nullable AppearanceSettings appearance,
    @Nullable DutySettings duty) {
  /** Whose node this is (Directive (EU) 2023/977 Art. 4(1)). */
  public enum ContactPoint {
    /** The contact point's. */
    OWN,
    /** That of a designated authority, which owes its contact point a copy. */
    OTHER
  }

  /**
   * How evidence files are made.
   *
   * @param timestamps address of a time stamping service (RFC 3161); none when not set
   * @param timestampCertificates file with the certificates to trust for it: its own or its
   *     issuer's, PEM or DER
   */
  public record EvidenceSettings(
      @Nullable String timestamps, @Nullable Path timestampCertificates) {}

  /**
   * The face of the house.
   *
   * @param accent its colour: {@code blue}, {@code green}, {@code teal}, {@code purple}, {@code
   *     burgundy} or {@code slate}
   * @param occasion {@code operation}, or {@code demonstration} or {@code test}, which every page
   *     then says
   */
  public record AppearanceSettings(
      Appearance.@Nullable Accent accent, Appearance.@Nullable Occasion occasion) {}

  /**
   * How officers are reached at night; nothing of it is needed.
   *
   * @param mailServer name of a mail server of the authority
   * @param mailPort its port, 587 when not set
   * @param mailUser its user; none when not set
   * @param mailPassword its password
   * @param mailFrom the sender's address
   * @param webhook address of a system of the authority that is called
   * @param webhookSecret both know, 32 characters or more
   * @param smsSpool folder that the program of a modem watches
   * @param heartbeat address that is called each minute while all alarms go on
   */
  public record DutySettings(
      @Nullable String mailServer,
      @Nullable Integer mailPort,
      @Nullable String mailUser,
      @Nullable String mailPassword,
      @Nullable String mailFrom,
      @Nullable String webhook,
      @Nullable String webhookSecret,
      @Nullable Path smsSpool,
      @Nullable String heartbeat) {
    private static final int SUBMISSION = 587;

    /**
     * What of it is set.
     *
     * @throws Setup.SetupFault when something belongs to it that is missing
     */
    Outside outside(Path folder) {
      return new Outside(
          mail(),
          hook(),
          Optional.ofNullable(smsSpool).map(folder::resolve),
          Optional.ofNullable(heartbeat).map(text -> address("heartbeat", text)));
    }

    private Optional<Outside.MailServer> mail() {
      if (mailServer == null || mailServer.isBlank()) {
        return Optional.empty();
      }
      if (mailFrom == null || !mailFrom.matches("[^@\\s]+@[^@\\s]+")) {
        throw new Setup.SetupFault(
            "entente.duty.mail-server is set without entente.duty.mail-from: give the address of"
                + " the sender.");
      }
      return Optional.of(
          new Outside.MailServer(
              mailServer.strip(),
              mailPort == null ? SUBMISSION : mailPort,
              mailUser == null ? "" : mailUser,
              mailPassword == null ? "" : mailPassword,
              mailFrom.strip()));
    }

    private Optional<Outside.Webhook> hook() {
      if (webhook == null || webhook.isBlank()) {
        return Optional.empty();
      }
      if (webhookSecret == null || webhookSecret.length() < Outside.Webhook.SECRET_LEAST) {
        throw new Setup.SetupFault(
            "entente.duty.webhook is set without entente.duty.webhook-secret: give 32 characters or"
                + " more that both know.");
      }
      return Optional.of(new Outside.Webhook(address("webhook", webhook), webhookSecret));
    }

    private static URI address(String name, String text) {
      try {
        URI address = URI.create(text.strip());
        boolean here = "127.0.0.1".equals(address.getHost());
        if ("https".equals(address.getScheme()) || (here && "http".equals(address.getScheme()))) {
          return address;
        }
      } catch (IllegalArgumentException e) {
        // Said below.
      }
      throw new Setup.SetupFault(
          "entente.duty." + name + " is an address that begins with https://");
    }

    @Override
    public String toString() {
      return "DutySettings[…]";
    }
  }

  /**
   * What these settings say of the node's realm.
   *
   * @throws Setup.SetupFault when a file that they name is missing or broken
   */
  Realm realm() throws IOException {
    return new Realm(
        folder,
        store(),
        TokenLock.of(this),
        new Listening(partnerHost, partnerPort),
        search(),
        timeService(),
        contactPoint != ContactPoint.OTHER,
        Pace.USUAL,
        Officers.ARGON2ID,
        casesAnHour(),
        duty == null ? Outside.NONE : duty.outside(folder),
        List.of(),
        UnaryOperator.identity());
  }

  private int casesAnHour() {
    if (partnerCasesAnHour == null) {
      return Dispatch.CASES_AN_HOUR;
    }
    if (partnerCasesAnHour < 1) {
      throw new Setup.SetupFault(
          "entente.partner-cases-an-hour is at least 1: with 0 no partner could ask anything.");
    }
    return partnerCasesAnHour;
  }

  StoreSettings store() {
    return database == null || database.isBlank()
        ? StoreSettings.embedded(folder.resolve("node.db"), shelf())
        : new StoreSettings(
            database,
            databaseUser == null ? "" : databaseUser,
            databasePassword == null ? "" : databasePassword,
            shelf());
  }

  private ShelfSettings shelf() {
    if (keyShelf == null || keyShelf.isBlank()) {
      return StoreSettings.shelfIn(folder);
    }
    return keyShelf.startsWith("jdbc:")
        ? new ShelfSettings(
            keyShelf,
            keyShelfUser == null ? "" : keyShelfUser,
            keyShelfPassword == null ? "" : keyShelfPassword)
        : ShelfSettings.embedded(Path.of(keyShelf).resolve("shelf.db"));
  }

  /**
   * The time stamping service, if one is set.
   *
   * @throws Setup.SetupFault when its certificates are missing or no certificates
   */
  Optional<TimeService> timeService() throws IOException {
    if (evidence == null || evidence.timestamps() == null || evidence.timestamps().isBlank()) {
      return Optional.empty();
    }
    if (evidence.timestampCertificates() == null) {
      throw new Setup.SetupFault(
          "entente.evidence.timestamps is set without entente.evidence.timestamp-certificates:"
              + " name the file with the certificate of the service.");
    }
    Path file = folder.resolve(evidence.timestampCertificates());
    try {
      return Optional.of(
          new TimeService(
              URI.create(evidence.timestamps().strip()),
              TrustedServices.read(Files.readAllBytes(file))));
    } catch (CertificateException | NoSuchFileException e) {
      throw new Setup.SetupFault(
          "The file that entente.evidence.timestamp-certificates names holds no certificate.");
    }
  }

  Optional<SearchCluster> search() {
    return searchCluster == null || searchCluster.isBlank()
        ? Optional.empty()
        : Optional.of(
            new SearchCluster(
                URI.create(searchCluster),
                searchClusterUser == null ? "" : searchClusterUser,
                searchClusterPassword == null ? "" : searchClusterPassword));
  }

  @Override
  public String toString() {
    return "NodeSettings[" + authority + "]";
  }
}
