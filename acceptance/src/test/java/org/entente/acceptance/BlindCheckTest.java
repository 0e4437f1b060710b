package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.acceptance.Hands.NARROW;
import static org.entente.acceptance.Hands.WIDE;
import static org.entente.acceptance.Hands.awaitText;
import static org.entente.acceptance.Hands.check;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.entente.command.DemoIndex;
import org.entente.command.Demonstration.City;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Blind checks by hand: published in Belgrade, asked in Baku, one by one and as a list. */
class BlindCheckTest extends ByHand {
  private static final String LIST =
      "name,date of birth\nPETAR DJORDJEVIC,1990-01-02\nKamran Vəliyev,1961-07-14\nNobody,\n";

  @BeforeAll
  void prepare() throws IOException, InterruptedException {
    DemoIndex.of(hands.demonstration()).fill();
    published();
  }

  @Test
  void anOfficerSeesAHitANoHitAndANotAskedAndGoesOnWithARequest() throws IOException {
    Page desk = hands.signedIn(City.BAKU, "DESK", WIDE, ColorScheme.LIGHT);
    desk.click("nav a[href='/checks']");
    check(desk, "checks-empty");
    desk.click("main a[href='/checks/new']");
    // The memorandum with the academy carries no check.
    assertThat(desk.locator("input[name=partner]")).hasCount(1);
    who(desk, "Петар", "Ђорђевић", "1990-01-02");
    desk.click("button[value=preview]");
    assertThat(desk.locator("#preview")).isVisible();
    check(desk, "check-preview");
    desk.click("button[value=ask]");
    awaitState(desk, "rs.mup", "hit");
    assertThat(desk.locator("tr.answer.hit")).hasCount(1);
    assertThat(desk.locator("tr.answer")).hasCount(1);
    check(desk, "check-hit");
    String hit = desk.url();

    desk.navigate(hands.address(City.BAKU) + "/checks/new");
    who(desk, "Kamran", "Vəliyev", "1961-07-14");
    desk.click("button[value=ask]");
    awaitState(desk, "rs.mup", "no-hit");
    check(desk, "check-no-hit");

    desk.navigate(hit);
    desk.click("tr.hit a[href*='/requests/new']");
    assertThat(desk.locator("#partner")).hasValue("rs.mup");
    desk.click("button[value=next]");
    assertThat(desk.locator("#familyName")).hasValue("Ђорђевић");
    assertThat(desk.locator("#birthDate")).hasValue("02.01.1990");
    check(desk, "check-follow-up");

    desk.navigate(hands.address(City.BAKU) + "/checks/new");
    who(desk, "Петар", "Ђорђевић", "");
    desk.click("button[value=ask]");
    assertThat(desk.locator("[role=alert]")).isVisible();
    assertThat(desk.locator("#given")).hasValue("Петар");

    Page dark = hands.signedIn(City.BAKU, "DESK", NARROW, ColorScheme.DARK);
    dark.navigate(hit);
    check(dark, "check-narrow-dark");
    dark.navigate(hands.address(City.BAKU) + "/checks/new?kind=vehicle");
    check(dark, "check-new-narrow-dark");
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void aListIsReleasedByASecondPersonAndEveryLineHasAResult() throws IOException {
    Page analyst = hands.signedIn(City.BAKU, "ANALYST", WIDE, ColorScheme.LIGHT);
    analyst.navigate(hands.address(City.BAKU) + "/checks/lists");
    analyst.setInputFiles(
        "#file",
        new FilePayload("suspects.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
    analyst.click("form[data-upload] button");
    why(analyst);
    check(analyst, "check-list-columns");
    analyst.click("form[action$='/start'] button");
    assertThat(analyst.locator("form[action$='/release']")).hasCount(0);

    Page approver = hands.signedIn(City.BAKU, "APPROVER", WIDE, ColorScheme.LIGHT);
    approver.navigate(analyst.url());
    check(approver, "check-list-release");
    approver.click("form[action$='/release'] button");
    awaitText(analyst, "PETAR DJORDJEVIC");
    assertThat(analyst.locator("tbody tr")).hasCount(3);
    check(analyst, "check-list-done");
    assertThat(hands.complaints()).isEmpty();
  }

  /** The data owner in Belgrade publishes the sealed index for Baku. */
  private void published() throws IOException {
    Page owner = hands.signedIn(City.BELGRADE, "DATA_OWNER", WIDE, ColorScheme.LIGHT);
    owner.navigate(hands.address(City.BELGRADE) + "/checks/offers");
    check(owner, "offers-closed");
    owner.click("form[action='/checks/offers/az.mia'] button");
    for (int look = 0;
        look < 100 && owner.locator("form[action$='/renewal']").count() == 0;
        look++) {
      owner.waitForTimeout(100);
      owner.reload();
    }
    assertThat(owner.locator("form[action$='/renewal']")).isVisible();
    check(owner, "offers-open");
  }

  private static void who(Page page, String given, String family, String born) {
    page.fill("#given", given);
    page.fill("#family", family);
    page.fill("#born", born);
    why(page);
  }

  private static void why(Page page) {
    page.fill("#purpose", "Who rented the vehicle in which the substance was found.");
    page.fill("#reference", "AZ-2026-17");
    page.selectOption("#offence", "drug-trafficking");
    page.selectOption("#category", "suspect-or-convicted");
    page.check("input[name=aim][value=identify]");
  }

  private static void awaitState(Page page, String partner, String state) {
    assertThat(page.locator("tr." + state + " a[href$='/" + partner + "/answer.check']"))
        .isVisible();
    assertThat(page.locator("g.sign." + state + " text.name")).isVisible();
  }
}
