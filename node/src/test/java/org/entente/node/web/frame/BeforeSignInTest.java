package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.RunningNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a stranger can make a node take, read, keep or say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeforeSignInTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=b";

  private RunningNode node;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    node = RunningNode.founded(folder);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  /** Sends head and no body: what is answered then was answered unread. */
  private String unread(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
        line.append((char) c);
      }
      return line.toString();
    }
  }

  private static String head(String request, String type, long length) {
    return request
        + " HTTP/1.1\r\nHost: x\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length;
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /sign-in", "POST /api/v1/tokens", "POST /requests", "PUT /x"})
  void aLargeBodyOfAStrangerIsRefusedUnread(String request) throws IOException {
    String type = request.contains("api") ? "application/json" : FORM;

    assertThat(unread(head(request, type, 18L << 20))).contains(" 413 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/api/v1/tokens", "/requests", "/steps", "/nothing", "/"})
  void filesAreTakenOnTheirFourWaysAndNowhereElse(String path) throws IOException {
    assertThat(unread(head("POST " + path, MULTIPART, 96L << 20))).contains(" 415 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/messages/x/files",
        "/records/imports/form",
        "/records/screenings/form",
        "/checks/lists/form"
      })
  void aFileOfAStrangerIsSentToTheSignInUnread(String path) throws IOException {
    assertThat(unread(head("POST " + path, MULTIPART, 96L << 20))).contains(" 302 ");
  }

  @Test
  void aFormInPiecesIsRefusedAndALoginInPiecesIsBounded() throws Exception {
    assertThat(
            unread(
                "POST /requests HTTP/1.1\r\nHost: x\r\nContent-Type: "
                    + FORM
                    + "\r\nTransfer-Encoding: chunked"))
        .contains(" 411 ");
    HttpResponse<String> tokens =
        node.send(
            node.at("/api/v1/tokens")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(() ->
                        new ByteArrayInputStream(
                            ("{\"login\":\"" + "x".repeat(100_000) + "\"}")
                                .getBytes(StandardCharsets.US_ASCII)))));
    assertThat(tokens.statusCode()).isIn(400, 413);
  }

  @Test
  void bodiesThatTrickleHoldNoThread() throws Exception {
    List<Socket> trickling = new ArrayList<>();
    try {
      for (int i = 0; i < 250; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
        trickling.add(socket);
        socket
            .getOutputStream()
            .write(
                (head("POST /sign-in", FORM, 1_000) + "\r\n\r\nl")
                    .getBytes(StandardCharsets.US_ASCII));
      }

      assertThat(node.get("/actuator/health").statusCode()).isEqualTo(200);
      assertThat(node.askForToken("desk", RunningNode.PASSWORD).statusCode()).isEqualTo(201);
    } finally {
      for (Socket socket : trickling) {
        socket.close();
      }
    }
  }

  @Test
  void whatIsWellFormedAndSmallComesIn() throws Exception {
    assertThat(node.askForToken("desk", RunningNode.PASSWORD).statusCode()).isEqualTo(201);
    assertThat(node.signedIn("desk").get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void lookingAtTheSignInMakesNoSession() throws Exception {
    for (String path : List.of("/sign-in", "/", "/cases/x", "/sign-in?language=sr")) {
      assertThat(node.get(path).headers().allValues("Set-Cookie"))
          .as(path)
          .noneMatch(cookie -> cookie.startsWith("entente="));
    }
  }

  @Test
  void theFormOfTheSignInNeedsTheTokenOfItsOwnBrowser() throws Exception {
    RunningNode.Browser one = node.stranger();
    RunningNode.Browser other = node.stranger();
    one.get("/sign-in");
    other.get("/sign-in");
    Map<String, String> right = Map.of("login", "desk", "password", RunningNode.PASSWORD);

    assertThat(node.stranger().form("/sign-in", right).statusCode()).isEqualTo(403);
    one.cookies().putAll(other.cookies());
    assertThat(one.post("/sign-in", right).statusCode()).isEqualTo(403);
    assertThat(other.post("/sign-in", right).statusCode()).isEqualTo(302);
  }

  @Test
  void theTokenFromBeforeTheSignInIsWorthNothingAfterIt() throws Exception {
    RunningNode.Browser browser = node.stranger();
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
            .matcher(browser.get("/sign-in").body());
    assertThat(token.find()).isTrue();
    browser.post("/sign-in", Map.of("login", "desk", "password", RunningNode.PASSWORD));

    assertThat(browser.form("/sign-out", Map.of("_csrf", token.group(1))).statusCode())
        .isEqualTo(403);
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
    assertThat(browser.get("/account").statusCode()).isEqualTo(302);
  }

  @Test
  void whoWantedAPageComesToItAfterTheSignIn() throws Exception {
    RunningNode.Browser browser = node.stranger();
    browser.get("/account");
    browser.get("/sign-in");

    HttpResponse<String> in =
        browser.post("/sign-in", Map.of("login", "desk", "password", RunningNode.PASSWORD));

    assertThat(in.headers().firstValue("Location").orElse("")).contains("/account");
  }

  @Test
  void nullIsNoRequestWhereverItIsSent() throws Exception {
    JsonNode paths = RunningNode.read(node.get("/api/v1/openapi.json")).path("paths");
    List<String> tried = new ArrayList<>();
    Map<String, String> tokens =
        Map.of(
            "desk", node.token("desk"),
            "supervisor", node.token("supervisor"),
            "data.owner", node.token("data.owner"),
            "analyst", node.token("analyst"));
    for (String path : paths.propertyNames()) {
      JsonNode post = paths.path(path).path("post");
      if (post.path("requestBody").path("content").has("application/json")) {
        String real = path.replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
        for (String token : tokens.values()) {
          HttpResponse<String> answer = node.json(node.program(token, real), "null");
          assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
          assertThat(answer.headers().firstValue("Content-Type").orElse(""))
              .as(path)
              .startsWith("application/problem+json");
        }
        tried.add(path);
      }
    }
    assertThat(tried).hasSizeGreaterThan(25);
    assertThat(node.json(node.at("/api/v1/tokens"), "null").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {FORM, "application/json", "text/plain", "multipart/mixed"})
  void aFormForAFileThatBringsNoneIsRefused(String type) throws Exception {
    RunningNode.Browser desk = node.signedIn("desk");
    for (String path : BeforeSignIn.UPLOADS) {
      HttpResponse<String> answer =
          node.send(
              desk.with(node.at(path.replace("*", "x")))
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString("a=b")));
      assertThat(answer.statusCode()).as(path + " " + type).isBetween(400, 499);
    }
  }

  @Test
  void whatReachesNoPageSaysNothingOfTheInside() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(
              "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).contains(" 400 ").containsIgnoringCase("Content-Security-Policy:");
      assertThat(answer).containsIgnoringCase("nosniff").doesNotContainIgnoringCase("jetty");
      assertThat(answer).doesNotContain("org.", "Exception", "<html");
    }
  }

  @Test
  void whoMaySeeFiguresSeesWhichPartIsMeant() throws Exception {
    HttpResponse<String> open = node.get("/actuator/health");
    HttpResponse<String> desk = node.send(node.program(node.token("desk"), "/actuator/health"));
    HttpResponse<String> administrator =
        node.send(node.program(node.token("administrator"), "/actuator/health"));

    assertThat(open.body()).contains("UP").doesNotContain("parts");
    assertThat(desk.body()).contains("UP").doesNotContain("components");
    assertThat(administrator.body()).contains("UP").contains("parts");
  }
}
