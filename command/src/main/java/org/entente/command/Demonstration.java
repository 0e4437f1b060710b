package org.entente.command;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.ShippedAgreements;
import org.entente.seal.IdentityCard;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three nodes on one machine: Baku and Belgrade with the agreement of 13 May 2010 and an
 * arrangement that says it is a demonstration, and a police university that may train and nothing
 * else. All officers are invented.
 */
public final class Demonstration {
  private static final long SPACE_BYTES = 1L << 30;
  private static final int PASSWORD_CHARS = 14;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Path folder;
  private final int port;

  public Demonstration(Path folder, int port) {
    this.folder = folder.toAbsolutePath().normalize();
    this.port = port;
  }

  /** A demo officer; the password is drawn when the folder is made. */
  public record Someone(
      String login,
      String name,
      List<String> roles,
      String language,
      String zone,
      String password) {}

  private record Officers(List<Someone> officers) {}

  /** A side of the demonstration. */
  public enum City {
    BAKU("baku", "az.mia", "Ministry of Internal Affairs of the Republic of Azerbaijan", 1),
    BELGRADE("belgrade", "rs.mup", "Ministry of Internal Affairs of the Republic of Serbia", 2),
    ACADEMY(
        "academy",
        "rs.kpu",
        "University of Criminal Investigation and Police Studies, Belgrade",
        3);

    /** The two that cooperate in operations. */
    public static final List<City> MINISTRIES = List.of(BAKU, BELGRADE);

    public final String folder;
    public final String authority;
    final String ministry;
    final int offset;

    City(String folder, String authority, String ministry, int offset) {
      this.folder = folder;
      this.authority = authority;
      this.ministry = ministry;
      this.offset = offset;
    }

    /** The ministry on the other side. */
    public City other() {
      return this == BAKU ? BELGRADE : BAKU;
    }
  }

  public Path folder() {
    return folder;
  }

  public int webPort(City city) {
    return port + city.offset;
  }

  public int partnerPort(City city) {
    return port + 10 + city.offset;
  }

  public NodeFolder node(City city) {
    return new NodeFolder(folder.resolve(city.folder));
  }

  private NodeFolder.Place place(City city) {
    return new NodeFolder.Place(city.authority, city.ministry, webPort(city), partnerPort(city));
  }

  /** Who can sign in on this side. */
  public List<Someone> officers(City city) throws IOException {
    return JsonMapper.shared()
        .readValue(Files.readAllBytes(signIns(city)), Officers.class)
        .officers();
  }

  /**
   * The first officer of a city with this role.
   *
   * @throws Stop when the city has none
   */
  public Someone officer(City city, String role) throws IOException {
    return officers(city).stream()
        .filter(officer -> officer.roles().contains(role))
        .findFirst()
        .orElseThrow(() -> new Stop("The demonstration has no officer with role " + role));
  }

  /** The first officer of a city with this role, signed in at its running node. */
  public Api signIn(City city, String role) throws IOException {
    Someone officer = officer(city, role);
    return Api.signIn(webPort(city), officer.login(), officer.password());
  }

  private Path signIns(City city) {
    return folder.resolve(city.folder + "-sign-ins.json");
  }

  public boolean founded() {
    return Arrays.stream(City.values()).allMatch(city -> node(city).founded());
  }

  /** Makes the folders unless they are there; says clearly why not. */
  public void found(boolean fresh) throws IOException {
    if (fresh) {
      remove();
    }
    if (founded()) {
      return;
    }
    if (Arrays.stream(City.values()).anyMatch(city -> node(city).begun() || node(city).founded())) {
      throw new Stop(
          "The demonstration in "
              + folder
              + " was begun and not finished, or is of an earlier version."
              + " Start it with --fresh to make it anew.");
    }
    requireRoom();
    Map<City, IdentityCard> cards = new EnumMap<>(City.class);
    for (City city : City.values()) {
      cards.put(city, node(city).makeIdentity(place(city)));
    }
    lay("rs-az-2010", ShippedAgreements.serbiaAzerbaijan2010(), City.BELGRADE, cards);
    lay("az-rs-training", ShippedAgreements.trainingAcademy(), City.ACADEMY, cards);
    for (City city : City.values()) {
      String officers = JsonMapper.shared().writeValueAsString(new Officers(people(city)));
      node(city).layOfficers(officers);
      NodeFolder.secret(signIns(city), officers);
      node(city).complete(place(city), List.of("entente.appearance.occasion=demonstration"));
    }
  }

  /** Lays an agreement of Baku with another side ready on both. */
  private void lay(
      String name, ShippedAgreements.Shipped shipped, City partner, Map<City, IdentityCard> cards)
      throws IOException {
    Map<AuthorityId, Fingerprint> annex = new HashMap<>();
    for (City city : List.of(City.BAKU, partner)) {
      annex.put(
          new AuthorityId(city.authority), new Fingerprint(card(cards, city).fingerprint().hex()));
    }
    byte[] arrangement = shipped.arrangement(annex);
    for (City city : List.of(City.BAKU, partner)) {
      City other = city == City.BAKU ? partner : City.BAKU;
      node(city)
          .layAgreement(
              name,
              shipped.instrument(),
              arrangement,
              shipped.historyFile(),
              card(cards, other),
              "https://127.0.0.1:" + partnerPort(other));
    }
  }

  private static IdentityCard card(Map<City, IdentityCard> cards, City city) {
    return Objects.requireNonNull(cards.get(city));
  }

  private static List<Someone> people(City city) {
    return switch (city) {
      case BAKU ->
          List.of(
              someone("leyla", "Leyla Qurbanova", List.of("DESK"), "az", "Asia/Baku"),
              someone("rashad", "Rəşad Vəliyev", List.of("APPROVER"), "az", "Asia/Baku"),
              someone("aytan", "Aytən Nəbiyeva", List.of("SUPERVISOR"), "en", "Asia/Baku"),
              someone(
                  "nigar", "Nigar Abdulova", List.of("DATA_OWNER", "ANALYST"), "az", "Asia/Baku"),
              someone("admin", "Elçin Səfərli", List.of("ADMINISTRATOR"), "en", "Asia/Baku"));
      case BELGRADE ->
          List.of(
              someone("jovana", "Јована Мирић", List.of("DESK"), "sr", "Europe/Belgrade"),
              someone("marko", "Marko Đukanac", List.of("APPROVER"), "sr-Latn", "Europe/Belgrade"),
              someone("vesna", "Vesna Tošović", List.of("SUPERVISOR"), "en", "Europe/Belgrade"),
              someone(
                  "milena",
                  "Милена Гавриловић",
                  List.of("DATA_OWNER", "ANALYST"),
                  "sr",
                  "Europe/Belgrade"),
              someone("admin", "Ivan Krstin", List.of("ADMINISTRATOR"), "en", "Europe/Belgrade"));
      case ACADEMY ->
          List.of(
              someone("tamara", "Тамара Вукелић", List.of("DESK"), "sr", "Europe/Belgrade"),
              someone("nikola", "Nikola Radeka", List.of("APPROVER"), "sr-Latn", "Europe/Belgrade"),
              someone("olga", "Olga Perin", List.of("SUPERVISOR"), "en", "Europe/Belgrade"));
    };
  }

  private static Someone someone(
      String login, String name, List<String> roles, String language, String zone) {
    return new Someone(login, name, roles, language, zone, password());
  }

  private static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(PASSWORD_CHARS);
    while (password.length() < PASSWORD_CHARS) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private void requireRoom() {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "room", "");
      Files.delete(probe);
      FileStore disk = Files.getFileStore(folder);
      if (disk.getUsableSpace() < SPACE_BYTES) {
        throw new Stop(
            "Only "
                + (disk.getUsableSpace() >> 20)
                + " MiB are free for "
                + folder
                + "; the demonstration needs 1 GiB. Make room or choose another folder with"
                + " --folder.");
      }
    } catch (IOException e) {
      throw new Stop(
          "Nothing can be written to "
              + folder
              + ". Check its rights or choose another folder with"
              + " --folder.");
    }
  }

  private void remove() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    for (City city : City.values()) {
      if (NodeProcess.answers(webPort(city))) {
        throw new Stop(
            "A node still answers on port "
                + webPort(city)
                + ". Stop the running demonstration (Ctrl-C) before you begin anew.");
      }
      Files.deleteIfExists(signIns(city));
      deleteTree(folder.resolve(city.folder));
    }
  }

  /** Removes a folder with everything in it; one that is not there is no fault. */
  public static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Starts all nodes and waits until they answer. */
  public All start() throws IOException, InterruptedException {
    return start(Map.of());
  }

  /**
   * The same.
   *
   * @param options of the virtual machines of some of them
   */
  All start(Map<City, List<String>> options) throws IOException, InterruptedException {
    for (City city : City.values()) {
      for (int wanted : new int[] {webPort(city), partnerPort(city)}) {
        if (!NodeProcess.free(wanted)) {
          throw new Stop(
              "Port "
                  + wanted
                  + " is taken by another program. Stop it, or choose other ports with"
                  + " --fresh --port "
                  + (port + 100)
                  + ".");
        }
      }
    }
    List<NodeProcess> nodes = new ArrayList<>();
    for (City city : City.values()) {
      nodes.add(start(city, options.getOrDefault(city, List.of()).toArray(String[]::new)));
    }
    All all = new All(nodes);
    try {
      for (NodeProcess node : nodes) {
        node.awaitReady();
      }
      return all;
    } catch (Stop | InterruptedException e) {
      all.close();
      throw e;
    }
  }

  /**
   * Starts one side and does not wait.
   *
   * @param options of its virtual machine
   */
  public NodeProcess start(City city, String... options) throws IOException {
    return NodeProcess.start(node(city).path(), webPort(city), options);
  }

  /** The running nodes. */
  public record All(List<NodeProcess> nodes) implements AutoCloseable {
    public All {
      nodes = List.copyOf(nodes);
    }

    @Override
    public void close() {
      nodes.forEach(NodeProcess::close);
    }
  }
}
