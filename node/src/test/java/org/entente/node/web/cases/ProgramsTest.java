package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.entente.node.RunningNode;
import org.entente.node.records.CrossCheck;
import org.entente.node.records.Records;
import org.entente.node.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs must state, and what they are told, by the doors of a running node. */
@TestInstance(Lifecycle.PER_CLASS)
class ProgramsTest {
  private Path folder = Path.of("");
  private RunningNode node;
  private String desk = "";

  @BeforeAll
  void start(@TempDir Path place) throws Exception {
    folder = place;
    node = RunningNode.founded(folder);
    new Belgrade().agreesWith(node);
    desk = node.token("desk");
  }

  @AfterAll
  void stop() {
    node.close();
  }

  private static Map<String, Object> request() {
    Map<String, Object> request = new HashMap<>();
    request.put("partner", "rs.mup");
    request.put("offence", "drug-trafficking");
    request.put("urgency", "normal");
    request.put("data", List.of("personal-details"));
    request.put("specialCategories", false);
    request.put("strictlyNecessary", false);
    request.put("political", false);
    request.put(
        "person",
        Map.of(
            "familyName", "Hüseynzadə", "givenName", "Cavid", "category", "suspect-or-convicted"));
    request.put("informationSought", "Entries to Serbia since the first of November.");
    request.put("purpose", "To find where the goods went.");
    request.put("facts", "Eleven kilograms were seized at the border on 14 November.");
    request.put("reasonsToBelieve", "A hotel's receipt from Niš was found.");
    request.put("link", "The person rented the vehicle.");
    request.put("language", "en");
    request.put("handling", List.of("H1"));
    return request;
  }

  private static Map<String, Object> information() {
    Map<String, Object> information = new HashMap<>();
    information.put("partner", "rs.mup");
    information.put("offence", "drug-trafficking");
    information.put("urgency", "normal");
    information.put("specialCategories", false);
    information.put("strictlyNecessary", false);
    information.put("political", false);
    information.put("text", "A lorry with the same load is expected on Friday.");
    information.put("relevance", "It is on its way to Belgrade.");
    information.put("source", "A");
    information.put("information", "1");
    information.put("assessment", false);
    information.put("asOf", "2026-11-14");
    information.put("language", "en");
    return information;
  }

  private static Map<String, Object> act() {
    return new HashMap<>(
        Map.of(
            "kind", "request",
            "partner", "rs.mup",
            "offence", "drug-trafficking",
            "urgency", "normal",
            "category", "suspect-or-convicted",
            "data", List.of("personal-details"),
            "specialCategories", false,
            "strictlyNecessary", false,
            "political", false));
  }

  private HttpResponse<String> post(String token, String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    return node.json(
        node.program(token, "/api/v1/" + path), JsonMapper.shared().writeValueAsString(body));
  }

  private JsonNode posted(String path, Map<String, Object> body, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(desk, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return RunningNode.read(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"language", "data", "specialCategories", "strictlyNecessary", "political"})
  void aChoiceThatAProgramDoesNotMakeIsMadeByNobodyElse(String field) throws Exception {
    Map<String, Object> request = request();
    request.remove(field);

    JsonNode kept = posted("requests", request, 201);
    String draft = kept.path("messageId").asString("");
    JsonNode refused = posted("messages/" + draft + "/submission", Map.of(), 422);

    assertThat(refused.path("title").asString("")).isEqualTo("content-faulty");
    assertThat(refused.path("faults"))
        .extracting(fault -> fault.path("field").asString(""))
        .containsExactly(field);
    request.put(field, request().get(field));
    HttpResponse<String> mended =
        node.send(
            node.program(desk, "/api/v1/requests/" + draft)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(request))));
    assertThat(mended.statusCode()).as(mended.body()).isEqualTo(200);
    posted("messages/" + draft + "/submission", Map.of(), 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offence",
        "language",
        "specialCategories",
        "strictlyNecessary",
        "political",
        "assessment",
        "source"
      })
  void informationIsTakenOnlyWithWhatAnOfficerDecides(String field) throws Exception {
    Map<String, Object> information = information();
    information.remove(field);

    JsonNode refused = posted("informations", information, 400);

    assertThat(refused.path("detail").asString(""))
        .isEqualTo("The field " + field + " is missing.");
    posted("informations", information(), 201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"category", "data", "specialCategories", "political", "urgency"})
  void mayIAnswersWhatWasStatedAndDropsNothing(String field) throws Exception {
    Map<String, Object> act = act();
    act.remove(field);

    assertThat(posted("decisions", act, 400).path("detail").asString(""))
        .isEqualTo("The field " + field + " is missing.");
    assertThat(posted("decisions", act(), 200).path("verdict").asString("")).isEqualTo("permitted");
  }

  @Test
  void theDescriptionOfTheApiSaysWhatMustBeStated() throws Exception {
    JsonNode schemas = RunningNode.read(node.get("/api/v1/openapi.json")).at("/components/schemas");
    assertThat(required(schemas.path("InformationWanted")))
        .contains("language", "assessment", "specialCategories")
        .doesNotContain("handlingText", "agreement");
    assertThat(required(schemas.path("RequestWanted")))
        .containsExactlyInAnyOrder("partner", "offence");
    assertThat(required(schemas.path("PermissionWanted"))).containsExactly("granted");
  }

  private static List<String> required(JsonNode schema) {
    return StreamSupport.stream(schema.path("required").spliterator(), false)
        .map(field -> field.asString(""))
        .toList();
  }

  @Test
  void aDamagedFileIsRefusedAndListedForThoseWhoRestoreIt() throws Exception {
    String draft = posted("requests", request(), 201).path("messageId").asString("");
    HttpResponse<String> attached =
        node.send(
            node.program(desk, "/api/v1/messages/" + draft + "/attachments?name=exhibit.txt")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString("Eleven kilograms.")));
    assertThat(attached.statusCode()).as(attached.body()).isLessThan(300);
    String matter = RunningNode.read(attached).path("caseId").asString("");
    String file =
        RunningNode.read(node.send(node.program(desk, "/api/v1/cases/" + matter)))
            .at("/messages/0/attachments/0/id")
            .asString("");
    try (Stream<Path> kept = Files.walk(folder)) {
      Files.write(
          kept.filter(path -> path.getFileName().toString().contains(file))
              .findFirst()
              .orElseThrow(),
          new byte[17]);
    }

    assertThat(node.send(node.program(desk, "/api/v1/attachments/" + file)).statusCode())
        .isEqualTo(409);

    for (String login : List.of("administrator", "supervisor")) {
      HttpResponse<String> listed =
          node.send(node.program(node.token(login), "/api/v1/damaged-files"));
      assertThat(listed.statusCode()).isEqualTo(200);
      assertThat(listed.headers().firstValue("Total-Count")).contains("1");
      JsonNode one = RunningNode.read(listed).path(0);
      assertThat(one.path("file").asString("")).isEqualTo(file);
      assertThat(one.path("caseId").asString("")).isEqualTo(matter);
      assertThat(one.path("damage").asString("")).isEqualTo("changed");
    }
    assertThat(node.send(node.program(desk, "/api/v1/damaged-files")).statusCode()).isEqualTo(403);
  }

  private String released() throws Exception {
    JsonNode draft = posted("requests", request(), 201);
    String message = draft.path("messageId").asString("");
    posted("messages/" + message + "/submission", Map.of(), 200);
    HttpResponse<String> left =
        post(node.token("approver"), "messages/" + message + "/release", Map.of());
    assertThat(left.statusCode()).as(left.body()).isEqualTo(200);
    return draft.path("caseId").asString("");
  }

  @Test
  void aProgramReadsMatchesAndDecidesWithAGroundAsThePageDoes() throws Exception {
    String first = released();
    String second = released();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            StreamSupport.stream(
                    posted("cases/" + second + "/comparison", Map.of(), 200)
                        .path("matches")
                        .spliterator(),
                    false)
                .anyMatch(match -> match.path("caseId").asString("").equals(first)));
    JsonNode match =
        RunningNode.read(node.send(node.program(desk, "/api/v1/cases/" + second + "/matches")))
            .at("/matches/0");
    String place = "cases/" + second + "/matches/" + match.path("id").asString("");
    assertThat(match.path("state").asString("")).isEqualTo("open");
    assertThat(match.path("name").asString("")).isEqualTo("Cavid Hüseynzadə");

    posted(place + "/confirmation", Map.of(), 400);
    assertThat(
            posted(place + "/confirmation", Map.of("ground", " "), 422).path("title").asString(""))
        .isEqualTo("ground-missing");
    assertThat(
            post(node.token("approver"), place + "/confirmation", Map.of("ground", "Same face"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            node.send(
                    node.program(node.token("data.owner"), "/api/v1/cases/" + second + "/matches"))
                .statusCode())
        .isEqualTo(403);
    for (String decision : List.of("confirmation", "rejection")) {
      assertThat(post(desk, place + "/" + decision, Map.of("ground", "Same face")).statusCode())
          .isEqualTo(204);
    }
    posted("cases/" + second + "/matches/x/rejection", Map.of(), 400);
  }

  @Test
  void aPartThatFailsIsSaidByHealthUntilItWorksAgain() throws Exception {
    Store store = node.part(Store.class);
    CrossCheck crossCheck = node.part(Records.class).crossCheck();
    assertThat(node.get("/actuator/health").statusCode()).isEqualTo(200);

    renamed(store, "mention", "mention_away");
    crossCheck.wake();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> node.get("/actuator/health").statusCode() == 503);
      assertThat(node.get("/actuator/health").body()).doesNotContain("cross-check");
      assertThat(node.send(node.program(node.token("administrator"), "/actuator/health")).body())
          .contains("cross-check");
    } finally {
      renamed(store, "mention_away", "mention");
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          crossCheck.wake();
          return node.get("/actuator/health").statusCode() == 200;
        });
  }

  private static void renamed(Store store, String from, String to) {
    store.write(tx -> tx.sql("ALTER TABLE " + from + " RENAME TO " + to).update());
  }
}
