package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.acceptance.Hands.NARROW;
import static org.entente.acceptance.Hands.WIDE;
import static org.entente.acceptance.Hands.check;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.command.Demonstration.City;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The supervisor's desk by hand, after a request about an invented person was released. */
class OversightTest extends ByHand {
  private static final String REASON = "=Complaint 17 of the person concerned.";

  @BeforeAll
  void prepare() throws IOException {
    released();
  }

  @Test
  void aSupervisorFindsWhoLookedAtAPersonAndAnswersTheRequestForAccess() throws IOException {
    Page desk = hands.signedIn(City.BELGRADE, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    desk.click("nav a[href='/oversight']");
    assertThat(desk.locator(".tiles li")).hasCount(4);
    check(desk, "oversight");

    desk.click(".tabs a[href='/oversight/people']");
    desk.fill("#name", "Huseynzade Cavid");
    desk.click("main form button");
    assertThat(desk.locator("[role=alert]")).isVisible();
    assertThat(desk.locator("#name")).hasValue("Huseynzade Cavid");
    desk.fill("#reason", REASON);
    check(desk, "oversight-person");
    desk.click("main form button");
    awaitTrace(desk);
    assertThat(desk.url()).doesNotContain("Huseynzade");
    check(desk, "oversight-mentions");
    desk.check("input[name=mention] >> nth=0");
    desk.click("form[action$='/history'] button");
    assertThat(desk.locator("main table.list tbody tr")).not().hasCount(0);
    assertThat(desk.locator("main table.list")).containsText("RS-");
    check(desk, "oversight-history");
    Download csv = desk.waitForDownload(() -> desk.click("a[href$='entries.csv']"));
    assertThat(Files.readString(csv.path())).contains("released", "case-read", "'=Complaint 17");

    desk.click("a[href$='/answer']");
    check(desk, "oversight-answering");
    desk.selectOption("select[name^=ground] >> nth=0", "b");
    desk.click("main form button");
    assertThat(desk.locator("[role=alert]")).isVisible();
    desk.fill("textarea >> nth=0", "The investigation is secret.");
    desk.click("main form button");
    assertThat(desk.locator("main")).containsText("The investigation is secret.");
    check(desk, "oversight-answer");
    assertThat(desk.locator("a[href*='letter.pdf']")).hasCount(0);
    Page second = hands.signedIn(City.BELGRADE, "APPROVER", WIDE, ColorScheme.LIGHT);
    second.navigate(desk.url());
    second.click("form[action$='/confirmation'] button");
    desk.reload();
    for (String language : new String[] {"en", "az", "sr", "sr-Latn"}) {
      Download letter =
          desk.waitForDownload(() -> desk.click("a[href$='language=" + language + "']"));
      assertThat(drawn(letter.path(), "letter-withheld-" + language))
          .doesNotContain("secret", "Хусејнзаде");
    }

    desk.navigate(hands.address(City.BELGRADE) + "/oversight/answers");
    check(desk, "oversight-answers");
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void transfersUnusualLooksAndABreachReportAreReadAndPrinted() throws IOException {
    Page desk = hands.signedIn(City.BELGRADE, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    desk.navigate(hands.address(City.BELGRADE) + "/oversight/transfers");
    assertThat(desk.locator("main table.list tbody tr")).not().hasCount(0);
    desk.selectOption("#kind", "message");
    desk.click("form.filter button");
    assertThat(desk.locator("main table.list tbody tr")).hasCount(1);
    desk.click("figure.transfers summary");
    check(desk, "oversight-transfers");
    Download csv = desk.waitForDownload(() -> desk.click("a[href^='/oversight/transfers.csv']"));
    assertThat(Files.readString(csv.path())).contains("message", "az.mia", "request");
    Download pdf = desk.waitForDownload(() -> desk.click("a[href^='/oversight/transfers.pdf']"));
    assertThat(drawn(pdf.path(), "register")).contains("RS-");

    desk.click(".tabs a[href='/oversight/unusual']");
    check(desk, "oversight-unusual");

    desk.click(".tabs a[href='/oversight/breaches']");
    desk.click("main form button");
    assertThat(desk.locator("[role=alert]")).isVisible();
    LocalDateTime now = LocalDateTime.now(ZoneId.of("Europe/Belgrade")).minusMinutes(2);
    DateTimeFormatter field = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    desk.fill("#from", field.format(now.minusDays(1)));
    desk.fill("#until", field.format(now.plusDays(1)));
    desk.fill("#aware", field.format(now.minusHours(1)));
    desk.selectOption("#scope", new SelectOption().setIndex(1));
    desk.fill("#nature", "A laptop with a signed-in account was lost.");
    check(desk, "oversight-breaches");
    desk.click("main form button");
    assertThat(desk.locator("main section")).hasCount(7);
    check(desk, "oversight-breach");
    Download report = desk.waitForDownload(() -> desk.click("a[href$='report.pdf']"));
    assertThat(drawn(report.path(), "breach")).contains("A laptop", "[");
    Download text = desk.waitForDownload(() -> desk.click("a[href$='report.txt']"));
    assertThat(Files.readString(text.path())).contains("A laptop", "[");

    Page dark = hands.signedIn(City.BAKU, "SUPERVISOR", NARROW, ColorScheme.DARK);
    for (String page :
        new String[] {"", "/people", "/transfers", "/unusual", "/answers", "/breaches"}) {
      dark.navigate(hands.address(City.BAKU) + "/oversight" + page);
      check(dark, "oversight" + page.replace('/', '-') + "-narrow-dark");
    }
    Page other = hands.signedIn(City.BAKU, "DESK", WIDE, ColorScheme.LIGHT);
    assertThat(other.locator("nav a[href='/oversight']")).hasCount(0);
    for (String page :
        new String[] {"", "/people", "/transfers", "/unusual", "/answers", "/breaches"}) {
      var answer = other.navigate(hands.address(City.BAKU) + "/oversight" + page);
      assertThat(answer.status()).as(page).isEqualTo(403);
    }
    assertThat(hands.complaints()).isEmpty();
  }

  /** A request of Belgrade about an invented person, released and looked at. */
  private void released() throws IOException {
    Page belgrade = hands.signedIn(City.BELGRADE, "DESK", WIDE, ColorScheme.LIGHT);
    belgrade.navigate(hands.address(City.BELGRADE) + "/requests/new");
    belgrade.selectOption("#partner", "az.mia");
    BrowserTest.fillRequest(belgrade, "drug-trafficking", "Хусејнзаде", "Џавид", "21. март 1984.");
    belgrade.click("button[value=draft]");
    belgrade.click(BrowserTest.SUBMIT);
    BrowserTest.release(hands, City.BELGRADE, belgrade.locator("h1").innerText());
  }

  /** The index of requests follows by moments: looks again until the request is met. */
  private void awaitTrace(Page desk) throws IOException {
    for (int look = 0; look < 50 && desk.locator("input[name=mention]").count() == 0; look++) {
      desk.waitForTimeout(200);
      desk.navigate(hands.address(City.BELGRADE) + "/oversight/people");
      desk.fill("#name", "Huseynzade Cavid");
      desk.fill("#reason", REASON);
      desk.click("main form button");
    }
    assertThat(desk.locator("input[name=mention]")).not().hasCount(0);
  }

  /** The text of a document. */
  private static String drawn(Path pdf, String name) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      Hands.draw(document, name);
      return new PDFTextStripper().getText(document);
    }
  }
}
