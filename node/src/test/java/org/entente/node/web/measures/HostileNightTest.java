package org.entente.node.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.entente.node.RunningNode;
import org.entente.node.web.cases.Belgrade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is hostile, huge or simultaneous is answered, and never by a defect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileNightTest {
  private RunningNode node;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    node = RunningNode.founded(folder);
    new Belgrade().agreesWith(node);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  private static final int AT_ONCE = 8;
  private static final String LONG = "x".repeat(20_001);
  private static final List<String> NO_IDENTIFIERS =
      List.of("x", "0", "..%2f..", "%00", "'%20OR%201=1", "x".repeat(2_000), "019ab1f0-7c00");

  private static Map.Entry<String, String> field(String name, String value) {
    return Map.entry(name, value);
  }

  private static void answered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri().toString()).isBetween(200, 499);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at org.");
  }

  @Test
  void addressesThatNameNothingAreAnsweredInPlainWords() throws Exception {
    RunningNode.Browser desk = node.signedIn("desk");
    desk.get("/measures/new/alert");
    String none = UUID.randomUUID().toString();
    for (String id : Stream.concat(NO_IDENTIFIERS.stream(), Stream.of(none)).toList()) {
      for (String page :
          List.of(
              "/measures/" + id,
              "/measures/new/" + id,
              "/measures/new/alert?like=" + id,
              "/measures/" + id + "/form.pdf",
              "/measures?page=" + id,
              "/calls/" + id)) {
        answered(desk.get(page));
      }
      if (id.contains("%")) {
        continue; // The server closes the line itself, and the next form would meet that.
      }
      for (String act :
          List.of(
              "/measures/" + id + "/release",
              "/measures/" + id + "/" + id,
              "/measures/" + id + "/legs/" + id + "/verified",
              "/measures/" + none + "/legs/" + none + "/" + id,
              "/measures/" + id + "/calls/" + id,
              "/measures/radio-checks/" + id,
              "/calls/" + id + "/closure",
              "/calls/" + none + "/confirmation")) {
        HttpResponse<String> answer =
            desk.form(act, List.of(field("words", LONG), field("measure", id)));
        answered(answer);
        assertThat(answer.statusCode()).as(act).isGreaterThanOrEqualTo(400);
      }
    }
  }

  @Test
  void whatIsTooLongOrCannotBeShownIsNamedAtItsFieldAndNothingTypedIsLost() throws Exception {
    RunningNode.Browser desk = node.signedIn("desk");
    Map<String, List<String>> texts =
        Map.of(
            "alert", List.of("what", "where", "when", "endangered", "asked"),
            "preservation", List.of("authority", "facts", "data", "custodian", "necessity"),
            "emergency-disclosure", List.of("provider", "accounts", "wanted", "averts"),
            "verification", List.of("documentNumber", "issuedBy", "particulars", "doubt"),
            "arrival-question", List.of("sent", "sentOn", "sentTo", "sentUnder"));
    for (Map.Entry<String, List<String>> kind : texts.entrySet()) {
      String form = "/measures/new/" + kind.getKey();
      desk.get(form);
      for (String value : List.of(LONG, "a\u0000b and more", "\uD800 and more than ten")) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        kind.getValue().forEach(name -> fields.add(field(name, value)));
        fields.add(field("partner", "rs.mup"));
        fields.addAll(Collections.nCopies(3_000, field("partner", "xx.none")));
        HttpResponse<String> answer = desk.form(form, fields);

        assertThat(answer.statusCode()).as(form).isIn(400, 422);
        if (value.equals(LONG)) {
          kind.getValue().forEach(name -> assertThat(answer.body()).contains("#" + name));
          assertThat(answer.body()).contains(LONG);
        }
      }
    }
    desk.get("/calls/new");
    HttpResponse<String> call =
        desk.form(
            "/calls/new",
            List.of(
                field("partner", "rs.mup"),
                field("asked", "they"),
                field("with", LONG),
                field("number", LONG),
                field("said", LONG)));
    assertThat(call.statusCode()).isEqualTo(422);
    assertThat(call.body()).contains(LONG);
  }

  @Test
  void ofManyWhoActAtTheSameMomentOneActs() throws Exception {
    String desk = node.token("desk");
    String approver = node.token("approver");
    String wanted =
        """
        {"kind":"verification","partners":["rs.mup"],"offence":"forgery-of-documents",
         "documentKind":"passport","documentNumber":"AA 1234567","issuedBy":"Belgrade",
         "doubt":"The laminate is loose.","handling":["h1"],"language":"en"}
        """;
    String id =
        RunningNode.read(node.json(node.program(desk, "/api/v1/measures"), wanted))
            .path("measure")
            .asString("");

    assertThat(
            statuses(
                () -> node.json(node.program(approver, "/api/v1/measures/" + id + "/release"), "")))
        .filteredOn(status -> status == 200)
        .hasSize(1);
    assertThat(
            statuses(() ->
                node.json(
                    node.program(desk, "/api/v1/measures/radio-checks"),
                    "{\"partner\":\"rs.mup\"}")))
        .filteredOn(status -> status == 200)
        .hasSize(1);
    for (String garbage : List.of("", "{", "[]", "{\"partner\":7}", "{\"partner\":\"\"}")) {
      assertThat(
              node.json(node.program(desk, "/api/v1/measures/radio-checks"), garbage).statusCode())
          .isBetween(400, 422);
      assertThat(node.json(node.program(desk, "/api/v1/measures"), garbage).statusCode())
          .isBetween(400, 422);
    }
  }

  private static List<Integer> statuses(Callable<HttpResponse<String>> call) throws Exception {
    List<Integer> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<HttpResponse<String>> each :
          threads.invokeAll(Collections.nCopies(AT_ONCE, call))) {
        HttpResponse<String> answer = each.get();
        answered(answer);
        all.add(answer.statusCode());
      }
    }
    return all;
  }

  @Test
  void aPageOfThePostSaysWhatItMayAndNoMore() throws Exception {
    RunningNode.Browser desk = node.signedIn("desk");
    desk.get("/");
    String thousands = (UUID.randomUUID() + ",").repeat(20_000);
    for (List<Map.Entry<String, String>> said :
        List.of(
            List.of(field("page", "x".repeat(50_000))),
            List.of(field("page", "1a"), field("rang", "x")),
            List.of(field("page", "1a"), field("armed", "perhaps")),
            List.of(field("page", "1a"), field("armed", "true"), field("rang", thousands)),
            List.<Map.Entry<String, String>>of())) {
      HttpResponse<String> answer = desk.form("/duty/page", said);
      answered(answer);
      assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    }
    assertThat(desk.get("/duty/stream").statusCode()).isEqualTo(204);
    HttpRequest.Builder stranger = node.at("/duty/board/stream");
    assertThat(
            node.send(stranger.header("Cookie", "entente-board=board_" + "x".repeat(3_000)))
                .statusCode())
        .isEqualTo(204);
    RunningNode.Browser wall = node.stranger();
    wall.get("/duty/board");
    for (String token : List.of("", "board_", LONG, "board_\u0000", "Ћ".repeat(90))) {
      assertThat(wall.post("/duty/board", Map.of("token", token)).statusCode()).isEqualTo(403);
    }
    answered(wall.post("/duty/board/page", Map.of("page", "1a", "armed", "true")));
  }
}
