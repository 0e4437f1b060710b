package org.entente.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.entente.seal.IdentityException;

/**
 * The folder of one node: keys, settings, and what it takes at its first start. The settings are
 * written last, so a folder without them was begun and not finished.
 */
public final class NodeFolder {
  private static final Duration VALIDITY = Duration.ofDays(1_825);
  private static final int PASSPHRASE_BYTES = 32;

  private final Path folder;

  NodeFolder(Path folder) {
    this.folder = folder;
  }

  /** Where and as whom a node runs. */
  record Place(String authority, String name, int webPort, int partnerPort) {}

  public Path path() {
    return folder;
  }

  boolean founded() {
    return Files.exists(settings());
  }

  boolean begun() {
    return Files.exists(folder) && !founded();
  }

  private Path settings() {
    return folder.resolve("application.properties");
  }

  /** Makes keys; the public half is the card that partners get. */
  IdentityCard makeIdentity(Place place) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
    byte[] random = new byte[PASSPHRASE_BYTES];
    new SecureRandom().nextBytes(random);
    String passphrase = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Identity identity =
        Identity.create(place.authority(), place.name(), InstantSource.system(), VALIDITY);
    secret("passphrase", passphrase + "\n");
    identity.save(folder.resolve("identity.p12"), passphrase.toCharArray());
    write("identity.card", identity.card().text());
    return identity.card();
  }

  /** The identity that lies in the folder. */
  public Identity identity() throws IOException {
    String passphrase =
        Files.readString(folder.resolve("passphrase"), StandardCharsets.UTF_8).strip();
    try {
      return Identity.load(folder.resolve("identity.p12"), passphrase.toCharArray());
    } catch (IdentityException e) {
      throw new Stop("The identity in " + folder + " cannot be opened: " + e.getMessage());
    }
  }

  /** Lays an agreement ready for the first start. */
  void layAgreement(
      String name,
      byte[] instrument,
      byte[] arrangement,
      byte[] history,
      IdentityCard partner,
      String address)
      throws IOException {
    Path to = Files.createDirectories(folder.resolve("setup/agreements").resolve(name));
    Files.write(to.resolve("instrument.json"), instrument);
    Files.write(to.resolve("arrangement.json"), arrangement);
    Files.write(to.resolve("history.json"), history);
    Files.writeString(to.resolve("partner.card"), partner.text());
    Files.writeString(to.resolve("partner.address"), address + "\n");
  }

  /** Lays the first officers ready; the node removes the file once it was read. */
  void layOfficers(String json) throws IOException {
    Files.createDirectories(folder.resolve("setup"));
    secret("setup/officers.json", json);
  }

  /** Writes the settings, which completes the folder. */
  void complete(Place place) throws IOException {
    complete(place, List.of());
  }

  /**
   * The same with further settings.
   *
   * @param more lines of the file
   */
  void complete(Place place, List<String> more) throws IOException {
    write(
        "application.properties",
        String.join(
            "\n",
            "entente.authority=" + place.authority(),
            "entente.partner-port=" + place.partnerPort(),
            "server.port=" + place.webPort(),
            "# The embedded database is the default. For PostgreSQL:",
            "# entente.database=jdbc:postgresql://localhost/entente",
            "# entente.database-user=entente",
            "# entente.database-password=",
            "# The keys of all content lie in keys/; see docs/operating.md before moving them:",
            "# entente.key-shelf=",
            "# The colour of the pages: blue, green, teal, purple, burgundy or slate. A picture",
            "# emblem.png in this folder stands beside the name.",
            "# entente.appearance.accent=blue",
            String.join("\n", more),
            ""));
  }

  /** The port of pages and API, as the settings say. */
  int webPort() throws IOException {
    Properties all = new Properties();
    try (InputStream in = Files.newInputStream(settings())) {
      all.load(in);
    }
    return Integer.parseInt(all.getProperty("server.port", "8080").strip());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private void secret(String name, String text) throws IOException {
    secret(folder.resolve(name), text);
  }

  /** Writes a file that only its owner may read. */
  static void secret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_FILE));
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
  }

  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
}
