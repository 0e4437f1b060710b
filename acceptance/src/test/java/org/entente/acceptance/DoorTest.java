package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a node's doors let through, as a stranger, an officer and a program see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /**
   * Script or style that stands in the page itself; the policy would stop it, but none is there.
   */
  private static final Pattern INLINE =
      Pattern.compile("(?i)<script(?![^>]* src=)|<style|<[^>]+ (?:on[a-z]+|style)=|javascript:");

  private static final String PROBLEM = "application/problem+json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient http = HttpClient.newHttpClient();
  private TwoNodes nodes;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    nodes = new TwoNodes(folder, TwoNodes.BRIEF);
  }

  @AfterAll
  void stop() throws IOException {
    http.close();
    nodes.close();
  }

  private HttpRequest.Builder at(City city, String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + nodes.demonstration().webPort(city) + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(at(City.BAKU, path));
  }

  private Demonstration.Someone someone(String role) throws IOException {
    return nodes.demonstration().officer(City.BAKU, role);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static void saysNothingOfItsInside(HttpResponse<String> answer) {
    assertThat(answer.body())
        .doesNotContain("Exception", "\tat ", "org.entente", "springframework");
    assertThat(header(answer, "Server")).isEmpty();
  }

  private static void isProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).startsWith(PROBLEM);
    assertThat(json(answer).path("type").asString("")).isEqualTo("urn:entente:problem:" + code);
    saysNothingOfItsInside(answer);
  }

  /** A browser's session: its cookie, and the token of the page it last saw. */
  private record Session(String cookie, String csrf) {}

  private static Session session(HttpResponse<String> page, String before) {
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).as("the page has a form with its token").isTrue();
    return new Session(cookie(page, before), token.group(1));
  }

  private static String cookie(HttpResponse<String> answer, String before) {
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .map(c -> c.substring(0, c.indexOf(';')))
        .orElse(before);
  }

  private HttpResponse<String> post(String path, Session session, Map<String, String> fields)
      throws IOException, InterruptedException {
    List<String> pairs =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .toList();
    return send(
        at(City.BAKU, path)
            .header("Cookie", session.cookie())
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(String.join("&", pairs))));
  }

  private Session stranger() throws IOException, InterruptedException {
    return session(get("/sign-in"), "");
  }

  private Session signedIn(String role) throws IOException, InterruptedException {
    Session before = stranger();
    HttpResponse<String> answer = signIn(before, role, Map.of("_csrf", before.csrf()));
    assertThat(answer.statusCode()).isEqualTo(302);
    String cookie = cookie(answer, before.cookie());
    HttpResponse<String> home = send(at(City.BAKU, "/").header("Cookie", cookie));
    assertThat(home.statusCode()).isEqualTo(200);
    return session(home, cookie);
  }

  private HttpResponse<String> signIn(Session session, String role, Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("login", someone(role).login());
    fields.put("password", someone(role).password());
    return post("/sign-in", session, fields);
  }

  private HttpRequest.Builder program(City city, String path, String role)
      throws IOException, InterruptedException {
    return at(city, path).header("Authorization", "Bearer " + token(city, role));
  }

  private final Map<String, String> tokens = new HashMap<>();

  private String token(City city, String role) throws IOException, InterruptedException {
    String who = city + role;
    String known = tokens.get(who);
    if (known != null) {
      return known;
    }
    Demonstration.Someone officer = nodes.demonstration().officer(city, role);
    HttpResponse<String> answer = tokenFor(city, officer.login(), officer.password());
    assertThat(answer.statusCode()).isEqualTo(201);
    String token = json(answer).path("token").asString("");
    tokens.put(who, token);
    return token;
  }

  private HttpResponse<String> tokenFor(City city, String login, String password)
      throws IOException, InterruptedException {
    Map<String, Object> wanted =
        Map.of("login", login, "password", password, "label", "door", "days", 1);
    return send(
        at(city, "/api/v1/tokens")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(wanted))));
  }

  private HttpResponse<String> postJson(String path, String role, String body)
      throws IOException, InterruptedException {
    return send(
        program(City.BAKU, path, role)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  // Pages.

  @Test
  void everyPageForbidsScriptFramesCachesAndReferrers() throws IOException, InterruptedException {
    Session desk = signedIn("DESK");
    for (String page : List.of("/sign-in", "/", "/requests/new")) {
      HttpResponse<String> answer = send(at(City.BAKU, page).header("Cookie", desk.cookie()));

      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(page)
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
          .contains("script-src 'self'", "style-src 'self'", "form-action 'self'")
          .doesNotContain("unsafe-inline", "unsafe-eval", "*", "http:", "data:");
      assertThat(header(answer, "Cache-Control")).as(page).contains("no-store");
      assertThat(header(answer, "X-Content-Type-Options")).as(page).isEqualTo("nosniff");
      assertThat(header(answer, "X-Frame-Options")).as(page).isEqualTo("DENY");
      assertThat(header(answer, "Referrer-Policy")).as(page).isEqualTo("no-referrer");
      assertThat(answer.body()).as(page).doesNotContainPattern(INLINE);
      assertThat(header(answer, "Server")).isEmpty();
    }
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws IOException, InterruptedException {
    Session before = stranger();
    assertThat(signIn(before, "DESK", Map.of()).statusCode()).isEqualTo(403);
    assertThat(signIn(before, "DESK", Map.of("_csrf", "guessed")).statusCode()).isEqualTo(403);

    Session desk = signedIn("DESK");
    for (String form : List.of("/requests", "/cases/x/messages", "/sign-out")) {
      HttpResponse<String> answer = post(form, desk, Map.of());
      assertThat(answer.statusCode()).as(form).isEqualTo(403);
      saysNothingOfItsInside(answer);
    }
    assertThat(send(at(City.BAKU, "/").header("Cookie", desk.cookie())).statusCode())
        .as("nobody was signed out by a foreign form")
        .isEqualTo(200);
  }

  @Test
  void theTokenOfAnotherSessionIsRefused() throws IOException, InterruptedException {
    Session own = signedIn("DESK");
    Session other = signedIn("APPROVER");

    Session mixed = new Session(own.cookie(), other.csrf());

    assertThat(post("/sign-out", mixed, Map.of("_csrf", mixed.csrf())).statusCode()).isEqualTo(403);
  }

  @Test
  void theSessionsCookieIsForThisSiteAndNoScript() throws IOException, InterruptedException {
    Session before = stranger();
    HttpResponse<String> answer = signIn(before, "DESK", Map.of("_csrf", before.csrf()));

    assertThat(header(answer, "Set-Cookie"))
        .startsWith("entente=")
        .containsIgnoringCase("; HttpOnly")
        .containsIgnoringCase("; SameSite=Strict")
        .doesNotContainIgnoringCase("Domain=");
    assertThat(cookie(answer, "")).as("a new one at sign-in").isNotEqualTo(before.cookie());
    assertThat(send(at(City.BAKU, "/").header("Cookie", before.cookie())).statusCode())
        .as("the one from before is worth nothing")
        .isEqualTo(302);
  }

  @Test
  void whoSignedOutIsOut() throws IOException, InterruptedException {
    Session desk = signedIn("DESK");

    assertThat(post("/sign-out", desk, Map.of("_csrf", desk.csrf())).statusCode()).isEqualTo(302);

    assertThat(send(at(City.BAKU, "/").header("Cookie", desk.cookie())).statusCode())
        .isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/requests/new", "/cases/x", "/attachments/x", "/nothing", "/officers"})
  void aStrangerSeesTheSignInOnly(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(URI.create(header(answer, "Location")).getPath()).isEqualTo("/sign-in");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/cases/not-an-identifier",
        "/cases/00000000-0000-7000-8000-000000000000",
        "/attachments/00000000-0000-7000-8000-000000000000",
        "/assets/nothing.css",
        "/assets/..%2Fapplication.properties",
        "/officers"
      })
  void anAddressThatNamesNothingTellsNothing(String path) throws IOException, InterruptedException {
    Session desk = signedIn("DESK");

    HttpResponse<String> answer = send(at(City.BAKU, path).header("Cookie", desk.cookie()));

    assertThat(answer.statusCode()).as(answer::body).isIn(400, 403, 404);
    saysNothingOfItsInside(answer);
  }

  // API.

  @Test
  void aProgramNeedsAToken() throws IOException, InterruptedException {
    Session desk = signedIn("DESK");
    for (String path : List.of("/api/v1/cases", "/api/v1/me", "/api/v1/nothing")) {
      isProblem(get(path), 401, "token-missing");
      isProblem(
          send(at(City.BAKU, path).header("Authorization", "Bearer ent_guessed")),
          401,
          "token-missing");
      isProblem(send(at(City.BAKU, path).header("Cookie", desk.cookie())), 401, "token-missing");
    }
    assertThat(send(program(City.BAKU, "/api/v1/me", "DESK")).statusCode()).isEqualTo(200);
  }

  @Test
  void aProgramGetsTheSameHeadersAsAPage() throws IOException, InterruptedException {
    HttpResponse<String> answer = send(program(City.BAKU, "/api/v1/cases", "DESK"));

    assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aStepOfAnotherRoleIsRefused() throws IOException, InterruptedException {
    String request = JsonMapper.shared().writeValueAsString(TwoNodes.request("A purpose."));

    for (String role : List.of("APPROVER", "SUPERVISOR", "ADMINISTRATOR")) {
      isProblem(postJson("/api/v1/requests", role, request), 403, "role-missing");
    }
    assertThat(postJson("/api/v1/requests", "DESK", request).statusCode()).isEqualTo(201);
  }

  @Test
  void aPageAndAProgramHearTheSameStatusOfTheSameRefusal()
      throws IOException, InterruptedException {
    String request = JsonMapper.shared().writeValueAsString(TwoNodes.request("A purpose."));
    String file = json(postJson("/api/v1/requests", "DESK", request)).path("caseId").asString("");
    String hold = "/cases/" + file + "/review/hold";
    Session desk = signedIn("DESK");
    Session supervisor = signedIn("SUPERVISOR");
    String why = "It is needed in proceedings.";

    assertThat(post(hold, desk, Map.of("_csrf", desk.csrf(), "reason", why)).statusCode())
        .isEqualTo(403);
    isProblem(
        postJson("/api/v1" + hold, "DESK", "{\"reason\":\"" + why + "\"}"), 403, "role-missing");
    assertThat(post(hold, supervisor, Map.of("_csrf", supervisor.csrf())).statusCode())
        .isEqualTo(422);
    isProblem(postJson("/api/v1" + hold, "SUPERVISOR", "{}"), 422, "reason-missing");
  }

  @Test
  void anAdministratorSeesNoCase() throws IOException, InterruptedException {
    String request = JsonMapper.shared().writeValueAsString(TwoNodes.request("A purpose."));
    String file = json(postJson("/api/v1/requests", "DESK", request)).path("caseId").asString("");

    HttpResponse<String> one = send(program(City.BAKU, "/api/v1/cases/" + file, "ADMINISTRATOR"));
    HttpResponse<String> all = send(program(City.BAKU, "/api/v1/cases", "ADMINISTRATOR"));

    assertThat(one.statusCode()).isEqualTo(404);
    assertThat(all.body()).isEqualTo("[]");
    assertThat(send(program(City.BAKU, "/api/v1/cases/" + file, "DESK")).statusCode())
        .isEqualTo(200);
  }

  private long countersignedBy(String partner) throws IOException, InterruptedException {
    long entries = 0;
    for (JsonNode row : json(send(program(City.BAKU, "/api/v1/ledger/witnesses", "SUPERVISOR")))) {
      if (row.path("partner").asString("").equals(partner)) {
        entries = row.path("countersigned").asLong(0);
      }
    }
    return entries;
  }

  @Test
  void twoNodesCountersignEachOtherAndTheirPagesSayHowFar()
      throws IOException, InterruptedException {
    long countersigned = countersignedBy("rs.mup");
    for (int i = 0; i < 60 && countersigned == 0; i++) {
      Thread.sleep(500);
      countersigned = countersignedBy("rs.mup");
    }

    assertThat(countersigned).isPositive();
    assertThat(json(send(program(City.BAKU, "/api/v1/ledger/stops", "SUPERVISOR")))).isEmpty();
    for (String role : List.of("SUPERVISOR", "ADMINISTRATOR")) {
      HttpResponse<String> page =
          send(at(City.BAKU, "/log-stops").header("Cookie", signedIn(role).cookie()));
      assertThat(page.statusCode()).as(role).isEqualTo(200);
      assertThat(page.body()).doesNotContainPattern(INLINE).contains("/log-stops/keys/rs.mup");
    }
    HttpResponse<String> ledger =
        send(at(City.BAKU, "/ledger").header("Cookie", signedIn("SUPERVISOR").cookie()));
    assertThat(ledger.statusCode()).isEqualTo(200);
    assertThat(ledger.body()).contains("/log-stops/keys/rs.mup").contains("/log-stops/keys/own");
    for (String whose : List.of("rs.mup", "own")) {
      HttpRequest.Builder key = at(City.BAKU, "/log-stops/keys/" + whose);
      assertThat(send(key.header("Cookie", signedIn("SUPERVISOR").cookie())).statusCode())
          .as(whose)
          .isEqualTo(200);
    }
  }

  @Test
  void onlyASupervisorExportsTheLedger() throws IOException, InterruptedException {
    for (String role : List.of("DESK", "APPROVER", "ADMINISTRATOR")) {
      HttpResponse<String> answer = send(program(City.BAKU, "/api/v1/ledger/export", role));
      assertThat(answer.statusCode()).as(role).isEqualTo(403);
      saysNothingOfItsInside(answer);
    }
    HttpResponse<String> answer = send(program(City.BAKU, "/api/v1/ledger/export", "SUPERVISOR"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("az.mia/ledger");
  }

  private static final List<String> DESK =
      List.of(
          "/oversight",
          "/oversight/people",
          "/oversight/transfers",
          "/oversight/transfers.csv",
          "/oversight/transfers.pdf",
          "/oversight/unusual",
          "/oversight/answers",
          "/oversight/breaches");

  @Test
  void theSupervisorsDeskIsOpenToSupervisorsAlone() throws IOException, InterruptedException {
    String period = "?from=2026-01-01T00:00:00Z&until=2026-06-01T00:00:00Z";
    for (String role : List.of("DESK", "APPROVER", "ADMINISTRATOR", "DATA_OWNER")) {
      Session other = signedIn(role);
      for (String page : DESK) {
        HttpResponse<String> answer = send(at(City.BAKU, page).header("Cookie", other.cookie()));
        assertThat(answer.statusCode()).as(role + " " + page).isEqualTo(403);
        saysNothingOfItsInside(answer);
      }
      for (String path : List.of("transfers", "transfers.csv", "unusual")) {
        isProblem(
            send(program(City.BAKU, "/api/v1/oversight/" + path + period, role)),
            403,
            "role-missing");
      }
      isProblem(
          postJson(
              "/api/v1/oversight/people", role, "{\"name\":\"Cavid\",\"reason\":\"Because.\"}"),
          403,
          "role-missing");
    }
    Session supervisor = signedIn("SUPERVISOR");
    for (String page : DESK) {
      HttpResponse<String> answer = send(at(City.BAKU, page).header("Cookie", supervisor.cookie()));
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(header(answer, "Cache-Control")).as(page).contains("no-store");
      assertThat(answer.body()).as(page).doesNotContainPattern(INLINE);
    }
    for (String page : List.of("/oversight/people/x", "/oversight/histories/x?before=x")) {
      HttpResponse<String> answer = send(at(City.BAKU, page).header("Cookie", supervisor.cookie()));
      assertThat(answer.statusCode()).as(page).isEqualTo(404);
    }
  }

  @Test
  void aProgramOfASupervisorReadsTransfersAndWhoLooked() throws IOException, InterruptedException {
    String period = "?from=2026-01-01T00:00:00Z&until=2030-01-01T00:00:00Z";
    String request = JsonMapper.shared().writeValueAsString(TwoNodes.request("A purpose."));
    postJson("/api/v1/requests", "DESK", request);

    HttpResponse<String> transfers =
        send(program(City.BAKU, "/api/v1/oversight/transfers" + period, "SUPERVISOR"));
    HttpResponse<String> csv =
        send(program(City.BAKU, "/api/v1/oversight/transfers.csv" + period, "SUPERVISOR"));
    HttpResponse<String> found =
        postJson(
            "/api/v1/oversight/people",
            "SUPERVISOR",
            "{\"name\":\"Nobody Known\",\"reason\":\"A complaint of the person.\"}");

    assertThat(transfers.statusCode()).as(transfers::body).isEqualTo(200);
    assertThat(json(transfers).path("complete").asBoolean(false)).isTrue();
    assertThat(csv.body()).contains("at,kind,act,recipient,articles");
    assertThat(header(csv, "Content-Type")).startsWith("text/csv");
    assertThat(json(found).path("mentions").isEmpty()).as(found::body).isTrue();
    String id = json(found).path("id").asString("");
    isProblem(
        postJson("/api/v1/oversight/people/" + id + "/history", "SUPERVISOR", "{\"mentions\":[]}"),
        422,
        "nothing-chosen");
    isProblem(
        postJson(
            "/api/v1/oversight/people/" + id + "/history", "SUPERVISOR", "{\"mentions\":[\"x\"]}"),
        400,
        "request-malformed");
    isProblem(
        postJson("/api/v1/oversight/people", "SUPERVISOR", "{\"name\":\"Cavid\"}"),
        422,
        "reason-missing");
    isProblem(
        send(
            program(
                City.BAKU,
                "/api/v1/oversight/transfers?from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z",
                "SUPERVISOR")),
        422,
        "period-wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"text\"", "{\"partner\":", "{\"person\":[]}", "\u0000"})
  void jsonThatIsNoneIsRefused(String body) throws IOException, InterruptedException {
    isProblem(postJson("/api/v1/requests", "DESK", body), 400, "request-malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"offence", "urgency", "urgencyReason"})
  void anUnknownCodeIsNamedByItsField(String field) throws IOException, InterruptedException {
    Map<String, Object> request = TwoNodes.request("A purpose long enough.");
    request.put(field, "jaywalking");

    HttpResponse<String> answer =
        postJson("/api/v1/requests", "DESK", JsonMapper.shared().writeValueAsString(request));

    isProblem(answer, 400, "request-malformed");
    assertThat(json(answer).path("detail").asString("")).contains(" " + field + " ");
    assertThat(answer.body()).doesNotContain("jaywalking");
  }

  @Test
  void anIncompleteRequestIsKeptAndNamesEveryFieldWhenItIsHandedIn()
      throws IOException, InterruptedException {
    Map<String, Object> request = TwoNodes.request("");
    request.put("facts", "short");

    HttpResponse<String> kept =
        postJson("/api/v1/requests", "DESK", JsonMapper.shared().writeValueAsString(request));
    assertThat(kept.statusCode()).as(kept::body).isEqualTo(201);
    String draft = json(kept).path("messageId").asString("");
    HttpResponse<String> answer =
        postJson("/api/v1/messages/" + draft + "/submission", "DESK", "{}");

    isProblem(answer, 422, "content-faulty");
    assertThat(json(answer).path("faults").findValuesAsString("field"))
        .containsExactly("purpose", "facts");
  }

  @Test
  void theSixthWrongPasswordIsHeldBack() throws IOException, InterruptedException {
    String login = nodes.demonstration().officers(City.BELGRADE).getFirst().login();
    for (int i = 0; i < 5; i++) {
      isProblem(tokenFor(City.BELGRADE, login, "wrong password " + i), 401, "sign-in-denied");
    }

    HttpResponse<String> held = tokenFor(City.BELGRADE, login, "wrong password 6");

    isProblem(held, 429, "sign-in-held");
    assertThat(Long.parseLong(header(held, "Retry-After"))).isBetween(1L, 15L * 60 + 1);
    String right = nodes.demonstration().officers(City.BELGRADE).getFirst().password();
    isProblem(tokenFor(City.BELGRADE, login, right), 429, "sign-in-held");
  }

  @Test
  void everybodySeesHealthAndOnlyOverseersSeeNumbers() throws IOException, InterruptedException {
    assertThat(get("/actuator/health").body().toLowerCase(Locale.ROOT)).contains("up");
    isProblem(get("/actuator/prometheus"), 401, "token-missing");
    for (String role : List.of("DESK", "APPROVER")) {
      isProblem(send(program(City.BAKU, "/actuator/prometheus", role)), 403, "role-missing");
      assertThat(send(program(City.BAKU, "/actuator/health", role)).body())
          .doesNotContain("diskSpace");
    }
    for (String role : List.of("SUPERVISOR", "ADMINISTRATOR")) {
      HttpResponse<String> answer = send(program(City.BAKU, "/actuator/prometheus", role));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("jvm_memory_used_bytes");
      assertThat(send(program(City.BAKU, "/actuator/health", role)).body()).contains("diskSpace");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/actuator/beans"})
  void noOtherEndpointIsOpen(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(program(City.BAKU, path, "ADMINISTRATOR"));

    assertThat(answer.statusCode()).isIn(403, 404);
    saysNothingOfItsInside(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing", "/api/v1/cases/x", "/api/v1/../../etc/passwd"})
  void anUnknownPathOfTheApiTellsNothing(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(program(City.BAKU, path, "DESK"));

    assertThat(answer.statusCode()).as(answer::body).isIn(400, 403, 404);
    saysNothingOfItsInside(answer);
  }

  @Test
  void theApiDescribesItself() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/api/v1/openapi.json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("openapi").asString("")).startsWith("3.");
    assertThat(json(answer).path("paths").propertyNames())
        .contains("/api/v1/requests", "/api/v1/cases/{id}", "/api/v1/ledger/export");
  }
}
