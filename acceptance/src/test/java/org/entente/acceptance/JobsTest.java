package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.acceptance.Hands.WIDE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.command.Api;
import org.entente.command.Demonstration.City;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jobs of an officer's day, each done by mouse and by keyboard alone, counted, and held to its
 * aim. The table is written to {@code target/jobs.txt}; {@code ./entente jobs} shows it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobsTest extends ByHand {
  /** Requests that wait for the approver in Baku; two of them are urgent. */
  private static final int WAITING = Integer.getInteger("entente.jobs.waiting", 60);

  /** Whom the two urgent ones are about. */
  private static final String OLDEST = "Quliyev";

  private static final String NEWEST = "Vəliyeva";

  private static final int ROWS = 300;
  private static final int LIST = 197;
  private static final int TOGETHER = 20;
  private static final String SAVE = "#send details[open] form > button";

  private final JobTable table = new JobTable();
  private Path files = Path.of("");

  @BeforeAll
  void waiting(@TempDir Path folder) throws IOException {
    files = folder;
    Api desk = hands.demonstration().signIn(City.BAKU, "DESK");
    for (int i = 0; i < WAITING; i++) {
      String family = i == 0 ? OLDEST : i == WAITING - 1 ? NEWEST : "Person " + i;
      handedIn(desk, "rs.mup", i == 0 || i == WAITING - 1, family);
    }
    Api belgrade = hands.demonstration().signIn(City.BELGRADE, "DESK");
    for (int i = 0; i < 2 * TOGETHER; i++) {
      handedIn(belgrade, "az.mia", i % 5 == 0, "Lice " + i);
    }
    StringBuilder rows = new StringBuilder("Name,Date of birth,Nationality\n");
    StringBuilder list = new StringBuilder("Passenger name,Date of birth\n");
    for (int i = 0; i < ROWS; i++) {
      String born = String.format(Locale.ROOT, "%04d-03-%02d", 1950 + i % 50, 1 + i % 28);
      String name = name(i);
      rows.append(name).append(',').append(born).append(",RS\n");
      if (i < LIST) {
        list.append(name).append(',').append(born).append('\n');
      }
    }
    Files.writeString(files.resolve("register.csv"), rows);
    Files.writeString(files.resolve("flight.csv"), list);
  }

  private static String name(int i) {
    List<String> given = List.of("Petar", "Milica", "Jovan", "Sanja", "Nebojša", "Vesna", "Goran");
    List<String> family = List.of("Đorđević", "Petrović", "Stojković", "Vuković", "Ilić");
    return given.get(i % given.size())
        + " "
        + family.get(i / 7 % family.size())
        + " "
        + (char) ('A' + i % 26);
  }

  private static void handedIn(Api desk, String partner, boolean urgent, String family)
      throws IOException {
    Map<String, Object> request = TwoNodes.request("To find where the goods went.");
    request.put("partner", partner);
    request.put("urgency", urgent ? "urgent" : "normal");
    if (!urgent) {
      request.remove("urgencyReason");
      request.remove("urgencyReasons");
    }
    request.put(
        "person",
        Map.of("familyName", family, "givenName", "Ali", "category", "suspect-or-convicted"));
    Api.Answer made = desk.post("requests", request);
    TwoNodes.require(made, 201);
    TwoNodes.require(desk.post("messages/" + made.text("messageId") + "/submission"), 200);
  }

  @AfterAll
  void write() throws IOException {
    table.write();
  }

  private Page page(City city, String role) throws IOException {
    return hands.signedIn(city, role, WIDE, ColorScheme.LIGHT);
  }

  private Hand mouse(City city, String role) throws IOException {
    Hand hand = Hand.mouse(page(city, role));
    hand.took();
    return hand;
  }

  private Hand keyboard(City city, String role) throws IOException {
    Hand hand = Hand.keyboard(page(city, role));
    hand.took();
    return hand;
  }

  /** A job by both hands. */
  private interface Job {
    void by(Hand hand);
  }

  private void both(String name, City city, String role, Job job) throws IOException {
    Hand mouse = mouse(city, role);
    job.by(mouse);
    table.noted(name, "mouse", mouse, "");
    Hand keys = keyboard(city, role);
    job.by(keys);
    table.noted(name, "keys", keys, "");
  }

  // Writing.

  private static void urgent(Hand hand) {
    hand.enter("a[href='/requests/new']");
    hand.choose("#partner", "rs.mup");
    hand.choose("#offence", "drug-trafficking");
    hand.type("#purpose", "To find the supplier of a consignment that was seized.");
    hand.enter("button[value=next]");
    hand.type("#familyName", "Hüseynzadə");
    hand.type("#givenName", "Cavid");
    hand.type("#birthDate", "02.01.1990");
    hand.choose("#category", "suspect-or-convicted");
    hand.enter("button[value=next]");
    hand.type("#informationSought", "Entries to Serbia since the first of November.");
    hand.type("#facts", "Eleven kilograms of heroin were found in a lorry near Astara.");
    hand.type("#reasonsToBelieve", "The telephone was in Belgrade on three days.");
    hand.type("#link", "The person owned the lorry.");
    hand.tick("#urgency-urgent");
    hand.choose("#urgencyReason", "threat-to-life");
    hand.type("#urgencyReasons", "A witness was threatened yesterday.");
    hand.choose("#language", "en");
    hand.tick("input[name=handling][value=H1]");
    hand.enter("button[value=next]");
    hand.enter("button[value=send]");
    assertThat(hand.page.locator("[role=status]").first()).isVisible();
  }

  @Test
  @Order(1)
  void anUrgentRequestTakesTwelveClicks() throws IOException {
    Hand mouse = mouse(City.BAKU, "DESK");
    urgent(mouse);
    int clicks = table.noted("urgent request", "mouse", mouse, "at most 12").steps();
    Hand keys = keyboard(City.BAKU, "DESK");
    urgent(keys);
    table.noted("urgent request", "keys", keys, "");

    assertThat(clicks).isLessThanOrEqualTo(12);
  }

  // Releasing.

  @Test
  @Order(2)
  void theNewestUrgentOfAllThatWaitIsOpenedWithThreeKeys() throws IOException {
    Hand keys = keyboard(City.BELGRADE, "APPROVER"); // 40 wait, every fifth is urgent.
    keys.key("j");
    keys.key("Enter");
    keys.page.waitForURL("**/cases/**");
    keys.took();

    Hand baku = keyboard(City.BAKU, "APPROVER");
    assertThat(baku.page.locator("tbody tr .badge.urgent")).not().hasCount(0);
    baku.key("j");
    baku.key("j");
    baku.key("Enter");
    baku.page.waitForURL("**/cases/**");
    assertThat(baku.page.locator("aside.sight")).containsText(NEWEST);
    int pressed = table.noted("newest urgent of " + WAITING, "keys", baku, "3 keys").steps();

    assertThat(pressed).isLessThanOrEqualTo(3);
  }

  @Test
  @Order(3)
  void anApproverReleasesOneWithTwoClicks() throws IOException {
    Hand mouse = mouse(City.BAKU, "APPROVER");
    mouse.enter("tbody .about a");
    mouse.enter(BrowserTest.RELEASE);
    assertThat(mouse.page.locator(".callout.good").first()).isVisible();
    assertThat(table.noted("approver releases one", "mouse", mouse, "2").steps()).isEqualTo(2);
    Hand keys = keyboard(City.BAKU, "APPROVER");
    keys.enter("tbody .about a");
    keys.enter(BrowserTest.RELEASE);
    table.noted("approver releases one", "keys", keys, "");
  }

  @Test
  @Order(4)
  void twentyAreReleasedWithTwentyFiveActions() throws IOException {
    Hand mouse = mouse(City.BELGRADE, "APPROVER");
    twentyReleased(mouse);
    assertThat(mouse.page.locator("tbody tr")).hasCount(TOGETHER);
    int actions = table.noted("approver, 20 waiting", "mouse", mouse, "at most 25").steps();
    Hand keys = keyboard(City.BELGRADE, "APPROVER");
    twentyReleased(keys);
    assertThat(keys.page.locator("tbody tr")).hasCount(0);
    table.noted("approver, 20 waiting", "keys", keys, "");

    assertThat(actions).isLessThanOrEqualTo(25);
  }

  private static void twentyReleased(Hand hand) {
    for (int i = 0; i < TOGETHER; i++) {
      hand.tick("tbody tr:nth-child(" + (i + 1) + ") input[name=case]");
    }
    hand.enter("button[value=release]");
    assertThat(hand.page.locator("article.card")).hasCount(TOGETHER);
    hand.enter("form[action='/cases/releases'] button");
  }

  // Answering.

  private static void answer(Hand hand) {
    hand.page.waitForSelector("tbody tr.unread:has(.way.theirs) .about a");
    hand.enter("tbody tr.unread:has(.way.theirs) .about a");
    hand.press("#send details:has(input[value=reply]) > summary");
    hand.type("#text-reply", "The person is known here for one conviction by the High Court.");
    hand.choose("#source-reply", "B");
    hand.choose("#information-reply", "2");
    hand.tick("#handling-reply input[value=H1]");
    hand.type("#asOf-reply", "20.01.2026");
    hand.enter(SAVE);
    hand.enter(BrowserTest.SUBMIT);
    assertThat(hand.page.locator("[role=status]").first()).isVisible();
  }

  @Test
  @Order(5)
  void aReceiverAnswersAndTheAskerReadsItWithoutScrolling() throws IOException {
    Page list = page(City.BELGRADE, "DESK");
    hands.awaitLine(list, City.BELGRADE, "tbody tr:nth-child(2):has(.way.theirs) .about a");
    assertThat(list.locator("tbody .clock .bar").first().boundingBox().width)
        .as("the bar leaves room for the time that is left")
        .isLessThan(80);
    both("receiver answers", City.BELGRADE, "DESK", JobsTest::answer);
    Page approver = page(City.BELGRADE, "APPROVER");
    while (approver.locator("tbody .about a").count() > 0) {
      approver.click("tbody .about a >> nth=0");
      approver.click(BrowserTest.RELEASE);
      approver.navigate(hands.address(City.BELGRADE) + "/?view=release");
    }
    Page home = page(City.BAKU, "DESK");
    for (int look = 0; look < 150; look++) {
      home.navigate(hands.address(City.BAKU) + "/?view=open&urgency=urgent");
      if (home.locator("tr.unread:has-text('" + OLDEST + "')").count() > 0) {
        break;
      }
      home.waitForTimeout(200);
    }

    Hand mouse = mouse(City.BAKU, "DESK");
    read(mouse);
    assertThat(table.noted("read the answer", "mouse", mouse, "no scrolling").scrolled()).isZero();
    Hand keys = keyboard(City.BAKU, "DESK");
    read(keys);
    table.noted("read the answer", "keys", keys, "no scrolling");
  }

  private static void read(Hand hand) {
    hand.key("/");
    hand.page.keyboard().insertText(OLDEST);
    hand.key("Enter");
    hand.page.waitForSelector(".results a[href^='/cases/']");
    hand.enter(".results a[href^='/cases/']");
    seen(hand.page);
  }

  /** The text of the answer stands in the window as it was opened. */
  private static void seen(Page page) {
    assertThat(page.locator(".timeline")).containsText("one conviction");
    BoundingBox box = page.locator(".timeline .content p.text").first().boundingBox();
    assertThat(box.y + box.height).isLessThan(900);
  }

  // The index and what is asked of it.

  private void taken(Hand hand) {
    hand.enter("a[href='/records']");
    hand.enter("main a[href='/records/imports']");
    hand.file("#file", files.resolve("register.csv"));
    hand.enter("form[data-upload] button");
    hand.type("#register", "wanted");
    hand.choose("#kind", "person");
    hand.choose("#category", "suspect-or-convicted");
    hand.choose("#offence", "drug-trafficking");
    hand.choose("#source", "A");
    hand.choose("#information", "1");
    hand.enter("form[action$='/start'] button");
  }

  @Test
  @Order(6)
  void aRegisterIsTakenInAndAPersonFoundInIt() throws IOException {
    both("import " + ROWS + " rows", City.BELGRADE, "DATA_OWNER", this::taken);
    Page desk = page(City.BELGRADE, "DESK");
    for (int look = 0; look < 100; look++) {
      desk.navigate(hands.address(City.BELGRADE) + "/records");
      desk.fill("#name", "Petar Đorđević");
      desk.click("form[data-search] > button");
      if (desk.locator("#found h3").count() > 0) {
        break;
      }
      desk.waitForTimeout(200);
    }
    both(
        "find a person",
        City.BELGRADE,
        "DESK",
        hand -> {
          hand.enter("a[href='/records']");
          hand.type("#name", "Петар Ђорђевић");
          hand.page.waitForSelector("#found h3 a");
          assertThat(hand.page.locator("#found h3").first()).containsText("Đorđević");
        });
  }

  @Test
  @Order(7)
  void aFlightIsScreened() throws IOException {
    both(
        "screen " + LIST + " lines",
        City.BELGRADE,
        "ANALYST",
        hand -> {
          hand.enter("main a[href='/records/screenings']");
          hand.file("#file", files.resolve("flight.csv"));
          hand.enter("form[data-upload] button");
          hand.type("#reason", "Passengers of an invented flight.");
          hand.enter("form[action$='/start'] button");
        });
  }

  @Test
  @Order(8)
  void aPartnerIsAskedBlind() throws IOException {
    both(
        "blind check",
        City.BAKU,
        "DESK",
        hand -> {
          hand.enter("nav a[href='/checks']");
          hand.enter("main a[href='/checks/new']");
          hand.type("#given", "Петар");
          hand.type("#family", "Ђорђевић");
          hand.type("#born", "02.01.1990");
          hand.type("#purpose", "Who rented the vehicle in which the substance was found.");
          hand.type("#reference", "AZ-2026-17");
          hand.choose("#offence", "drug-trafficking");
          hand.choose("#category", "suspect-or-convicted");
          hand.tick("input[name=aim][value=identify]");
          hand.enter("button[value=ask]");
          hand.page.waitForURL("**/checks/**");
        });
  }

  // Oversight.

  @Test
  @Order(9)
  void theYearIsPrintedForAParliament() throws IOException {
    both(
        "register for a parliament",
        City.BAKU,
        "SUPERVISOR",
        hand -> {
          hand.enter("nav a[href='/oversight']");
          hand.enter(".tabs a[href='/oversight/statistics']");
          assertThat(hand.page.locator("a[href^='/oversight/statistics.csv']")).isVisible();
          hand.page.waitForDownload(() -> hand.press("a[href^='/oversight/statistics.pdf']"));
        });
  }

  @Test
  @Order(10)
  void whoLookedAtAPersonIsSeen() throws IOException {
    both(
        "access request: who looked",
        City.BAKU,
        "SUPERVISOR",
        hand -> {
          hand.enter("nav a[href='/oversight']");
          hand.enter(".tabs a[href='/oversight/people']");
          hand.type("#name", "Ali " + OLDEST);
          hand.type("#reason", "Request 17 of the person concerned.");
          hand.enter("main form button");
          hand.tick("input[name=mention]");
          hand.enter("form[action$='/history'] button");
          assertThat(hand.page.locator("main table.list")).isVisible();
        });
    assertThat(hands.complaints()).isEmpty();
  }

  // Every page.

  /** Addresses that the walk does not come to, and what is there, or who looks at it. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("/assets/emblem.png", "a file"),
          Map.entry("/attachments/{id}", "a file"),
          Map.entry("/attachments/{id}/pages", "a file"),
          Map.entry("/attachments/{id}/picture", "a file"),
          Map.entry("/calls/{id}", "UrgentMeasuresByHandTest"),
          Map.entry("/checks/{id}/{partner}/answer.check", "a file"),
          Map.entry("/checks/lists/{id}", "BlindCheckTest"),
          Map.entry("/checks/lists/{id}/results.csv", "a file"),
          Map.entry("/design", "BrowserTest"),
          Map.entry("/duty/board", "DutyByHandTest"),
          Map.entry("/duty/board/stream", "a stream"),
          Map.entry("/duty/boards", "DutyByHandTest"),
          Map.entry("/duty/handover", "DutyByHandTest"),
          Map.entry("/duty/stream", "a stream"),
          Map.entry("/informations/{id}", "the form of /informations/new"),
          Map.entry("/log-stops/{id}/heads", "a file"),
          Map.entry("/measures/{id}", "UrgentMeasuresByHandTest"),
          Map.entry("/measures/{id}/form.pdf", "a file"),
          Map.entry("/messages/{id}/discard", "the question of /officers/{id}/closure"),
          Map.entry("/news", "a stream"),
          Map.entry("/notices/{id}/withdrawal", "the question of /officers/{id}/closure"),
          Map.entry("/oversight/answers/{id}", "OversightTest"),
          Map.entry("/oversight/answers/{id}/letter.pdf", "a file"),
          Map.entry("/oversight/breaches/{id}", "OversightTest"),
          Map.entry("/oversight/breaches/{id}/report.pdf", "a file"),
          Map.entry("/oversight/breaches/{id}/report.txt", "a file"),
          Map.entry("/oversight/histories/{id}", "OversightTest"),
          Map.entry("/oversight/histories/{id}/answer", "OversightTest"),
          Map.entry("/oversight/histories/{id}/entries.csv", "a file"),
          Map.entry("/oversight/people/{id}", "OversightTest"),
          Map.entry("/records/{id:[0-9a-f-]{36}}", "NationalIndexTest"),
          Map.entry(
              "/records/taking/{message:[0-9a-f-]{36}}/{place:[0-9]{1,3}}", "ThingsByHandTest"),
          Map.entry("/records/imports/{id}/faults.csv", "a file"),
          Map.entry("/records/screenings/{id}/results.csv", "a file"),
          Map.entry("/requests/{id}", "leads to a step"),
          Map.entry("/requests/{id}/{step}", "BrowserTest"),
          Map.entry("/review-steps/{id}/withdrawal", "the question of /officers/{id}/closure"),
          Map.entry("/sign-in", "BrowserTest"),
          Map.entry("/steps/{id}", "BrowserTest"));

  @Test
  @Order(20)
  void everyPageCanBeReadByDayAndByNightOnATelephoneAndAtTwiceTheSize() throws IOException {
    Walk walk = new Walk(hands);
    for (String role : List.of("DESK", "APPROVER", "SUPERVISOR", "ADMINISTRATOR")) {
      walk.by(City.BAKU, role);
      walk.header(City.BAKU, role);
    }
    for (String role : List.of("ANALYST", "DATA_OWNER")) {
      walk.by(City.BELGRADE, role);
      walk.header(City.BELGRADE, role);
    }

    assertThat(walk.faults()).isEmpty();
    assertThat(ELSEWHERE.keySet()).as("a page that nobody looks at").containsAll(walk.missed());
  }

  // Pictures, to be looked at.

  @Test
  @Order(15)
  @EnabledIfSystemProperty(named = "entente.pictures", matches = "true")
  void twelvePagesAreTakenWideAndNarrowLightAndDark() throws IOException {
    Page desk = inEnglish(City.BAKU, "DESK");
    Page approver = inEnglish(City.BAKU, "APPROVER");
    Page supervisor = inEnglish(City.BAKU, "SUPERVISOR");
    desk.navigate(hands.address(City.BAKU) + "/");
    taken(desk, "01-work-list");
    desk.navigate(hands.address(City.BAKU) + "/board");
    taken(desk, "02-board");
    desk.navigate(hands.address(City.BAKU) + "/?view=open&urgency=urgent");
    desk.click("tbody tr:has-text('" + OLDEST + "') .about a");
    taken(desk, "03-case-answered");
    desk.navigate(hands.address(City.BAKU) + "/requests/new");
    BrowserTest.fillRequest(desk, "terrorism", "Hüseynzadə", "Cavid", "02.01.1990");
    taken(desk, "04-request-question");
    desk.click("button[value=next]");
    taken(desk, "05-request-check");
    desk.fill("#find", "Cavid");
    desk.keyboard().press("Enter");
    desk.waitForSelector(".results");
    taken(desk, "06-search");
    desk.navigate(hands.address(City.BAKU) + "/checks");
    desk.click("main table a >> nth=0");
    taken(desk, "07-check");
    approver.navigate(hands.address(City.BAKU) + "/");
    taken(approver, "08-approver-list");
    approver.click("tbody .about a >> nth=0");
    taken(approver, "09-release");
    supervisor.navigate(hands.address(City.BAKU) + "/oversight/statistics");
    taken(supervisor, "10-statistics");
    supervisor.navigate(hands.address(City.BAKU) + "/partners");
    taken(supervisor, "11-partners");
    supervisor.navigate(hands.address(City.BAKU) + "/agreements");
    supervisor.click("main article h2 a >> nth=0");
    taken(supervisor, "12-agreement");
    Page serbian = page(City.BELGRADE, "DESK");
    serbian.navigate(hands.address(City.BELGRADE) + "/?view=open");
    taken(serbian, "01-work-list-sr");
    Page azerbaijani = page(City.BAKU, "DATA_OWNER");
    azerbaijani.navigate(hands.address(City.BAKU) + "/records/imports");
    taken(azerbaijani, "13-imports-az");
  }

  private Page inEnglish(City city, String role) throws IOException {
    Page page = page(city, role);
    page.navigate(hands.address(city) + "/account");
    page.selectOption("#language", "en");
    page.click("form[action='/account'] button");
    return page;
  }

  private static void taken(Page page, String name) {
    for (int width : new int[] {WIDE, 390}) {
      page.setViewportSize(width, 900);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String file =
            name + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "-light") + ".png";
        page.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target", "pictures").resolve(file)));
      }
    }
    page.setViewportSize(WIDE, 900);
  }
}
