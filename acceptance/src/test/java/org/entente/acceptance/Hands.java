package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.seal.IdentityCard;

/** A real browser in front of two nodes; notes whatever a page complains about. */
final class Hands implements AutoCloseable {
  static final int WIDE = 1280;
  static final int NARROW = 360;
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final boolean DRAWN = Boolean.getBoolean("entente.pictures");
  private static final float PRINT_DPI = 80;
  private static final int HEIGHT = 900;

  private final TwoNodes nodes;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  Hands(Path folder) throws IOException, InterruptedException {
    nodes = new TwoNodes(folder, TwoNodes.BRIEF);
    playwright = driver();
    browser = browser(playwright);
  }

  static Playwright driver() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  static Browser browser(Playwright driver) {
    String program = System.getenv().getOrDefault("ENTENTE_CHROMIUM", "/usr/bin/chromium");
    return driver
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

  /** What pages have complained about: blocked content, failed loads, script errors. */
  List<String> complaints() {
    return complaints;
  }

  BrowserContext context(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  IdentityCard card(City city) throws IOException {
    return nodes.demonstration().node(city).identity().card();
  }

  Demonstration demonstration() {
    return nodes.demonstration();
  }

  /** A request from Baku that has left. */
  void release(String purpose) throws IOException {
    TwoNodes.Sent _ = nodes.release(purpose);
  }

  void kill(City city) throws InterruptedException {
    nodes.kill(city);
  }

  void restart(City city) throws IOException, InterruptedException {
    nodes.restart(city);
  }

  String address(City city) {
    return "http://127.0.0.1:" + nodes.demonstration().webPort(city);
  }

  int port(City city) {
    return nodes.demonstration().webPort(city);
  }

  /** The first officer of that role. */
  Demonstration.Someone someone(City city, String role) throws IOException {
    return nodes.demonstration().officer(city, role);
  }

  Page signedIn(City city, String role, int width, ColorScheme scheme) throws IOException {
    return signedIn(
        city,
        role,
        new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
  }

  Page signedIn(City city, String role, Browser.NewContextOptions options) throws IOException {
    Demonstration.Someone someone = someone(city, role);
    Page page = browser.newContext(options).newPage();
    page.onConsoleMessage(message -> note(message.text()));
    page.navigate(address(city) + "/sign-in");
    page.fill("#login", someone.login());
    page.fill("#password", someone.password());
    page.keyboard().press("Enter");
    assertThat(page.locator(".who")).isVisible();
    return page;
  }

  /**
   * A page that says why not is answered 4xx, and the browser says so; nothing else is expected.
   */
  private void note(String complaint) {
    if (!complaint.matches(".*status of (403|404|409|422).*")) {
      complaints.add(complaint);
    }
  }

  /** Opens a page by the menu. */
  static void menu(Page page, String address) {
    Locator link = page.locator(".band a[href='" + address + "']");
    if (!link.isVisible()) {
      page.locator(".menu:has(a[href='" + address + "']) summary").click();
    }
    link.click();
  }

  /** Loads the work list until the line is there. */
  void awaitLine(Page page, City city, String selector) {
    for (int look = 0; look < 100; look++) {
      page.navigate(address(city) + "/");
      if (page.locator(selector).count() > 0) {
        return;
      }
      page.waitForTimeout(100);
    }
    throw new AssertionError("The work list never showed " + selector);
  }

  static void awaitText(Page page, String text) {
    for (int look = 0; look < 100; look++) {
      if (page.locator("main").innerText().contains(text)) {
        return;
      }
      page.waitForTimeout(100);
      page.reload();
    }
    throw new AssertionError("The page never showed: " + text);
  }

  /**
   * Asks axe: no rule of WCAG 2.2 AA may be broken. Takes a picture where pictures are wanted
   * ({@code -Dentente.pictures=true}); they are for people to look at, and dear.
   */
  static void check(Page page, String name) {
    if (DRAWN) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }
    assertThat(broken(page)).extracting(Rule::getId, Rule::getHelp).as(name).isEmpty();
  }

  /** The rules of WCAG 2.2 AA that a page breaks. */
  static List<Rule> broken(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true) // The other way opens a second page each time, for foreign frames.
        .options(violationsAlone())
        .analyze()
        .getViolations();
  }

  /** Draws every page of a document beside the pictures of pages, where pictures are wanted. */
  static void draw(PDDocument document, String name) throws IOException {
    PDFRenderer renderer = new PDFRenderer(document);
    for (int page = 0; DRAWN && page < document.getNumberOfPages(); page++) {
      Files.createDirectories(PICTURES);
      ImageIO.write(
          renderer.renderImageWithDPI(page, PRINT_DPI),
          "png",
          PICTURES.resolve(name + "-" + page + ".png").toFile());
    }
  }

  private static AxeRunOptions violationsAlone() {
    AxeRunOnlyOptions rules = new AxeRunOnlyOptions();
    rules.setType("tag");
    rules.setValues(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"));
    AxeRunOptions options = new AxeRunOptions();
    options.setRunOnly(rules);
    options.setResultTypes(List.of("violations"));
    return options;
  }

  @Override
  public void close() throws IOException {
    browser.close();
    playwright.close();
    nodes.close();
  }
}
