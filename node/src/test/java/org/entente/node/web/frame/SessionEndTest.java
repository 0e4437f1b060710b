package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.entente.node.RunningNode;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** When a session or token that somebody else may hold is worth nothing any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionEndTest {
  private static final String NEW = "green lantern over water";

  /** How far the clock of the node was moved on; it never goes back. */
  private volatile Duration passed = Duration.ZERO;

  private RunningNode node;
  private Officers officers;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    node = RunningNode.founded(folder, () -> Instant.now().plus(passed));
    officers = node.part(Officers.class);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  private Officer opened(String login) {
    NewOfficer wanted =
        new NewOfficer(login, "Somebody", EnumSet.of(Role.DESK), "en", "UTC", RunningNode.PASSWORD);
    if (officers.open(wanted, "node") instanceof Officers.Opened.Done done) {
      return done.officer();
    }
    throw new AssertionError("not opened");
  }

  private int me(String token) throws IOException, InterruptedException {
    return node.send(node.program(token, "/api/v1/me")).statusCode();
  }

  @Test
  void anOwnNewPasswordEndsAllOtherSessionsAndTokens() throws Exception {
    opened("leyla");
    RunningNode.Browser stolen = node.signedIn("leyla");
    RunningNode.Browser own = node.signedIn("leyla");
    String token = node.token("leyla");

    assertThat(
            own.post("/account/password", Map.of("before", RunningNode.PASSWORD, "after", NEW))
                .statusCode())
        .isEqualTo(200);

    assertThat(own.get("/account").statusCode()).as("the present one goes on").isEqualTo(200);
    assertThat(own.post("/account", Map.of("language", "en", "zone", "UTC")).statusCode())
        .isEqualTo(303);
    assertThat(stolen.get("/account").statusCode()).isEqualTo(302);
    assertThat(me(token)).isEqualTo(401);
    assertThat(node.signedIn("leyla", NEW).get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aResetAClosureAndOneButtonEndThemToo() throws Exception {
    Officer reset = opened("reset");
    Officer closed = opened("closed");
    Officer button = opened("button");
    opened("program");
    RunningNode.Browser administrator = node.signedIn("administrator");
    administrator.get("/officers");
    for (String login : List.of("reset", "closed", "button", "program")) {
      RunningNode.Browser browser = node.signedIn(login);
      String token = node.token(login);
      switch (login) {
        case "reset" ->
            administrator.post("/officers/" + reset.id() + "/password", Map.of("password", NEW));
        case "closed" -> administrator.post("/officers/" + closed.id() + "/closure", Map.of());
        case "button" -> administrator.post("/officers/" + button.id() + "/access-end", Map.of());
        default -> {
          String path = "/api/v1/officers/program/access-end";
          assertThat(node.json(node.program(node.token("desk"), path), "").statusCode())
              .isEqualTo(403);
          assertThat(node.json(node.program(node.token("administrator"), path), "").statusCode())
              .isEqualTo(204);
        }
      }
      assertThat(browser.get("/account").statusCode()).as(login).isEqualTo(302);
      assertThat(me(token)).as(login).isEqualTo(401);
    }
    assertThat(node.signedIn("button").get("/account").statusCode())
        .as("the account stays open")
        .isEqualTo(200);
    assertThat(
            node.signedIn("desk")
                .post("/officers/" + button.id() + "/access-end", Map.of())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void anotherRoleCountsFromTheNextClickOn() throws Exception {
    Officer leyla = opened("changed");
    RunningNode.Browser browser = node.signedIn("changed");
    assertThat(browser.get("/requests/new").statusCode()).isEqualTo(200);

    node.part(Store.class)
        .write(tx ->
            tx.sql("UPDATE officer SET roles = 'ANALYST' WHERE id = :id")
                .param("id", leyla.id().toString())
                .update());

    assertThat(browser.get("/requests/new").statusCode()).isEqualTo(403);
    assertThat(browser.get("/records").statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionEndsTwelveHoursAfterTheSignInThoughItsOfficerWorksOn() throws Exception {
    opened("nightshift");
    RunningNode.Browser browser = node.signedIn("nightshift");
    for (int hour = 1; hour < 12; hour++) {
      passed = passed.plus(Duration.ofHours(1));
      assertThat(browser.get("/account").statusCode()).as("after %d h", hour).isEqualTo(200);
    }

    passed = passed.plus(Duration.ofHours(1));
    HttpResponse<String> later = browser.get("/account");

    assertThat(later.statusCode()).isEqualTo(302);
    assertThat(later.headers().firstValue("Location").orElse("")).contains("/sign-in");
    assertThat(node.signedIn("nightshift").get("/account").statusCode()).isEqualTo(200);
  }
}
