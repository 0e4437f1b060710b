package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.RunningNode;
import org.entente.node.web.frame.PageForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A request in four steps, as a browser without scripts sends them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestStepsTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern DRAFT = Pattern.compile("/requests/([0-9a-f-]{36})/");

  private static final Map<String, String> WHOM =
      Map.of(
          "partner", "rs.mup",
          "offence", "drug-trafficking",
          "purpose", "To find the supplier of a consignment.");

  private static final Map<String, String> PERSON =
      Map.of(
          "familyName", "Ђорђевић",
          "givenName", "Петар",
          "birthDate", "2. јануар 1990.",
          "nationality", "Srbija",
          "category", "suspect-or-convicted");

  private static final Map<String, String> QUESTION =
      Map.of(
          "informationSought", "Entries to Serbia since the first of November.",
          "facts", "Eleven kilograms of heroin were found in a lorry.",
          "reasonsToBelieve", "The telephone was in Belgrade in November.",
          "link", "The person owned the lorry.",
          "urgency", "urgent",
          "urgencyReason", "threat-to-life",
          "urgencyReasons", "A witness was threatened.",
          "language", "sr",
          "handling", "H1");

  private RunningNode node;
  private RunningNode.Browser desk;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    node = RunningNode.founded(folder);
    new Belgrade().agreesWith(node);
    desk = node.signedIn("desk");
  }

  @AfterAll
  void stop() {
    node.close();
  }

  private static Map<String, String> with(Map<String, String> fields, String... more) {
    Map<String, String> all = new HashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static String place(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  /** Sends a step with what the page of it said. */
  private HttpResponse<String> step(String at, Map<String, String> fields, String pressed)
      throws Exception {
    String page = desk.get(at).body();
    return desk.post(at, with(fields, "step", pressed, "seen", found(SEEN, page)));
  }

  private String begun() throws Exception {
    desk.get("/requests/new");
    return found(DRAFT, place(desk.post("/requests/new", with(WHOM, "step", "next"))));
  }

  @Test
  void fourStepsLeadToTheApproverAndShowWhatWillBeRead() throws Exception {
    String draft = "/requests/" + begun();
    assertThat(place(step(draft + "/person", PERSON, "next"))).isEqualTo(draft + "/question");
    assertThat(place(step(draft + "/question", QUESTION, "next"))).isEqualTo(draft + "/check");

    String check = desk.get(draft + "/check").body();
    assertThat(check)
        .as("in the language of the request, as the partner's page shows it")
        .contains("lang=\"sr\"", "Србија", "Тражени подаци")
        .contains("<time datetime=\"1990-01-02\">")
        .as("in words, and who has to release it")
        .contains("Art. ", "released by one of", "Send to approver");
    String sent = place(step(draft + "/check", Map.of(), "send"));
    assertThat(sent).startsWith("/cases/");
    assertThat(desk.get(sent).body()).contains("Sent to the approver");
  }

  @Test
  void whatIsMissingIsNamedByStepAndAskedForOnlyWhenItIsSent() throws Exception {
    String draft = "/requests/" + begun();
    assertThat(place(step(draft + "/person", Map.of("familyName", "Ђорђевић"), "next")))
        .isEqualTo(draft + "/question");
    String check = desk.get(draft + "/check").body();
    assertThat(check).contains(draft + "/person?missing#category", "What was written so far");

    HttpResponse<String> sent = step(draft + "/check", Map.of(), "send");
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("id=\"faults\"", "autofocus", "?missing#urgency");
    assertThat(desk.get(draft + "/person?missing").body())
        .contains("id=\"faults\"", "href=\"#category\"", "value=\"Ђорђевић\"");
    assertThat(place(desk.get(draft))).isEqualTo(draft + "/person");
  }

  @Test
  void theWorkListNamesARequestThatIsStillBeingBegun() throws Exception {
    String draft = "/requests/" + begun();
    assertThat(desk.get("/?view=mine").body()).contains("A request being written");
    place(step(draft + "/person", Map.of("familyName", "Marković-Ilić"), "next"));
    assertThat(desk.get("/?view=mine").body()).contains("Marković-Ilić");
  }

  @Test
  void goingBackAndAsideLosesNothing() throws Exception {
    String draft = "/requests/" + begun();
    assertThat(place(step(draft + "/person", PERSON, "back"))).isEqualTo(draft + "/whom");
    assertThat(place(step(draft + "/whom", with(WHOM, "purpose", "To find them."), "to-question")))
        .isEqualTo(draft + "/question");
    assertThat(desk.get(draft + "/person").body())
        .contains("value=\"Ђорђевић\"", "2. јануар 1990.");
    assertThat(desk.get(draft + "/whom").body()).contains("To find them.");
  }

  @Test
  void aDateThatCannotBeReadIsSaidAtOnceAndIsSavedAsItWasTyped() throws Exception {
    String draft = "/requests/" + begun();

    HttpResponse<String> again =
        step(draft + "/person", with(PERSON, "birthDate", "01/02/1990"), "next");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body())
        .contains("This step is saved", "href=\"#birthDate\"", "value=\"01/02/1990\"")
        .contains("aria-invalid=\"true\"");
    assertThat(desk.get(draft + "/person").body()).contains("01/02/1990");
  }

  @Test
  void theFirstStepKeepsWhatWasTypedWhenNobodyIsChosen() throws Exception {
    desk.get("/requests/new");
    HttpResponse<String> again =
        desk.post("/requests/new", Map.of("purpose", "To find the supplier.", "step", "next"));

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("To find the supplier.", "href=\"#partner\"", "href=\"#offence\"");
  }

  @Test
  void mayIIsAnsweredBesideTheCrimeAndKeepsNothing() throws Exception {
    String before = cases();
    desk.get("/requests/new");
    HttpResponse<String> may =
        desk.post("/requests/new", with(WHOM, "offence", "computer-crime", "step", "ask"));

    assertThat(may.statusCode()).isEqualTo(200);
    assertThat(may.body())
        .contains(
            "the other side must consent first", "Art. 1(2)", "formaction=\"/requests/new#may\"");
    assertThat(may.body().indexOf("id=\"may-answer\""))
        .isBetween(may.body().indexOf("id=\"offence\""), may.body().indexOf("id=\"purpose\""));
    assertThat(cases()).isEqualTo(before);
  }

  private String cases() throws Exception {
    return node.send(node.program(node.token("desk"), "/api/v1/cases"))
        .headers()
        .firstValue("Total-Count")
        .orElseThrow();
  }

  /** Enter in a field presses the first button of its form. */
  @Test
  void enterInAFieldLeadsToTheNextStep() throws Exception {
    String draft = "/requests/" + begun();
    for (String at : List.of("/requests/new", draft + "/person", draft + "/question")) {
      String page = desk.get(at).body();
      String form = page.substring(page.indexOf("id=\"request\""));
      assertThat(form.substring(form.indexOf("<button"), form.indexOf("</button>")))
          .as(at)
          .contains("value=\"next\"");
    }
  }

  @Test
  void aDraftThatAnotherTabChangedIsShownBesideAndNotOverwritten() throws Exception {
    String draft = "/requests/" + begun();
    String seen = found(SEEN, desk.get(draft + "/person").body());
    place(step(draft + "/person", PERSON, "next"));

    HttpResponse<String> late =
        desk.post(
            draft + "/person",
            with(PERSON, "familyName", "Someone Else", "step", "next", "seen", seen));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("What is kept now", "Ђорђевић", "Someone Else");
    assertThat(desk.get(draft + "/person").body()).contains("value=\"Ђорђевић\"");
  }

  @Test
  void theLanguagesOfTheAgreementAreOfferedAndNoneIsPreset() throws Exception {
    String page = desk.get("/requests/" + begun() + "/question").body();

    assertThat(page).contains("id=\"language\"", "Article 4(6)", "<option value=\"en\">");
    assertThat(page).doesNotContain("selected=\"true\"");
  }

  @Test
  void thePartnerThatWasAskedLastAndNothingElseIsRemembered() throws Exception {
    begun();
    String page = desk.get("/requests/new").body();

    assertThat(page).containsPattern("value=\"rs.mup\" selected");
    assertThat(page.split(" selected", -1)).hasSize(2);
  }

  @Test
  void aNewRequestBeginsWithThePersonOfACase() throws Exception {
    String draft = "/requests/" + begun();
    place(step(draft + "/person", PERSON, "next"));
    String file = place(step(draft + "/question", QUESTION, "draft"));
    String id = file.substring("/cases/".length(), file.indexOf('?'));
    step(draft + "/check", Map.of(), "send");
    assertThat(desk.get("/cases/" + id).body())
        .contains("/requests/new?case=" + id, "/checks/new?case=" + id);

    String page = desk.get("/requests/new?case=" + id).body();
    Map<String, String> carried =
        PageForm.of("", page).stream()
            .filter(form -> form.action().equals("/requests/new"))
            .findFirst()
            .orElseThrow()
            .hidden();
    assertThat(carried)
        .containsEntry("familyName", "Ђорђевић")
        .containsEntry("birthDate", "02.01.1990");
    String another =
        found(
            DRAFT,
            place(
                desk.post(
                    "/requests/new",
                    with(carried, "partner", "rs.mup", "offence", "terrorism", "step", "next"))));
    assertThat(desk.get("/requests/" + another + "/person").body())
        .contains("value=\"Ђорђевић\"", "value=\"02.01.1990\"");
    assertThat(desk.get("/checks/new?case=" + id).body()).contains("Ђорђевић", "02.01.1990");
    assertThat(desk.get("/requests/new?draft=" + another).body()).contains("Ђорђевић");
    assertThat(desk.get("/requests/new?case=nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void aProgramKeepsAnIncompleteDraftAndCompletesIt() throws Exception {
    String token = node.token("desk");
    HttpResponse<String> kept =
        node.json(
            node.program(token, "/api/v1/requests"),
            """
            {"partner":"rs.mup","offence":"drug-trafficking","specialCategories":false,
             "strictlyNecessary":false,"political":false,
             "person":{"familyName":"Ђорђевић"},"facts":"Eleven"}
            """);
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    String message = RunningNode.read(kept).path("messageId").asString("");
    String file = RunningNode.read(kept).path("caseId").asString("");
    String view = node.send(node.program(token, "/api/v1/cases/" + file)).body();
    assertThat(view)
        .contains(
            "\"unfinished\":{", "\"missing\":[\"urgency\",\"category\",\"data\",\"language\"]");

    HttpResponse<String> sent =
        node.json(node.program(token, "/api/v1/messages/" + message + "/submission"), "{}");
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("content-faulty", "\"field\":\"category\"");
    assertThat(
            node.json(
                    node.program(
                        node.token("desk"),
                        "/api/v1/messages/" + message + "/take-over?seen=" + "0".repeat(64)),
                    "{}")
                .statusCode())
        .isEqualTo(409);
  }
}
