package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.acceptance.Hands.NARROW;
import static org.entente.acceptance.Hands.WIDE;
import static org.entente.acceptance.Hands.awaitText;
import static org.entente.acceptance.Hands.check;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.entente.command.Demonstration.City;
import org.entente.command.ScreenCommand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The national index by hand: a file is read in, and a person is found through another script. */
class NationalIndexTest extends ByHand {
  /** Invented persons; the last two rows may mean the same, one row is broken. */
  private static final String REGISTER =
      """
      id;ad soyad;doğum tarixi;pasport;cins
      1;Cavid Hüseynzadə;1984-03-21;C0481516;k
      2;Günel Abbaszadə;12.09.1991;C0481517;q
      3;Rəşid Qasımlı;31.02.1980;C0481518;k
      4;Tural Mirzəbəyli;1979-11-02;;k
      5;Mirzəbəyli Tural;02.11.1979;;k
      """;

  @BeforeAll
  void prepare() throws IOException {
    takenIn();
  }

  @Test
  void cavidHuseynzadeIsFoundByTypingInCyrillicAndTheOfficerReadsWhy() throws IOException {
    Page desk = hands.signedIn(City.BAKU, "DESK", WIDE, ColorScheme.LIGHT);
    desk.click("a[href='/records']");
    desk.locator("#name").pressSequentially("гусейнзаде dzavid");
    assertThat(desk.locator("#found h3").first()).containsText("Cavid Hüseynzadə");
    desk.click("#found summary >> nth=0");
    assertThat(desk.locator("#found table").first()).containsText("гусейнзаде");
    check(desk, "index-found");
    desk.click("form[data-search] > button");
    assertThat(desk.locator("#found h3").first()).containsText("Cavid Hüseynzadə");
    desk.click("#found h3 a >> nth=0");
    assertThat(desk.locator("main")).containsText("C0481516");
    check(desk, "record");
    String record = desk.url();
    desk.click("a[href^='/requests/new?record=']");
    assertThat(desk.locator("input[name=familyName]")).hasValue(Pattern.compile(".*Hüseynzadə"));
    assertThat(desk.locator("input[name=birthDate]")).hasValue("21.03.1984");
    desk.navigate(record);
    desk.click("a[href^='/checks/new?record=']");
    assertThat(desk.locator("#born")).hasValue("21.03.1984");
    check(desk, "check-from-record");

    Page owner = hands.signedIn(City.BAKU, "DATA_OWNER", WIDE, ColorScheme.LIGHT);
    owner.click("a[href='/records']");
    owner.click("a[href='/records/pairs']");
    awaitText(owner, "Mirzəbəyli Tural");
    check(owner, "pairs");
    owner.click("button[name=keep] >> nth=0");
    assertThat(owner.locator("main .empty")).isVisible();

    Page dark = hands.signedIn(City.BAKU, "DESK", NARROW, ColorScheme.DARK);
    dark.navigate(hands.address(City.BAKU) + "/records");
    dark.fill("#name", "Мирзабејли Турал");
    dark.click("form[data-search] > button");
    assertThat(dark.locator("#found h3")).hasCount(1);
    check(dark, "index-narrow-dark");
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void aRequestFromBelgradeShowsInBakuWhoMayBeMeantAndTheOfficerConfirms() throws IOException {
    Page belgrade = hands.signedIn(City.BELGRADE, "DESK", WIDE, ColorScheme.LIGHT);
    belgrade.navigate(hands.address(City.BELGRADE) + "/requests/new");
    belgrade.selectOption("#partner", "az.mia");
    BrowserTest.fillRequest(belgrade, "drug-trafficking", "Хусејнзаде", "Џавид", "21. март 1984.");
    belgrade.click("button[value=draft]");
    belgrade.click(BrowserTest.SUBMIT);
    BrowserTest.release(hands, City.BELGRADE, belgrade.locator("h1").innerText());

    Page baku = hands.signedIn(City.BAKU, "DESK", WIDE, ColorScheme.LIGHT);
    hands.awaitLine(baku, City.BAKU, "tbody a");
    baku.click("tbody a");
    awaitText(baku, "Cavid Hüseynzadə");
    baku.click("#known summary >> nth=0");
    assertThat(baku.locator("#known table").first()).containsText("Хусејнзаде");
    check(baku, "case-possible-match");
    baku.fill("#known input[name=ground]", "The same date of birth and the same parents.");
    baku.click("#known button[value=true]");
    assertThat(baku.locator("#known .badge")).containsText("təsdiqlənib");
    check(baku, "case-confirmed-match");
    Page dark = hands.signedIn(City.BAKU, "APPROVER", NARROW, ColorScheme.DARK);
    dark.navigate(baku.url());
    check(dark, "case-match-narrow-dark");
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void aListIsHeldAgainstTheIndexByPageAndByCommand(@TempDir Path folder) throws IOException {
    String list = "Passenger name,Date of birth\nГусейнзаде Джавид,21.03.1984\nJane Unheard,1970\n";
    try {
      Page analyst = hands.signedIn(City.BAKU, "ANALYST", WIDE, ColorScheme.LIGHT);
      analyst.navigate(hands.address(City.BAKU) + "/records/screenings");
      check(analyst, "screenings-empty");
      analyst.setInputFiles(
          "#file",
          new FilePayload("flight.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
      analyst.click("form[data-upload] button");
      analyst.selectOption("#column-0", "name");
      check(analyst, "screening-columns");
      analyst.fill("#reason", "Passengers of an invented flight.");
      analyst.click("form[action$='/start'] button");
      awaitText(analyst, "Cavid Hüseynzadə");
      check(analyst, "screening-done");
      Download csv = analyst.waitForDownload(() -> analyst.click("a[href$='results.csv']"));
      assertThat(Files.readString(csv.path())).contains("Cavid Hüseynzadə").doesNotContain("Jane");

      Path file = folder.resolve("flight.csv");
      Files.writeString(file, list);
      Path results = folder.resolve("results.csv");
      System.setProperty("entente.password", hands.someone(City.BAKU, "ANALYST").password());
      int status =
          new CommandLine(new ScreenCommand())
              .execute(
                  file.toString(),
                  "--port",
                  Integer.toString(hands.port(City.BAKU)),
                  "--login",
                  hands.someone(City.BAKU, "ANALYST").login(),
                  "--reason",
                  "Passengers of an invented flight.",
                  "--column",
                  "Passenger name=name",
                  "--column",
                  "Date of birth=born",
                  "--out",
                  results.toString());
      assertThat(status).isZero();
      assertThat(Files.readString(results)).contains("Cavid Hüseynzadə").doesNotContain("Jane");
      assertThat(hands.complaints()).isEmpty();
    } finally {
      System.clearProperty("entente.password");
    }
  }

  /** The data owner of Baku takes the register in. */
  private void takenIn() throws IOException {
    Page owner = hands.signedIn(City.BAKU, "DATA_OWNER", WIDE, ColorScheme.LIGHT);
    owner.click("a[href='/records']");
    owner.click("a[href='/records/imports']");
    check(owner, "imports-empty");
    owner.setInputFiles(
        "#file",
        new FilePayload("wanted.csv", "text/csv", REGISTER.getBytes(StandardCharsets.UTF_8)));
    owner.click("form[data-upload] button");
    assertThat(owner.locator("#column-1")).hasValue("name");
    assertThat(owner.locator("#column-2")).hasValue("born");
    check(owner, "import-columns");
    owner.selectOption("#charset", "windows-1251");
    owner.click("form[method=get] button");
    assertThat(owner.locator("tbody")).not().containsText("Hüseynzadə");
    owner.selectOption("#charset", "UTF-8");
    owner.click("form[method=get] button");
    assertThat(owner.locator("tbody")).containsText("Hüseynzadə");
    owner.fill("#register", "wanted");
    owner.selectOption("#kind", "person");
    owner.selectOption("#category", "suspect-or-convicted");
    owner.selectOption("#offence", "drug-trafficking");
    owner.selectOption("#source", "A");
    owner.selectOption("#information", "1");
    owner.click("form[action$='/start'] button");
    awaitText(owner, "bitdi");
    assertThat(owner.locator("main")).containsText("Rəşid Qasımlı");
    check(owner, "import-done");
  }
}
