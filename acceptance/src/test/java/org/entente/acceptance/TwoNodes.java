package org.entente.acceptance;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.entente.command.Api;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.FastStart;
import org.entente.command.NodeProcess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Baku and Belgrade as two processes, with a line between them in each direction. */
final class TwoNodes implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(90);
  static final long LOOK_MILLIS = 50;

  /** Each fixture takes ports of its own, so that a slow end of one does not disturb the next. */
  private static final AtomicInteger PORTS =
      new AtomicInteger(Integer.getInteger("entente.ports", 21_000));

  /** Nodes that live for a minute start faster without the compiler that pays off later. */
  static final String BRIEF = "-XX:TieredStopAtLevel=1";

  private final Demonstration demonstration;
  private final String[] options;
  private final Map<City, NodeProcess> nodes = new HashMap<>();
  private final Map<String, Api> signedIn = new HashMap<>();

  /** Which message opened a case of Belgrade; it never changes, so it is read once. */
  private final Map<String, String> opened = new HashMap<>();

  final Line toBelgrade;
  final Line toBaku;

  /**
   * @param options of the nodes' virtual machines
   */
  TwoNodes(Path folder, String... options) throws IOException, InterruptedException {
    this.options = options;
    demonstration = Founded.in(folder, PORTS.getAndAdd(40));
    toBelgrade = new Line(demonstration.partnerPort(City.BELGRADE));
    toBaku = new Line(demonstration.partnerPort(City.BAKU));
    String address = "setup/agreements/rs-az-2010/partner.address";
    Files.writeString(path(City.BAKU).resolve(address), toBelgrade.address());
    Files.writeString(path(City.BELGRADE).resolve(address), toBaku.address());
    FastStart.prepare();
    for (City city : City.MINISTRIES) {
      nodes.put(city, demonstration.start(city, options));
    }
    for (City city : City.MINISTRIES) {
      node(city).awaitReady();
    }
  }

  Demonstration demonstration() {
    return demonstration;
  }

  Path path(City city) {
    return demonstration.node(city).path();
  }

  private NodeProcess node(City city) {
    NodeProcess node = nodes.get(city);
    if (node == null) {
      throw new IllegalStateException("The node was not started");
    }
    return node;
  }

  void kill(City city) throws InterruptedException {
    node(city).kill();
  }

  void restart(City city) throws IOException, InterruptedException {
    nodes.put(city, demonstration.start(city, options).awaitReady());
  }

  /** An officer with this role; signs in once, because tokens are few and outlive a restart. */
  Api officer(City city, String role) throws IOException {
    String who = city + "/" + role;
    Api known = signedIn.get(who);
    if (known == null) {
      known = demonstration.signIn(city, role);
      signedIn.put(who, known);
    }
    return known;
  }

  /** A request that Baku has released. */
  record Sent(String caseId, String message) {}

  Sent release(String purpose) throws IOException {
    return release(purpose, null);
  }

  /** Drafts, submits and releases a request in Baku. */
  Sent release(String purpose, @Nullable BodyPublisher file) throws IOException {
    Api desk = officer(City.BAKU, "DESK");
    Api.Answer draft = desk.post("requests", request(purpose));
    require(draft, 201);
    String message = draft.text("messageId");
    if (file != null) {
      require(desk.attach(message, "exhibit.bin", file), 201);
    }
    require(desk.post("messages/" + message + "/submission"), 200);
    require(officer(City.BAKU, "APPROVER").post("messages/" + message + "/release"), 200);
    return new Sent(draft.text("caseId"), message);
  }

  static void require(Api.Answer answer, int status) {
    if (answer.status() != status) {
      throw new AssertionError(
          "expected " + status + ", was " + answer.status() + ": " + answer.string());
    }
  }

  /** Waits until the case on this side is as expected, and fails if it never is. */
  JsonNode await(City city, String caseId, Predicate<JsonNode> as)
      throws IOException, InterruptedException {
    Api desk = officer(city, "DESK");
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode view = desk.get("cases/" + caseId).json();
    while (!as.test(view)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("The case never came as far as expected: " + view);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      view = desk.get("cases/" + caseId).json();
    }
    return view;
  }

  JsonNode awaitDelivered(Sent sent) throws IOException, InterruptedException {
    return await(
        City.BAKU,
        sent.caseId(),
        v -> v.path("messages").path(0).path("state").asString("").equals("delivered"));
  }

  /** The cases of Belgrade whose opening message is this one. */
  List<JsonNode> inBelgrade(Sent sent) throws IOException {
    Api desk = officer(City.BELGRADE, "DESK");
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode summary : desk.get("cases").json()) {
      String id = summary.path("id").asString("");
      if (!opened.containsKey(id) || sent.message().equals(opened.get(id))) {
        JsonNode view = desk.get("cases/" + id).json();
        String opening = view.path("messages").path(0).path("id").asString("");
        opened.put(id, opening);
        if (opening.equals(sent.message())) {
          found.add(view);
        }
      }
    }
    return found;
  }

  static Map<String, Object> request(String purpose) {
    Map<String, Object> request = new HashMap<>();
    request.put("partner", "rs.mup");
    request.put("offence", "drug-trafficking");
    request.put("urgency", "urgent");
    request.put("urgencyReason", "threat-to-life");
    request.put("data", List.of("personal-details"));
    request.put("specialCategories", false);
    request.put("strictlyNecessary", false);
    request.put("political", false);
    request.put(
        "person",
        Map.of(
            "familyName", "Hüseynzadə",
            "givenName", "Cavid",
            "otherSpellings", List.of("Гусейнзаде Джавид"),
            "birthDate", "1984-03-21",
            "category", "suspect-or-convicted"));
    request.put("informationSought", "Entries to Serbia since the first of November.");
    request.put("purpose", purpose);
    request.put("facts", "Eleven kilograms were seized at the border on 14 November.");
    request.put("reasonsToBelieve", "A hotel's receipt from Niš was found.");
    request.put("link", "The person rented the vehicle.");
    request.put("urgencyReasons", "A witness was threatened.");
    request.put("language", "en");
    request.put("handling", List.of("H1"));
    return request;
  }

  @Override
  public void close() throws IOException {
    nodes.values().forEach(NodeProcess::close);
    toBelgrade.close();
    toBaku.close();
  }
}
