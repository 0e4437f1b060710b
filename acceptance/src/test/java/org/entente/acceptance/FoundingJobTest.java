package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.ShippedAgreements;
import org.entente.command.Api;
import org.entente.command.NodeProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two ministries begin with nothing: each founds a node by the command that the document names,
 * opens its accounts, takes in the other's card, and both put an agreement into force. Then one
 * loses a day and goes on. The clicks of all persons are counted together. {@code ./entente jobs}
 * plays it; the suite proves its parts where they are cheap.
 */
@EnabledIfSystemProperty(named = "entente.jobs.waiting", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FoundingJobTest {
  private static final String SENTENCE = "a long sentence of this officer";
  private static final Path COMMAND = Path.of("..", "command", "target", "app", "command.jar");

  private final JobTable table = new JobTable();
  private final List<Hand> hands = new ArrayList<>();
  private final Playwright driver = Hands.driver();
  private final Browser browser = Hands.browser(driver);
  private Path folder = Path.of("");

  /** A ministry that begins. */
  private final class Ministry {
    final String authority;
    final Path path;
    final int port;
    final String password;
    final String fingerprint;
    private NodeProcess node;

    Ministry(String authority, String name, int port) throws IOException, InterruptedException {
      this.authority = authority;
      this.path = folder.resolve(authority);
      this.port = port;
      String said =
          command(
              "node",
              "init",
              path.toString(),
              "--authority",
              authority,
              "--name",
              name,
              "--web-port",
              "" + port,
              "--partner-port",
              "" + (port + 10));
      password = found(said, "with the password (\\S+)");
      fingerprint = found(said, "annex: ([0-9a-f]{64})");
      node = NodeProcess.start(path, port, TwoNodes.BRIEF).awaitReady();
    }

    void stop() {
      node.close();
    }

    void start() throws IOException, InterruptedException {
      node = NodeProcess.start(path, port, TwoNodes.BRIEF).awaitReady();
    }

    Path card() {
      return path.resolve("identity.card");
    }

    String address() {
      return "https://127.0.0.1:" + (port + 10);
    }

    String page(String page) {
      return "http://127.0.0.1:" + port + page;
    }

    /** Somebody with a mouse who has signed in here. */
    Hand person(String login, String secret) {
      Page page =
          browser
              .newContext(new Browser.NewContextOptions().setViewportSize(Hands.WIDE, 900))
              .newPage();
      Hand hand = Hand.mouse(page);
      hands.add(hand);
      page.navigate(page("/sign-in"));
      hand.type("#login", login);
      hand.type("#password", secret);
      hand.enter("form button");
      assertThat(page.locator(".who")).isVisible();
      return hand;
    }

    Hand person(String login) {
      return person(login, SENTENCE);
    }
  }

  private Ministry baku;
  private Ministry belgrade;

  @BeforeAll
  void found(@TempDir Path temporary) throws IOException, InterruptedException {
    folder = temporary;
    int ports = Integer.getInteger("entente.ports", 21_000) + 960;
    baku = new Ministry("az.mia", "Ministry of Internal Affairs, Baku", ports);
    belgrade = new Ministry("rs.mup", "Ministry of Internal Affairs, Belgrade", ports + 1);
  }

  @AfterAll
  void stop() throws IOException {
    baku.stop();
    belgrade.stop();
    browser.close();
    driver.close();
    table.write();
  }

  /** Runs a command as its document writes it, and returns what it said. */
  private static String command(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-jar"));
    all.add(Path.of(System.getProperty("basedir", ".")).resolve(COMMAND).toString());
    all.addAll(List.of(arguments));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  /** What all hands took together since this was last asked. */
  private Hand.Effort together() {
    int steps = 0;
    int loads = 0;
    long scrolled = 0;
    for (Hand hand : hands) {
      Hand.Effort effort = hand.took();
      steps += effort.steps();
      loads += effort.loads();
      scrolled += effort.scrolled();
    }
    return new Hand.Effort(steps, loads, scrolled);
  }

  private static void account(Hand administrator, String login, String role) {
    administrator.enter(".band a[href='/officers'], main a[href='/officers']");
    administrator.type("#login", login);
    administrator.type("#name", login);
    administrator.tick("input[value=" + role + "]");
    administrator.type("#password", SENTENCE);
    administrator.enter("form[action='/officers'] > fieldset > button");
    assertThat(administrator.page.locator("h1")).containsText(login);
  }

  /** A supervisor takes the partner's card in as a file; another person compares the words. */
  private static void introduced(Hand first, Hand second, Ministry here, Ministry partner) {
    first.page.navigate(here.page("/partners"));
    first.file("input[data-into=card]", partner.card());
    first.type("#address", partner.address());
    first.enter("form[action='/partners'] button");
    second.page.navigate(here.page("/partners"));
    second.enter("form[action$='/confirmation'] button");
    assertThat(second.page.locator(".partner")).containsText(partner.authority);
  }

  private Path laid(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  /** Waits until a list of the page shows what comes from the other node. */
  private static void awaited(Hand hand, String address, String selector) {
    for (int look = 0; look < 200; look++) {
      hand.page.navigate(address);
      if (hand.page.locator(selector).count() > 0) {
        return;
      }
      hand.page.waitForTimeout(100);
    }
    throw new AssertionError(address + " never showed " + selector);
  }

  @Test
  @Order(1)
  void fromTwoEmptyFoldersToAnAgreementInForce() throws IOException {
    for (Ministry ministry : List.of(baku, belgrade)) {
      Hand administrator = ministry.person("admin", ministry.password);
      account(administrator, "supervisor", "SUPERVISOR");
      account(administrator, "approver", "APPROVER");
      account(administrator, "desk", "DESK");
    }
    Hand aytan = baku.person("supervisor");
    Hand rashad = baku.person("approver");
    Hand vesna = belgrade.person("supervisor");
    Hand marko = belgrade.person("approver");
    introduced(aytan, rashad, baku, belgrade);
    introduced(vesna, marko, belgrade, baku);

    ShippedAgreements.Shipped shipped = ShippedAgreements.serbiaAzerbaijan2010();
    Map<AuthorityId, Fingerprint> annex = new LinkedHashMap<>();
    for (Ministry ministry : List.of(baku, belgrade)) {
      annex.put(new AuthorityId(ministry.authority), new Fingerprint(ministry.fingerprint));
    }
    aytan.page.navigate(baku.page("/steps/new"));
    aytan.choose("#partner", "rs.mup");
    aytan.file("input[data-into=instrument]", laid("instrument", shipped.instrument()));
    aytan.file("input[data-into=arrangement]", laid("arrangement", shipped.arrangement(annex)));
    aytan.type("#reasons", "As the ministers signed it.");
    aytan.enter("main form button:not([type=button])");
    rashad.page.navigate(aytan.page.url());
    rashad.enter("form[action$=confirmation] button");

    awaited(vesna, belgrade.page("/steps"), "main tbody a");
    vesna.enter("main tbody a");
    vesna.enter("form[action$=ratification] button");
    marko.page.navigate(vesna.page.url());
    marko.enter("form[action$=confirmation] button");

    awaited(aytan, baku.page("/steps"), "tbody tr >> nth=1");
    for (Ministry ministry : List.of(baku, belgrade)) {
      Hand desk = ministry.person("desk");
      desk.enter("a[href='/requests/new']");
      assertThat(desk.page.locator("#partner option")).hasCount(2);
    }
    table.noted("new node to agreement in force, both sides", "mouse", together(), "");
  }

  /** A request that has reached Belgrade; returns its number. */
  private String delivered(String purpose) throws IOException, InterruptedException {
    Api desk = Api.signIn(baku.port, "desk", SENTENCE);
    Map<String, Object> request = TwoNodes.request(purpose);
    request.put("partner", "rs.mup");
    Api.Answer made = desk.post("requests", request);
    TwoNodes.require(made, 201);
    String message = made.text("messageId");
    TwoNodes.require(desk.post("messages/" + message + "/submission"), 200);
    Api approver = Api.signIn(baku.port, "approver", SENTENCE);
    TwoNodes.require(approver.post("messages/" + message + "/release"), 200);
    for (int look = 0; look < 200; look++) {
      JsonNode seen = desk.get("cases/" + made.text("caseId")).json();
      if (seen.path("messages").path(0).path("state").asString("").equals("delivered")) {
        return message;
      }
      TimeUnit.MILLISECONDS.sleep(TwoNodes.LOOK_MILLIS);
    }
    throw new AssertionError("The request was never delivered");
  }

  /** One side asks to go on and another person of it confirms. */
  private static void goneOn(Hand first, Hand second, Ministry here, String reason) {
    awaited(first, here.page("/log-stops"), "form[action$='/lifting']");
    first.type("form[action$='/lifting'] textarea", reason);
    first.enter("form[action$='/lifting'] button");
    awaited(second, here.page("/log-stops"), "form[action$='/confirmation']");
    second.enter("form[action$='/confirmation'] button");
  }

  @Test
  @Order(2)
  void aNodeThatLostADayIsRestoredGoesOnAndNamesWhatItLost()
      throws IOException, InterruptedException {
    String _ = delivered("To know who owned the lorry in March.");
    baku.stop();
    Path database = baku.path.resolve("node.db");
    Path backup = folder.resolve("backup.db");
    Files.copy(database, backup);
    baku.start();
    String lost = delivered("To know who drove the lorry in April.");
    // A partner that never saw these entries has nothing by which to tell that they are gone.
    awaited(
        baku.person("supervisor"),
        baku.page("/log-stops"),
        "td:has-text('Everything is countersigned')");
    baku.stop();
    Files.copy(backup, database, StandardCopyOption.REPLACE_EXISTING);
    baku.start();
    hands.clear();

    goneOn(
        baku.person("admin", baku.password),
        baku.person("supervisor"),
        baku,
        "The disk broke; the database is of yesterday.");
    goneOn(
        belgrade.person("supervisor"),
        belgrade.person("approver"),
        belgrade,
        "Compared with Baku by telephone.");
    Hand aytan = baku.person("supervisor");
    awaited(aytan, baku.page("/lost-messages"), "tbody tr:has-text('" + lost + "')");
    aytan.enter("form[action='/lost-messages/" + lost + "/settled'] button");
    table.noted("restored, going on, what was lost is named", "mouse", together(), "");

    assertThat(delivered("To know who drove the lorry in May.")).isNotEqualTo(lost);
  }
}
