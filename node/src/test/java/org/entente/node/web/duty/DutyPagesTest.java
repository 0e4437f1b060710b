package org.entente.node.web.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.RunningNode;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor plans the post; the night begins; an officer acknowledges. */
class DutyPagesTest {
  private static Map.Entry<String, String> field(String name, String value) {
    return Map.entry(name, value);
  }

  /** Nobody holds the post for an hour a week, long ago: what rings is that no layer counts now. */
  private static List<Map.Entry<String, String>> plan(String member, String risk) {
    return List.of(
        field("title", "Contact point"),
        field("zone", "Europe/Belgrade"),
        field("version", "0"),
        field("decay", "30"),
        field("member", member),
        field("turns0", "desk"),
        field("from0", "2999-01-01"),
        field("change0", "08:00"),
        field("each0", "1"),
        field("whom0", "everyone"),
        field("way0", "sms"),
        field("wait0", "5"),
        field("risk", risk));
  }

  @Test
  void aPostIsPlannedWithItsDangersToldAndItsAlarmIsAcknowledgedOnThePage(@TempDir Path folder)
      throws Exception {
    Path spool = Files.createDirectory(folder.resolve("spool"));
    try (RunningNode node =
        RunningNode.founded(folder.resolve("node"), "entente.duty.sms-spool=" + spool)) {
      RunningNode.Browser supervisor = node.signedIn("supervisor");
      RunningNode.Browser desk = node.signedIn("desk");
      String officer =
          node.part(Officers.class).all().stream()
              .filter(o -> o.login().equals("desk"))
              .map(Officer::id)
              .findFirst()
              .orElseThrow()
              .toString();
      assertThat(desk.get("/duty").body()).contains("wakes nobody");
      assertThat(desk.get("/duty/plan").statusCode()).isEqualTo(404);
      assertThat(supervisor.get("/duty/plan").body()).contains("name=\"turns0\"");

      assertThat(
              desk.post("/duty/ways/sms/address", Map.of("address", "+381601234567")).statusCode())
          .isEqualTo(303);
      String sent = text(spool);
      String code = sent.strip().substring(sent.strip().length() - 6);
      assertThat(desk.post("/duty/ways/sms/code", Map.of("code", code)).statusCode())
          .isEqualTo(303);
      assertThat(desk.post("/duty/ways/sms/else", Map.of()).statusCode()).isEqualTo(404);
      assertThat(desk.get("/duty/ways").body()).contains("Verified").contains("+381601234567");
      Files.delete(spool.resolve(only(spool)));

      var refused = supervisor.form("/duty/plan", plan(officer, ""));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body())
          .contains("Nobody is on watch; steps to that person are passed over:")
          .contains("name=\"risk\"");
      assertThat(supervisor.form("/duty/plan", plan(officer, "Begins next year.")).statusCode())
          .isEqualTo(303);

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> desk.get("/duty").body().contains("/acknowledgement"));
      await().atMost(Duration.ofSeconds(60)).until(() -> !only(spool).isEmpty());
      assertThat(text(spool)).contains("one matter waits at node").doesNotContain("watch");
      String page = desk.get("/duty").body();
      assertThat(page).contains("Begins next year.").contains("Nobody is on watch");
      assertThat(node.get("/actuator/health/node").statusCode()).isEqualTo(200);
      listens(node, desk);
      endsWithItsSession(node);
      hangs(node, supervisor);
      handsOver(desk);
      String act =
          page.replaceAll("(?s).*?action=\"(/duty/alarms/[^\"]*/acknowledgement)\".*", "$1");

      assertThat(desk.post(act, Map.of()).statusCode()).isEqualTo(303);

      assertThat(desk.get("/duty").body()).contains("Acknowledged").contains("Rings again unless");
      HttpRequest.Builder asked = node.program(node.token("desk"), "/api/v1/duty/alarms");
      assertThat(RunningNode.read(node.send(asked)).get(0).get("state").asString())
          .isEqualTo("acknowledged");
      HttpRequest.Builder another =
          node.program(
              node.token("desk"),
              act.replace("/duty/", "/api/v1/duty/").replace("acknowledgement", "taking-up"));
      assertThat(node.json(another, "").statusCode()).isEqualTo(200);
      String held = RunningNode.read(watch(node, "desk")).path("holder").asString("");
      assertThat(held).isEmpty();
      assertThat(desk.post("/duty/watch", Map.of()).statusCode()).isEqualTo(303);
      assertThat(RunningNode.read(watch(node, "desk")).path("holder").asString(""))
          .isEqualTo(officer);
      assertThat(watch(node, "administrator").statusCode()).isEqualTo(404);
      acceptsAsAProgram(node);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> RunningNode.read(node.send(asked)).isEmpty());
    }
  }

  /** The first word that comes on a stream, which the node holds open. */
  private static String word(HttpRequest.Builder asked) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer =
          client.send(asked.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        return lines.lines().filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
      } finally {
        client.shutdownNow();
      }
    }
  }

  private static void listens(RunningNode node, RunningNode.Browser desk) throws Exception {
    assertThat(word(desk.with(node.at("/duty/stream"))))
        .contains("\"kind\":\"Nobody is on watch\"")
        .doesNotContain("Somebody");
    assertThat(node.get("/duty/stream").statusCode()).isEqualTo(204);
    assertThat(node.signedIn("administrator").get("/duty/stream").statusCode()).isEqualTo(204);
    Map<String, String> said = Map.of("page", "1a", "armed", "true", "visible", "true", "rang", "");
    assertThat(desk.post("/duty/page", said).statusCode()).isEqualTo(204);
    assertThat(node.signedIn("approver").post("/duty/page", said).statusCode()).isEqualTo(401);
    assertThat(desk.post("/duty/page", Map.of("page", "<>")).statusCode()).isEqualTo(429);
  }

  private static void endsWithItsSession(RunningNode node) throws Exception {
    RunningNode.Browser other = node.signedIn("desk");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer =
          client.send(
              other.with(node.at("/duty/stream")).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).startsWith("retry:");
        assertThat(other.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(lines.lines().filter(line -> line.startsWith("data:")).count()).isLessThan(3);
      }
    }
    assertThat(other.get("/duty/stream").statusCode()).isEqualTo(204);
  }

  private static void hangs(RunningNode node, RunningNode.Browser supervisor) throws Exception {
    String shown = supervisor.post("/duty/boards", Map.of("label", "Duty room")).body();
    String token = shown.replaceAll("(?s).*<code>(board_[^<]+)</code>.*", "$1");
    assertThat(supervisor.get("/duty/boards").body()).contains("Duty room").doesNotContain(token);
    RunningNode.Browser wall = node.stranger();
    assertThat(wall.get("/duty/board").body()).contains("name=\"token\"");
    assertThat(wall.post("/duty/board", Map.of("token", "board_x")).statusCode()).isEqualTo(403);
    assertThat(wall.post("/duty/board", Map.of("token", token)).statusCode()).isEqualTo(303);

    assertThat(wall.get("/duty/board").body())
        .contains("Contact point")
        .contains("data-stream=\"/duty/board/stream\"");
    assertThat(word(wall.with(node.at("/duty/board/stream"))))
        .contains("\"watched\":false")
        .contains("\"kind\":\"Nobody is on watch\"")
        .doesNotContain("Somebody");
    for (String closed : List.of("/duty", "/", "/cases", "/duty/boards", "/duty/handover")) {
      assertThat(wall.get(closed).headers().firstValue("Location").orElse(""))
          .as(closed)
          .contains("/sign-in");
    }

    String revoke =
        supervisor
            .get("/duty/boards")
            .body()
            .replaceAll("(?s).*action=\"(/duty/boards/[^\"]+/revocation)\".*", "$1");
    assertThat(supervisor.post(revoke, Map.of()).statusCode()).isEqualTo(303);
    assertThat(wall.get("/duty/board").body()).contains("name=\"token\"");
    assertThat(wall.get("/duty/board/stream").statusCode()).isEqualTo(204);
  }

  private static HttpResponse<String> watch(RunningNode node, String login) throws Exception {
    return node.send(node.program(node.token(login), "/api/v1/duty/watch"));
  }

  private static void acceptsAsAProgram(RunningNode node) throws Exception {
    String token = node.token("desk");
    String over =
        RunningNode.read(node.send(node.program(token, "/api/v1/duty/handovers")))
            .get(0)
            .path("id")
            .asString("");
    HttpRequest.Builder accepts = node.program(token, "/api/v1/duty/handovers/acceptance");
    assertThat(node.json(accepts, "{\"seen\":\"" + over + "\"}").statusCode()).isEqualTo(403);
    HttpRequest.Builder plans = node.program(node.token("supervisor"), "/api/v1/duty/post");
    assertThat(
            node.send(
                    plans
                        .header("Content-Type", "application/json")
                        .PUT(
                            HttpRequest.BodyPublishers.ofString(
                                """
                                {"title": "Contact point", "zone": "UTC", "members": ["desk"],
                                 "layers": [{"turns": ["desk"], "from": "2026-01-01",
                                   "change": "08:00", "days": 1}],
                                 "steps": [{"whom": "desk", "ways": ["sms"], "minutes": 5}],
                                 "decayMinutes": 30, "version": 2}
                                """)))
                .statusCode())
        .isEqualTo(200);
  }

  private static void handsOver(RunningNode.Browser desk) throws Exception {
    assertThat(desk.get("/duty/handover").body()).contains("Nobody is on watch");
    Map<String, String> note = Map.of("note", "Baku calls back at nine.");
    assertThat(desk.post("/duty/handover/signature", note).statusCode()).isEqualTo(303);
    assertThat(desk.get("/duty/handover").body()).contains("Baku calls back at nine.");
    assertThat(desk.post("/duty/handover/acceptance", Map.of()).statusCode()).isEqualTo(409);
  }

  private static String only(Path spool) throws Exception {
    try (Stream<Path> files = Files.list(spool)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".LOCK"))
          .findFirst()
          .orElse("");
    }
  }

  private static String text(Path spool) throws Exception {
    return Files.readString(spool.resolve(only(spool)));
  }
}
