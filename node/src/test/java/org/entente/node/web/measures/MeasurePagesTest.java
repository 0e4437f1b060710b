package org.entente.node.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.RunningNode;
import org.entente.node.web.cases.Belgrade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Officers write, release and review urgent measures on pages and by program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasurePagesTest {
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

  private static Map.Entry<String, String> field(String name, String value) {
    return Map.entry(name, value);
  }

  private static List<Map.Entry<String, String>> lifeAtRisk(RunningNode node) {
    String tomorrow =
        DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT)
            .format(node.part(InstantSource.class).instant().atOffset(ZoneOffset.UTC).plusDays(1));
    return List.of(
        field("partner", "all"),
        field("endangered", "A girl of nine years"),
        field("imminent", "The kidnapper names an hour."),
        field("by", tomorrow),
        field("where", "Niš"),
        field("asked", "Find the telephone."),
        field("offence", "terrorism"),
        field("urgencyReason", "threat-to-life"),
        field("language", "en"),
        field("handling", "H1"));
  }

  private static String place(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aLifeAtRiskLeavesOnTheWordOfOneAndTheSupervisorSeesIt() throws Exception {
    RunningNode.Browser desk = node.signedIn("desk");

    assertThat(desk.get("/measures").body())
        .contains("There is no urgent measure.")
        .contains("/measures/new/alert");
    assertThat(desk.get("/measures/new/preservation").body()).contains("Article 29(2)");
    assertThat(desk.get("/measures/new/seen").statusCode()).isEqualTo(404);
    HttpResponse<String> faulty = desk.form("/measures/new/alert", List.of());
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body())
        .contains("Choose one. Nothing is chosen for you.")
        .contains("#partner")
        .contains("#what")
        .contains("#handling");

    String measure = place(desk.form("/measures/new/life-at-risk", lifeAtRisk(node)));
    String page = desk.get(measure).body();
    assertThat(page)
        .contains("What happens on release")
        .contains("✓ <bdi>")
        .contains("Release alone")
        .contains("A girl of nine years");
    assertThat(desk.post(measure + "/release", Map.of()).statusCode()).isEqualTo(403);
    assertThat(desk.post(measure + "/release-alone", Map.of()).statusCode()).isEqualTo(303);
    assertThat(desk.get(measure).body())
        .contains("Released alone by")
        .contains("That was an exercise")
        .doesNotContain("It was right");

    RunningNode.Browser supervisor = node.signedIn("supervisor");
    assertThat(supervisor.get("/oversight").body())
        .contains("Released by one person")
        .contains(measure);
    assertThat(supervisor.get(measure).body()).contains("It was right");
    assertThat(supervisor.post(measure + "/confirmation", Map.of()).statusCode()).isEqualTo(303);
    assertThat(supervisor.get(measure).body()).contains("Confirmed afterwards by");
    assertThat(supervisor.get("/oversight").body()).contains("confirmed by");
    assertThat(desk.get(measure).body()).contains("Put to a case").doesNotContain("Evidence file");
    HttpResponse<String> elsewhere =
        desk.form(measure + "/case", List.of(field("reference", "AZ-2026-123456")));
    assertThat(elsewhere.statusCode()).isEqualTo(422);
    assertThat(elsewhere.body()).contains("No case is called so", "value=\"AZ-2026-123456\"");
    assertThat(supervisor.get(measure).body()).contains("Evidence file");
    HttpResponse<String> reasonless =
        supervisor.form(
            measure + "/evidence", List.of(field("partner", "rs.mup"), field("reason", "why")));
    assertThat(reasonless.statusCode()).isEqualTo(422);
    assertThat(reasonless.body()).contains("Evidence file");
    HttpResponse<String> file =
        supervisor.form(
            measure + "/evidence",
            List.of(
                field("partner", "rs.mup"),
                field("reason", "The court in Baku asked for it."),
                field("language", "az")));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("-U0")
        .contains(".asice");
    assertThat(supervisor.get(measure).body()).contains("The court in Baku asked for it.");
    assertThat(desk.get("/").body()).contains("Urgent measures that are open: 1");
    assertThat(node.signedIn("administrator").get("/measures").statusCode()).isEqualTo(403);
  }

  @Test
  void programsDoWhatPagesDoAndAPreservationRequestIsPrintedInBothLanguages() throws Exception {
    String desk = node.token("desk");
    String wanted =
        """
        {"kind":"preservation","partners":["rs.mup"],"offence":"drug-trafficking","urgencyReason":null,
         "authority":"Prosecutor in Baku","facts":"Fraud with invented shops.","data":"The mailbox of the shop.",
         "custodian":"A provider in Belgrade","necessity":"Logs are erased soon.","intent":"Disclosure follows.",
         "contact":"Day and night, UTC+4","forDays":%d,"handling":["h1"],"language":"en"}
        """;

    HttpResponse<String> shorter =
        node.json(node.program(desk, "/api/v1/measures"), wanted.formatted(59));
    assertThat(shorter.statusCode()).isEqualTo(422);
    assertThat(shorter.body()).contains("forDays");
    HttpResponse<String> taken =
        node.json(node.program(desk, "/api/v1/measures"), wanted.formatted(60));
    assertThat(taken.statusCode()).isEqualTo(201);
    String id = RunningNode.read(taken).path("measure").asString("");
    assertThat(node.send(node.program(desk, "/api/v1/measures/" + id + "/outcomes")).body())
        .isEqualTo("[{\"partner\":\"rs.mup\",\"leaves\":true,\"postReaches\":true}]");
    assertThat(
            node.json(node.program(desk, "/api/v1/measures/" + id + "/release"), "").statusCode())
        .isEqualTo(403);
    String approver = node.token("approver");
    assertThat(
            node.json(node.program(approver, "/api/v1/measures/" + id + "/release"), "")
                .statusCode())
        .isEqualTo(200);
    String leg =
        RunningNode.read(node.send(node.program(desk, "/api/v1/measures/" + id)))
            .path("legs")
            .path(0)
            .path("id")
            .asString("");
    assertThat(
            node.json(
                    node.program(desk, "/api/v1/measures/legs/" + leg + "/steps"),
                    "{\"kind\":\"withdrawal\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(node.send(node.program(desk, "/api/v1/measures")).body())
        .contains("\"course\":\"withdrawn\"")
        .doesNotContain("invented shops");

    RunningNode.Browser browser = node.signedIn("desk");
    HttpRequest form = browser.with(node.at("/measures/" + id + "/form.pdf")).build();
    byte[] pdf = HttpClient.newHttpClient().send(form, BodyHandlers.ofByteArray()).body();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void aQuestionIsWrittenWithChoicesOfClosedListsAndNothingTypedIsLost() throws Exception {
    RunningNode.Browser desk = node.signedIn("desk");
    for (String kind : List.of("emergency-disclosure", "verification", "arrival-question")) {
      assertThat(desk.get("/measures/new/" + kind).body()).contains("name=\"partner\"");
      assertThat(desk.form("/measures/new/" + kind, List.of()).statusCode()).isEqualTo(422);
    }
    List<Map.Entry<String, String>> wanted =
        List.of(
            field("partner", "rs.mup"),
            field("documentNumber", "AA 1234567"),
            field("issuedBy", "Belgrade, 3 May 2021"),
            field("doubt", "The laminate is loose at one side."),
            field("offence", "forgery-of-documents"),
            field("urgencyReason", "none"),
            field("language", "en"),
            field("handling", "H1"));

    HttpResponse<String> faulty =
        desk.form("/measures/new/verification", with(wanted, "documentKind", "MOON-PASSPORT"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("#documentKind").contains("AA 1234567");
    String measure =
        place(desk.form("/measures/new/verification", with(wanted, "documentKind", "PASSPORT")));

    assertThat(desk.get(measure).body())
        .contains("Verification of a document")
        .contains("AA 1234567")
        .contains("does not know this yet")
        .contains("✓ <bdi>");
    assertThat(desk.get(measure + "/form.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void anEmergencyDisclosureIsNotOfferedToLeaveWhereNoAgreementHasIt() throws Exception {
    String desk = node.token("desk");
    String wanted =
        """
        {"kind":"emergency-disclosure","partners":["rs.mup"],"offence":"terrorism","urgencyReason":"threat-to-life",
         "endangered":"A girl of nine years.","imminent":"The kidnapper names an hour.","by":"%s",
         "authority":"Police of Baku","provider":"A provider","accounts":"+381 60 000 000","wanted":"The place of the telephone.",
         "averts":"It shows where she is.","tooSlow":"Letters take weeks.","intent":"A letter rogatory follows.",
         "contact":"Day and night","handling":["h1"],"language":"en"}
        """
            .formatted(node.part(InstantSource.class).instant().plusSeconds(14_400));
    HttpResponse<String> taken = node.json(node.program(desk, "/api/v1/measures"), wanted);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    String id = RunningNode.read(taken).path("measure").asString("");

    assertThat(node.send(node.program(desk, "/api/v1/measures/" + id + "/outcomes")).body())
        .isEqualTo("[{\"partner\":\"rs.mup\",\"leaves\":false,\"postReaches\":true}]");
    assertThat(
            node.json(node.program(desk, "/api/v1/measures/" + id + "/release-alone"), "").body())
        .contains("nobody-permitted");
    assertThat(node.signedIn("desk").get("/measures/" + id).body())
        .contains("No agreement permits it");
  }

  private static List<Map.Entry<String, String>> with(
      List<Map.Entry<String, String>> fields, String name, String value) {
    return Stream.concat(fields.stream(), Stream.of(field(name, value))).toList();
  }

  @Test
  void aCallIsWrittenDownAndCalledBackOnlyWhereTheAgreementSays() throws Exception {
    RunningNode.Browser desk = node.signedIn("desk");
    Map<String, String> call =
        Map.of(
            "partner",
            "rs.mup",
            "asked",
            "they",
            "with",
            "Duty officer",
            "number",
            "+381 11 000 000",
            "said",
            "A lorry will cross tonight.");

    desk.get("/calls/new");
    assertThat(desk.post("/calls/new", Map.of()).statusCode()).isEqualTo(422);
    String place = place(desk.post("/calls/new", call));

    assertThat(desk.get(place).body())
        .contains("contact-point@mup.rs.example")
        .contains("never call back there");
    assertThat(desk.get("/measures").body()).contains(place);
    assertThat(desk.post(place + "/closure", Map.of("words", "short")).statusCode()).isEqualTo(422);
    assertThat(
            desk.post(place + "/closure", Map.of("words", "The post there knows of no call."))
                .statusCode())
        .isEqualTo(303);
    assertThat(desk.get("/measures").body()).doesNotContain(place);
  }
}
