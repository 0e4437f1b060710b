package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.Exhibits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The walkthrough by hand, in a real browser, with its rules for accessibility and its policy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int WIDE = 1280;
  private static final int NARROW = 360;
  private static final int HEIGHT = 900;

  private TwoNodes nodes;
  private Playwright playwright;
  private Browser browser;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    nodes = new TwoNodes(folder);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    String program = System.getenv().getOrDefault("ENTENTE_CHROMIUM", "/usr/bin/chromium");
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(program))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  void stop() throws IOException {
    browser.close();
    playwright.close();
    nodes.close();
  }

  @Test
  void aRequestTravelsFromBakuToBelgradeAndBackByHand() throws IOException {
    Page baku = signedIn(City.BAKU, "DESK", WIDE, ColorScheme.LIGHT);
    baku.navigate(address(City.BAKU) + "/requests/new");
    baku.fill("#familyName", "Hüseynzadə");
    baku.click("main button");
    assertThat(baku.locator("[role=alert]")).isVisible();
    assertThat(baku.locator("#familyName")).hasValue("Hüseynzadə");
    check(baku, "request-faults");
    baku.fill("#givenName", "Cavid");
    baku.selectOption("#offence", "drug-trafficking");
    for (String field :
        List.of("informationSought", "purpose", "facts", "reasonsToBelieve", "link")) {
      baku.fill("#" + field, "The " + field + " of this invented matter, in one sentence.");
    }
    baku.check("input[name=handling][value=H1]");
    baku.click("main button");
    baku.setInputFiles("#file", new FilePayload("photograph.jpg", "image/jpeg", Exhibits.jpeg()));
    baku.click("form[action*=files] button");
    assertThat(baku.locator(".files")).containsText("photograph.jpg");
    baku.click("form[action$=submission] button");
    String reference = baku.locator("h1").innerText();

    Page approver = signedIn(City.BAKU, "APPROVER", WIDE, ColorScheme.LIGHT);
    approver.click("text=" + reference);
    approver.click("form[action$=release] button");

    Page belgrade = signedIn(City.BELGRADE, "DESK", WIDE, ColorScheme.LIGHT);
    awaitLine(belgrade, City.BELGRADE, "tbody a");
    check(belgrade, "work-list");
    belgrade.click("tbody a");
    assertThat(belgrade.locator(".content").first()).containsText("Hüseynzadə");
    belgrade.click("summary >> nth=-3");
    check(belgrade, "case");
    String theirs = belgrade.url();
    belgrade
        .locator("form:has(input[value=reply])")
        .evaluate("form => form.closest('details').open = true");
    belgrade.fill("#text-reply", "The person is known here for one conviction.");
    belgrade.fill("#asOf", "2026-01-20");
    belgrade.click("form:has(input[value=reply]) button");
    belgrade.click("form[action$=submission] button");

    Page marko = signedIn(City.BELGRADE, "APPROVER", NARROW, ColorScheme.DARK);
    marko.navigate(theirs);
    check(marko, "case-narrow-dark");
    marko.click("form[action$=release] button");

    awaitLine(baku, City.BAKU, "text=" + reference);
    baku.click("text=" + reference);
    awaitText(baku, "one conviction");
    check(baku, "answered");
    Page supervisor = signedIn(City.BAKU, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    supervisor.click("text=" + reference);
    assertThat(supervisor.locator("main")).containsText("Articles and proof");
    check(supervisor, "case-english");
    assertThat(complaints).isEmpty();
  }

  @Test
  void theSignInPageSaysWhatWentWrong() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(address(City.BAKU) + "/sign-in");
      page.fill("#login", "nobody");
      page.fill("#password", "not the password");
      page.keyboard().press("Enter");

      assertThat(page.locator("[role=alert]")).isVisible();
      check(page, "sign-in-denied");
    }
  }

  @Test
  void anAddressThatIsCutOffIsAnsweredWithASentence() throws IOException {
    Page page = signedIn(City.BELGRADE, "SUPERVISOR", NARROW, ColorScheme.LIGHT);

    page.navigate(address(City.BELGRADE) + "/cases/01a2");

    assertThat(page.locator("[role=alert]")).isVisible();
    check(page, "not-found");
  }

  private String address(City city) {
    return "http://127.0.0.1:" + nodes.demonstration().webPort(city);
  }

  private Page signedIn(City city, String role, int width, ColorScheme scheme) throws IOException {
    Demonstration.Someone someone =
        nodes.demonstration().officers(city).stream()
            .filter(o -> o.roles().contains(role))
            .findFirst()
            .orElseThrow();
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
    Page page = context.newPage();
    page.onConsoleMessage(message -> note(message.text()));
    page.navigate(address(city) + "/sign-in");
    page.fill("#login", someone.login());
    page.fill("#password", someone.password());
    page.keyboard().press("Enter");
    assertThat(page.locator(".who")).isVisible();
    return page;
  }

  /** A form that comes back with faults is answered 422, and the browser says so; nothing else. */
  private void note(String complaint) {
    if (!complaint.contains("status of 422")) {
      complaints.add(complaint);
    }
  }

  /** Loads the work list until the line is there. */
  private void awaitLine(Page page, City city, String selector) {
    for (int look = 0; look < 100; look++) {
      page.navigate(address(city) + "/");
      if (page.locator(selector).count() > 0) {
        return;
      }
      page.waitForTimeout(100);
    }
    throw new AssertionError("The work list never showed " + selector);
  }

  private static void awaitText(Page page, String text) {
    for (int look = 0; look < 100; look++) {
      if (page.locator("main").innerText().contains(text)) {
        return;
      }
      page.waitForTimeout(100);
      page.reload();
    }
    throw new AssertionError("The page never showed: " + text);
  }

  /** Takes a picture and asks axe; no rule of WCAG 2.2 AA may be broken. */
  private static void check(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    List<Rule> broken =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    assertThat(broken).extracting(Rule::getId, Rule::getHelp).as(name).isEmpty();
  }
}
