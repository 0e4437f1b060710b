package org.entente.bench.checks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * register in, seals it for Baku, and Baku asks. Beside it a search of the same index in clear, by
 * Belgrade's own officer over its API.
 */
final class Loopback {
  private static final String HEAP = "-Xmx1400m";
  private static final int PORT = 19_840;
  private static final int WARM = 300;
  private static final int ASKED = 400;

  /** Half of those asked about are held. */
  private static final int HELD_EVERY = 2;

  private static final long LOOK_MILLIS = 200;
  private static final long POLL_MILLIS = 2;

  private final int count;
  private final Path folder;
  private final List<InventedPerson> sample = new ArrayList<>();

  private Loopback(int count, Path folder) {
    this.count = count;
    this.folder = folder;
  }

  static void told(int count) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("entente-bench");
    try {
      new Loopback(count, folder).run();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    Path register = folder.resolve("register.csv");
    write(register);
    Demonstration demonstration = new Demonstration(folder.resolve("nodes"), PORT);
    demonstration.found(false);
    try (NodeProcess baku = started(demonstration, City.BAKU);
        NodeProcess belgrade = started(demonstration, City.BELGRADE)) {
      baku.awaitReady();
      belgrade.awaitReady();
      Api owner = demonstration.signIn(City.BELGRADE, "DATA_OWNER");
      imported(owner, register);
      long start = System.nanoTime();
      JsonNode offer = sealed(owner);
      Timing.say("## Two real nodes, loopback TLS, an index of %,d invented persons", count);
      Timing.say(
          "sealed for Baku in %.0f s: %,d outputs, %.1f MiB",
          Timing.seconds(start),
          24 * offer.path("records").asLong(0),
          offer.path("sizeBytes").asLong(0) / 1048576.0);
      asked(
          demonstration.signIn(City.BAKU, "DESK"),
          List.of(
              demonstration.signIn(City.BAKU, "SUPERVISOR"),
              demonstration.signIn(City.BELGRADE, "SUPERVISOR")));
      searched(demonstration.signIn(City.BELGRADE, "DESK"));
      if (!baku.alive() || !belgrade.alive()) {
        throw new IllegalStateException("A node did not survive");
      }
    }
  }

  private static NodeProcess started(Demonstration demonstration, City city) throws IOException {
    return NodeProcess.start(demonstration.node(city).path(), demonstration.webPort(city), HEAP);
  }

  private void write(Path file) throws IOException {
    InventedPersons persons = InventedPersons.of(1);
    int all = WARM + ASKED;
    int every = Math.max(1, count / all);
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 1; i <= count; i++) {
        InventedPerson person = persons.next();
        Map<String, String> row = InventCommand.row(i, person);
        if (i == 1) {
          writer.write(String.join(",", row.keySet()) + "\n");
        }
        writer.write(
            row.values().stream().map(InventCommand::cell).collect(Collectors.joining(",")));
        writer.write('\n');
        if (i % every == 0 && sample.size() < all) {
          sample.add(person);
        }
      }
    }
    // Every second one asked about is held by nobody.
    InventedPersons strangers = InventedPersons.of(99);
    for (int i = 0; i < sample.size(); i += HELD_EVERY) {
      sample.set(i, strangers.next());
    }
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

  private static JsonNode sealed(Api owner) throws IOException, InterruptedException {
    owner.put("checks/offers/az.mia", Map.of("officerPerDay", 1_000));
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

  private void asked(Api desk, List<Api> supervisors) throws IOException, InterruptedException {
    List<Double> took = new ArrayList<>();
    Map<String, Integer> states = new HashMap<>();
    int number = 0;
    for (InventedPerson person : sample) {
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

  private void searched(Api desk) throws IOException {
    List<Double> took = new ArrayList<>();
    for (InventedPerson person : sample) {
      long start = System.nanoTime();
      desk.post("records/search", Map.of("name", person.name(), "born", date(person.born())));
      took.add(Timing.seconds(start) * 1e3);
    }
    double[] all = took.stream().skip(WARM).mapToDouble(Double::doubleValue).toArray();
    Timing.say(
        "a search of the same index in clear, over HTTP: median %.1f ms%n", Timing.median(all));
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
    return String.format(
        java.util.Locale.ROOT, "%04d-%02d-%02d", born.year(), born.month(), born.day());
  }
}
