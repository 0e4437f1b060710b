package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.ShippedAgreements;
import org.entente.node.LedgerOf;
import org.entente.node.RunningNode;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.store.Store;
import org.entente.seal.Identity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The work list, its steps and the search, as a browser and a program meet them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkListPageTest {
  private static final AuthorityId BELGRADE = new AuthorityId("rs.mup");

  private final Identity belgrade =
      Identity.create(
          "rs.mup", "Ministry in Belgrade", InstantSource.system(), Duration.ofDays(30));

  RunningNode node;
  private String desk;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    node = RunningNode.founded(folder);
    ShippedAgreements.Shipped shipped = ShippedAgreements.serbiaAzerbaijan2010();
    Identity own = node.part(Identity.class);
    node.part(AgreementsInForce.class)
        .load(
            shipped.instrument(),
            shipped.arrangement(
                Map.of(
                    new AuthorityId("az.mia"),
                    new Fingerprint(own.card().fingerprint().hex()),
                    BELGRADE,
                    new Fingerprint(belgrade.card().fingerprint().hex()))),
            shipped.history(),
            belgrade.card(),
            URI.create("https://127.0.0.1:9"));
    desk = node.token("desk");
  }

  @AfterAll
  void stop() {
    node.close();
  }

  /** A draft of the desk about an invented person. */
  JsonNode drafted(String given, String family, String urgency) throws Exception {
    HttpResponse<String> answer =
        node.json(
            node.program(desk, "/api/v1/requests"),
            """
            {"partner":"rs.mup","offence":"drug-trafficking","urgency":"%s",%s
             "data":["personal-details"],"specialCategories":false,"strictlyNecessary":false,
             "political":false,"person":{"givenName":"%s","familyName":"%s",
             "birthDate":"1984-03-21","category":"suspect-or-convicted"},
             "informationSought":"Entries to Serbia since the first of November.",
             "purpose":"Criminal investigation of drug trafficking.",
             "facts":"Eleven kilograms were seized at the border.",
             "reasonsToBelieve":"A receipt of a hotel in Niš was found.",
             "link":"The person rented the vehicle.","language":"en","handling":["H1"]}
            """
                .formatted(
                    urgency,
                    urgency.equals("urgent")
                        ? "\"urgencyReason\":\"threat-to-life\",\"urgencyReasons\":\"A witness was"
                            + " threatened.\","
                        : "",
                    given,
                    family));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningNode.read(answer);
  }

  String submitted(String given, String family) throws Exception {
    JsonNode draft = drafted(given, family, "urgent");
    HttpResponse<String> answer =
        node.json(
            node.program(
                desk, "/api/v1/messages/" + draft.path("messageId").asString("") + "/submission"),
            "");
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return draft.path("caseId").asString("");
  }

  JsonNode asked(String token, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = node.send(node.program(token, "/api/v1/" + path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningNode.read(answer);
  }

  @Test
  void eachRoleStartsFromAPageOfItsOwnAndMeetsNoClosedDoor() throws Exception {
    submitted("Anar", "Quliyev");
    assertThat(node.signedIn("desk").get("/").body()).contains("?view=mine", "Quliyev");
    assertThat(node.signedIn("approver").get("/").body())
        .contains("<a href=\"/?view=release\" aria-current=\"page\">", "Quliyev");
    for (String login : List.of("supervisor", "administrator", "analyst", "data.owner")) {
      RunningNode.Browser browser = node.signedIn(login);
      String start = browser.get("/").body();
      assertThat(start).contains("class=\"doors\"").doesNotContain("Quliyev");
      for (String link : start.split("<a href=\"", -1)) {
        String path = link.substring(0, Math.max(0, link.indexOf('"')));
        if (path.startsWith("/")) {
          assertThat(browser.get(path).statusCode()).as(login + " " + path).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void whatAFilterAsksForStandsInTheAddressAndWhatItCannotMeanIsRefused() throws Exception {
    drafted("Sevda", "Məmmədova", "normal");
    RunningNode.Browser browser = node.signedIn("desk");

    assertThat(browser.get("/?view=mine&urgency=normal&crime=drug-trafficking").body())
        .contains("Məmmədova", "value=\"normal\" selected");
    assertThat(browser.get("/?view=mine&urgency=urgent").body()).doesNotContain("Məmmədova");
    assertThat(browser.get("/?view=all-of-it").statusCode()).isEqualTo(400);
    assertThat(node.send(node.program(desk, "/api/v1/cases?urgency=very")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void theApiTellsTheListInTheWordsOfThePage() throws Exception {
    String id = submitted("Rauf", "Əliyev");

    JsonNode line =
        asked(desk, "cases?view=release&direction=ours")
            .valueStream()
            .filter(each -> each.path("id").asString("").equals(id))
            .findFirst()
            .orElseThrow();

    assertThat(line.path("person").asString("")).isEqualTo("Rauf Əliyev");
    assertThat(line.path("nextStep").asString("")).isEqualTo("release");
    assertThat(line.path("urgencyReason").asString("")).isEqualTo("threat-to-life");
    assertThat(line.path("last").path("state").asString("")).isEqualTo("awaiting-approval");
    assertThat(asked(desk, "cases/counts?direction=ours").path("release").asLong(0)).isPositive();
    assertThat(asked(node.token("analyst"), "cases")).isEmpty();
  }

  @Test
  void tickedCasesAreHandedBackAndTakenEachOnItsOwn() throws Exception {
    String first = drafted("Elşən", "Həsənov", "normal").path("caseId").asString("");
    String second = drafted("Nərgiz", "Babayeva", "normal").path("caseId").asString("");
    RunningNode.Browser browser = node.signedIn("desk");
    browser.get("/");

    assertThat(ticked(browser, "hand-back", first).statusCode()).isEqualTo(303);
    HttpResponse<String> again =
        browser.post(
            "/cases/ticked", Map.of("case", first, "step", "hand-back", "back", "view=new"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Not done for AZ-");
    assertThat(ticked(browser, "take", first).headers().firstValue("Location"))
        .contains("/?view=mine");
    assertThat(ticked(browser, "take", second).statusCode()).isEqualTo(409);
    assertThat(browser.post("/cases/ticked", Map.of("step", "take")).statusCode()).isEqualTo(422);
    assertThat(
            browser
                .post(
                    "/cases/ticked",
                    Map.of("case", first, "step", "take", "back", "https://evil.example/"))
                .headers()
                .firstValue("Location"))
        .isEmpty();
  }

  @Test
  void whoChoosesNoColleagueIsToldSoAndNothingChanges() throws Exception {
    RunningNode.Browser browser = node.signedIn("desk");
    String file = drafted("Vaqif", "Rzayev", "normal").path("caseId").asString("");

    HttpResponse<String> given =
        browser.post("/cases/ticked", Map.of("case", file, "step", "assign", "holder", ""));
    HttpResponse<String> named =
        browser.post("/cases/deputy", Map.of("deputy", "", "until", "2026-01-02"));

    assertThat(given.statusCode()).isGreaterThanOrEqualTo(400).isLessThan(500);
    assertThat(named.statusCode()).isGreaterThanOrEqualTo(400).isLessThan(500);
    assertThat(browser.get("/?view=mine").body()).contains("Rzayev");
  }

  private static HttpResponse<String> ticked(RunningNode.Browser browser, String step, String id)
      throws IOException, InterruptedException {
    return browser.post("/cases/ticked", Map.of("case", id, "step", step, "back", "view=mine"));
  }

  private HttpResponse<String> searched(RunningNode.Browser browser, String text)
      throws IOException, InterruptedException {
    return browser.post("/search", Map.of("text", text));
  }

  @Test
  void oneSearchFindsACaseByItsReferenceAndByAPartOfIt() throws Exception {
    String id = drafted("Fidan", "Rzayeva", "normal").path("caseId").asString("");
    RunningNode.Browser browser = node.signedIn("desk");
    String reference = asked(desk, "cases/" + id).path("summary").path("reference").asString("");

    assertThat(searched(browser, reference.toLowerCase(Locale.ROOT)).body())
        .contains("/cases/" + id, "Rzayeva");
    assertThat(searched(browser, reference.substring(4)).body()).contains("/cases/" + id);
    assertThat(searched(browser, "%2026%").body()).doesNotContain("/cases/" + id);
    assertThat(searched(browser, "").body()).contains("Write a name");
    assertThat(searched(browser, "x".repeat(201)).body()).contains("at most 200 characters");
    assertThat(searched(browser, "<script>1").body()).doesNotContain("<script>1");
  }

  @Test
  void theSearchShowsEachRoleWhatItMayReadAndNotesTheLook() throws Exception {
    Store store = node.part(Store.class);
    searched(node.signedIn("analyst"), "Nobody Known 1990-01-02");
    assertThat(LedgerOf.events(store)).endsWith("records-searched");
    String supervisor = searched(node.signedIn("supervisor"), "Nobody Known").body();

    assertThat(LedgerOf.events(store)).endsWith("cases-searched");
    assertThat(supervisor).contains("found-cases").doesNotContain("found-records");
    assertThat(node.signedIn("administrator").get("/").body()).doesNotContain("id=\"find\"");
    assertThat(LedgerOf.text(store)).doesNotContain("Nobody");
    assertThat(
            RunningNode.read(
                    node.json(node.program(desk, "/api/v1/search"), "{\"text\":\"Nobody Known\"}"))
                .path("cases"))
        .isEmpty();
  }

  @Test
  void anApproverReleasesTickedMessagesAfterReadingThemTogether() throws Exception {
    String first = submitted("Kamran", "Seyidov");
    String second = submitted("Aysel", "Vəliyeva");
    RunningNode.Browser approver = node.signedIn("approver");
    approver.get("/");
    HttpResponse<String> read =
        approver.form(
            "/cases/ticked",
            List.of(
                Map.entry("case", first),
                Map.entry("case", second),
                Map.entry("step", "release"),
                Map.entry("back", "view=release")));
    assertThat(read.body()).contains("Seyidov", "Vəliyeva", "imminent threat to life");
    List<String> seen =
        Pattern.compile("name=\"release\" value=\"([^\"]+)\"")
            .matcher(read.body())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(seen).hasSize(2);
    HttpResponse<String> released =
        approver.form(
            "/cases/releases",
            List.of(
                Map.entry("release", seen.getFirst()),
                Map.entry("release", seen.getLast() + "0"),
                Map.entry("back", "view=release")));

    assertThat(released.statusCode()).isEqualTo(409);
    assertThat(released.body()).contains("Done for 1 case", "It was changed after you opened it");
    assertThat(asked(desk, "cases?view=release").toString())
        .doesNotContain("Seyidov")
        .contains("Vəliyeva");
  }

  @Test
  void afterAReleaseTheNextThatWaitsIsOpened() throws Exception {
    String first = submitted("Orxan", "İsmayılov");
    submitted("Leyla", "Abbasova");
    RunningNode.Browser approver = node.signedIn("approver");
    approver.get("/");
    String message = asked(desk, "cases/" + first).path("messages").path(0).path("id").asString("");

    HttpResponse<String> released =
        approver.post("/messages/" + message + "/release", Map.of("next", "release"));

    assertThat(released.headers().firstValue("Location").orElse(""))
        .startsWith("/cases/")
        .doesNotContain(first);
  }

  @Test
  void aPartOfTheListIsSavedUnderANameThatNobodyElseReads() throws Exception {
    RunningNode.Browser browser = node.signedIn("desk");
    browser.get("/");
    Map<String, String> wanted = Map.of("back", "view=due&urgency=urgent", "name", "Quliyev & co");
    assertThat(browser.post("/cases/filters", wanted).statusCode()).isEqualTo(303);
    assertThat(browser.post("/cases/filters", Map.of("back", "view=due")).statusCode())
        .isEqualTo(422);

    String list = browser.get("/").body();
    assertThat(list).contains("Quliyev &amp; co", "/?view=due&amp;urgency=urgent");
    assertThat(node.signedIn("approver").get("/").body()).doesNotContain("Quliyev &amp; co");
    String removal =
        Pattern.compile("/cases/filters/[0-9a-f-]{36}/removal")
            .matcher(list)
            .results()
            .findFirst()
            .orElseThrow()
            .group();
    browser.post(removal, Map.of());
    assertThat(browser.get("/").body()).doesNotContain("Quliyev &amp; co");
  }

  @Test
  void everyScriptAndStyleThatAPageNamesIsServed() throws Exception {
    List<String> named =
        Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
            .matcher(node.signedIn("desk").get("/").body())
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(named).contains("/assets/desk.js", "/assets/entente.css");
    for (String path : named) {
      assertThat(node.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void anOpenPageIsToldCountsAndNothingElse() throws Exception {
    submitted("Zaur", "Axundov");
    HttpResponse<String> news = node.signedIn("desk").get("/news");

    assertThat(news.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(news.body())
        .matches("(?s)retry: [0-9]+\ndata: \\{(\"[a-z]+\":[0-9]+,?)+}\n\n")
        .contains("\"unread\":0");
    assertThat(node.get("/news").statusCode()).isEqualTo(204);
  }

  @Test
  void aProgramTakesACaseAndNamesADeputy() throws Exception {
    String id = drafted("Tural", "Nağıyev", "normal").path("caseId").asString("");
    String path = "/api/v1/cases/" + id + "/holder";

    assertThat(node.send(node.program(desk, path).DELETE()).statusCode()).isEqualTo(204);
    assertThat(put(path, "{}").statusCode()).isEqualTo(204);
    assertThat(put(path, "{}").statusCode()).isEqualTo(409);
    assertThat(put(path, "{\"holder\":\"nobody\"}").statusCode()).isEqualTo(400);
    assertThat(
            put(
                    "/api/v1/deputy",
                    "{\"deputy\":\"00000000-0000-7000-8000-000000000000\",\"until\":\"%s\"}"
                        .formatted(Instant.now().plus(Duration.ofDays(1))))
                .statusCode())
        .isEqualTo(422);
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return node.send(
        node.program(desk, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }
}
