package org.entente.bench.checks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.check.tokens.SubjectTokens;
import org.entente.command.Api;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.InventCommand;
import org.entente.command.NodeProcess;
import org.entente.subject.PartialDate;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;
import tools.jackson.databind.JsonNode;

/**
 * One person asked of one partner, between two real nodes over loopback TLS: Belgrade takes a
 * register in, seals it for Baku, and Baku asks. Of a large index most outputs are random numbers,
 * which nobody can tell from outputs. Beside it a search of the records in clear, by Belgrade's own
 * officer over its API.
 */
final class Loopback {
  private static final String HEAP = "-Xmx1400m";
  private static final int PORT = 19_840;

  /** So many first, by another officer: a node in duty has run for longer than this. */
  private static final int WARM = 800;

  private static final int ASKED = 400;

  /** More records than these are noise in the index. */
  private static final int MOST_REAL = 8_000;

  private static final int AT_ONCE = 10_000;

  /** Half of those asked about are held. */
  private static final int HELD_EVERY = 2;

  private static final long LOOK_MILLIS = 200;

  /** The node notes itself when the answer came; looking more often would only keep it busy. */
  private static final long POLL_MILLIS = 25;

  private final int count;
  private final Path folder;
  private final List<InventedPerson> sample = new ArrayList<>();

  private Loopback(int count, Path folder) {
    this.count = count;
    this.folder = folder;
  }

  static void told(int count) throws Exception {
    Path folder = Files.createTempDirectory("entente-bench");
    try {
      new Loopback(count, folder).run();
    } finally {
      Demonstration.deleteTree(folder);
    }
  }

  private void run() throws Exception {
    Path register = folder.resolve("register.csv");
    int real = Math.min(count, MOST_REAL);
    write(register, real);
    Demonstration demonstration = new Demonstration(folder.resolve("nodes"), PORT);
    demonstration.found(false);
    Path belgrade = demonstration.node(City.BELGRADE).path();
    try (NodeProcess first = started(demonstration, City.BELGRADE).awaitReady()) {
      Api owner = demonstration.signIn(City.BELGRADE, "DATA_OWNER");
      imported(owner, register);
      owner.put("checks/offers/az.mia", Map.of("officerPerDay", 1_000));
      opened(owner);
    }
    noise(belgrade.resolve("node.db"), count - real);
    long start = System.nanoTime();
    try (NodeProcess baku = started(demonstration, City.BAKU);
        NodeProcess second = started(demonstration, City.BELGRADE)) {
      baku.awaitReady();
      second.awaitReady();
      JsonNode offer = opened(demonstration.signIn(City.BELGRADE, "DATA_OWNER"));
      Timing.say("## Two real nodes, loopback TLS, an index of %,d persons", count);
      Timing.say(
          "%,d of them invented, %,d random; %,d outputs, %.1f MiB, written %.0f s after the start",
          real,
          count - real,
          24 * offer.path("records").asLong(0),
          offer.path("sizeBytes").asLong(0) / 1048576.0,
          Timing.seconds(start));
      asked(
          List.of(
              demonstration.signIn(City.BAKU, "ANALYST"), demonstration.signIn(City.BAKU, "DESK")),
          List.of(
              demonstration.signIn(City.BAKU, "SUPERVISOR"),
              demonstration.signIn(City.BELGRADE, "SUPERVISOR")));
      searched(demonstration.signIn(City.BELGRADE, "DESK"), real);
      if (!baku.alive() || !second.alive()) {
        throw new IllegalStateException("A node did not survive");
      }
    }
  }

  /** Puts records of nothing but noise into the open epoch and has its index written anew. */
  private static void noise(Path database, int records) throws SQLException {
    SplittableRandom random = new SplittableRandom(3);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement change = connection.createStatement();
        PreparedStatement put =
            connection.prepareStatement(
                "INSERT INTO check_sealed (epoch_id, record_id, prefixes)"
                    + " SELECT id, ?, ? FROM check_epoch WHERE state = 'OPEN'")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < records; i++) {
        byte[] prefixes = new byte[8 * SubjectTokens.PER_SUBJECT];
        random.nextBytes(prefixes);
        put.setString(1, "noise " + i);
        put.setBytes(2, prefixes);
        put.addBatch();
        if (i % AT_ONCE == 0) {
          put.executeBatch();
        }
      }
      put.executeBatch();
      change.executeUpdate(
          "UPDATE check_epoch SET state = 'BUILDING', records = records + "
              + records
              + " WHERE state = 'OPEN'");
      connection.commit();
    }
  }

  private static NodeProcess started(Demonstration demonstration, City city) throws IOException {
    return NodeProcess.start(demonstration.node(city).path(), demonstration.webPort(city), HEAP);
  }

  private void write(Path file, int real) throws IOException {
    InventedPersons persons = InventedPersons.of(1);
    int all = WARM + ASKED;
    int every = Math.max(1, real / (2 * all));
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 1; i <= real; i++) {
        InventedPerson person = persons.next();
        Map<String, String> row = InventCommand.row(i, person);
        if (i == 1) {
          writer.write(String.join(",", row.keySet()) + "\n");
        }
        writer.write(
            row.values().stream().map(InventCommand::cell).collect(Collectors.joining(",")));
        writer.write('\n');
        if (i % every == 0 && sample.size() < all && askable(person)) {
          sample.add(person);
        }
      }
    }
    // Every second one asked about is held by nobody.
    InventedPersons strangers = InventedPersons.of(99);
    for (int i = 0; i < sample.size(); i += HELD_EVERY) {
      InventedPerson stranger = strangers.next();
      while (!askable(stranger)) {
        stranger = strangers.next();
      }
      sample.set(i, stranger);
    }
  }

  /** Short names alone give no tokens; whoever has such a name is not asked about. */
  private static boolean askable(InventedPerson person) {
    return person.born().day() > 0 && !SubjectTokens.asked(Indexing.person(person)).isEmpty();
  }

  private static void imported(Api owner, Path register) throws IOException, InterruptedException {
    String id = owner.file("imports", "register.csv", BodyPublishers.ofFile(register)).text("id");
    Map<String, Object> plan = new HashMap<>();
    plan.put("kind", "person");
    plan.put("register", "bench");
    plan.put("category", "suspect-or-convicted");
    plan.put("offence", "drug-trafficking");
    plan.put("evaluation", "B2");
    plan.put("handling", List.of("H1"));
    plan.put("reviewDays", 180);
    plan.put("eraseDays", 720);
    plan.put("checkableBy", List.of("az.mia"));
    owner.post("imports/" + id + "/start", plan);
    while (!owner.get("imports/" + id).text("state").equals("done")) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Waits until Baku may ask. */
  private static JsonNode opened(Api owner) throws IOException, InterruptedException {
    while (true) {
      for (JsonNode offer : owner.get("checks/offers").json()) {
        if (offer.path("partner").asString("").equals("az.mia")
            && offer.path("open").asBoolean(false)) {
          return offer;
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private void asked(List<Api> officers, List<Api> supervisors)
      throws IOException, InterruptedException {
    List<Double> took = new ArrayList<>();
    Map<String, Integer> states = new TreeMap<>();
    int number = 0;
    double cores = 0;
    for (InventedPerson person : sample) {
      cores = number == WARM ? cores() : cores;
      Api desk = officers.get(number < WARM ? 0 : 1);
      JsonNode check = asked(desk, person);
      // So many single questions look like fishing to both nodes: their supervisors let them go on.
      if (state(check).isEmpty() || reason(check).equals("stopped")) {
        for (Api supervisor : supervisors) {
          letGoOn(supervisor);
        }
        check = asked(desk, person);
      }
      states.merge(state(check) + reason(check), 1, Integer::sum);
      if (number++ >= WARM) {
        Duration between =
            Duration.between(
                Instant.parse(check.path("at").asString("")),
                Instant.parse(check.path("answers").path(0).path("answeredAt").asString("")));
        took.add(between.toNanos() / 1e6);
      }
    }
    double[] all = took.stream().mapToDouble(Double::doubleValue).toArray();
    Timing.say(
        "from the officer's question to the recorded answer: median %.1f ms, nine in ten %.1f ms,"
            + " of %d; %s",
        Timing.median(all), Timing.at(all, 0.9), all.length, states);
    Timing.say(
        "both nodes and the officer's API: %.1f ms of a core a question",
        (cores() - cores) * 1e3 / all.length);
  }

  /** What the nodes have used, in seconds of a core. */
  private static double cores() {
    return ProcessHandle.current()
        .children()
        .mapToDouble(node -> node.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
        .sum();
  }

  private static JsonNode asked(Api desk, InventedPerson person)
      throws IOException, InterruptedException {
    Api.Answer asked = desk.post("checks", wanted(person));
    JsonNode check = asked.json();
    while (check.path("waiting").asBoolean(false)) {
      Thread.sleep(POLL_MILLIS);
      check = desk.get("checks/" + asked.text("id")).json();
    }
    return check;
  }

  private static String state(JsonNode check) {
    return check.path("answers").path(0).path("state").asString("");
  }

  private static String reason(JsonNode check) {
    return check.path("answers").path(0).path("reason").asString("");
  }

  private static void letGoOn(Api supervisor) throws IOException {
    for (JsonNode stop : supervisor.get("checks/stops").json()) {
      if (!stop.path("lifted").asBoolean(true)) {
        supervisor.post("checks/stops/" + stop.path("id").asString("") + "/lifting");
      }
    }
  }

  private void searched(Api desk, int real) throws IOException {
    List<Double> took = new ArrayList<>();
    for (InventedPerson person : sample) {
      long start = System.nanoTime();
      desk.post("records/search", Map.of("name", person.name(), "born", date(person.born())));
      took.add(Timing.seconds(start) * 1e3);
    }
    double[] all = took.stream().skip(WARM).mapToDouble(Double::doubleValue).toArray();
    Timing.say(
        "a search of the %,d records in clear, over HTTP: median %.1f ms%n",
        real, Timing.median(all));
  }

  private static Map<String, Object> wanted(InventedPerson person) {
    return Map.of(
        "kind", "person",
        "said", Map.of("name", person.name(), "born", date(person.born())),
        "partners", List.of("rs.mup"),
        "why",
            Map.of(
                "purpose", "Benchmark",
                "caseReference", "BENCH-1",
                "offence", "drug-trafficking",
                "category", "suspect-or-convicted",
                "aim", "identify"));
  }

  private static String date(PartialDate born) {
    return String.format(Locale.ROOT, "%04d-%02d-%02d", born.year(), born.month(), born.day());
  }
}
