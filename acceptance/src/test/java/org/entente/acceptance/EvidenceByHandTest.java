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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.command.Api;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;
import org.entente.command.EvidenceCheck;
import org.entente.seal.IdentityCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor takes a case out as an evidence file, by hand in a real browser. */
class EvidenceByHandTest {
  private static final String BUTTON = "form[action$=evidence] button";

  @TempDir private Path folder = Path.of("");

  @Test
  void aSupervisorTakesACaseOutAndItIsCheckedWithoutANode() throws Exception {
    try (Hands hands = new Hands(Files.createDirectories(folder.resolve("nodes")))) {
      String reference = sent(hands);
      Page page = hands.signedIn(City.BAKU, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
      page.click("main a[href='/?view=open']");
      page.click("text=" + reference);
      awaitText(page, "delivered");
      String place = page.url();
      open(page);
      check(page, "evidence-form");
      assertThat(page.locator("#evidence-language")).hasValue("en");
      page.evaluate("document.querySelector('#evidence-reason').removeAttribute('minlength')");
      page.fill("#evidence-reason", "why");
      page.click(BUTTON);
      assertThat(page.locator("[role=alert]")).containsText("10 to 2,000 characters");

      for (String language : List.of("az", "sr-Latn", "en")) {
        open(page);
        page.fill("#evidence-reason", "The High Court asked for the file, K-12/2026.");
        page.selectOption("#evidence-language", language);
        Download download = page.waitForDownload(() -> page.click(BUTTON));
        assertThat(download.suggestedFilename()).isEqualTo(reference + ".asice");
        Path file = folder.resolve(language + ".asice");
        download.saveAs(file);
        cover(file, language);
      }

      List<IdentityCard> cards = List.of(hands.card(City.BAKU), hands.card(City.BELGRADE));
      Path file = folder.resolve("en.asice");
      assertThat(EvidenceCheck.check(file, cards, List.of())).isTrue();
      byte[] changed = Files.readAllBytes(file);
      changed[changed.length / 2] ^= 1;
      assertThat(EvidenceCheck.check(Files.write(file, changed), cards, List.of())).isFalse();

      page.navigate(place);
      open(page);
      assertThat(page.locator("main")).containsText("K-12/2026");
      Page dark = hands.signedIn(City.BAKU, "SUPERVISOR", NARROW, ColorScheme.DARK);
      dark.navigate(place);
      open(dark);
      check(dark, "evidence-taken-narrow-dark");
      Page desk = hands.signedIn(City.BAKU, "DESK", WIDE, ColorScheme.LIGHT);
      desk.navigate(place);
      assertThat(desk.locator("form[action$=evidence]")).hasCount(0);
      aProgramTakesItToo(hands, place.replaceAll(".*/cases/", ""));
      assertThat(hands.complaints()).isEmpty();
    }
  }

  private void aProgramTakesItToo(Hands hands, String caseId) throws IOException {
    String place = "cases/" + caseId + "/evidence";
    Api supervisor = api(hands, "SUPERVISOR");
    assertThat(supervisor.get(place).json().size()).isEqualTo(3);
    Api.Answer taken = supervisor.post(place, Map.of("reason", "By a program, for a court."));
    assertThat(taken.status()).isEqualTo(200);
    Path file = Files.write(folder.resolve("program.asice"), taken.body());
    assertThat(EvidenceCheck.check(file, List.of(), List.of())).isTrue();
    assertThat(supervisor.get(place).json().size()).isEqualTo(4);
    assertThat(supervisor.post(place, Map.of("reason", "short")).status()).isEqualTo(422);
    Api desk = api(hands, "DESK");
    assertThat(desk.get(place).status()).isEqualTo(403);
    assertThat(desk.post(place, Map.of("reason", "By a program, for a court.")).status())
        .isEqualTo(403);
  }

  private static Api api(Hands hands, String role) throws IOException {
    Demonstration.Someone someone = hands.someone(City.BAKU, role);
    return Api.signIn(hands.port(City.BAKU), someone.login(), someone.password());
  }

  private static String sent(Hands hands) throws IOException {
    Page baku = hands.signedIn(City.BAKU, "DESK", WIDE, ColorScheme.LIGHT);
    baku.navigate(hands.address(City.BAKU) + "/requests/new");
    BrowserTest.fillRequest(baku, "drug-trafficking");
    baku.click("button[value=draft]");
    baku.click(BrowserTest.SUBMIT);
    String reference = baku.locator("h1").innerText();
    BrowserTest.release(hands, City.BAKU, reference);
    return reference;
  }

  private static void open(Page page) {
    page.locator("form[action$=evidence]").evaluate("form => form.closest('details').open = true");
  }

  /** The cover says what it must. */
  private static void cover(Path container, String language) throws IOException {
    try (ZipFile zip = new ZipFile(container.toFile(), StandardCharsets.UTF_8);
        PDDocument cover =
            Loader.loadPDF(zip.getInputStream(zip.getEntry("cover.pdf")).readAllBytes())) {
      assertThat(new PDFTextStripper().getText(cover))
          .contains("./entente verify", "az.mia.card", "UTC");
      Hands.draw(cover, "cover-" + language);
    }
  }
}
