package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.acceptance.Hands.NARROW;
import static org.entente.acceptance.Hands.WIDE;
import static org.entente.acceptance.Hands.awaitText;
import static org.entente.acceptance.Hands.check;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.entente.command.Demonstration.City;
import org.junit.jupiter.api.Test;

/** What a recipient tells the origin of a message, and what it asks, in a real browser. */
class NoticesByHandTest extends ByHand {
  private Page desk(City city) throws IOException {
    return hands.signedIn(city, "DESK", WIDE, ColorScheme.LIGHT);
  }

  @Test
  void whatARecipientFindsWrongIsReportedAndCorrectedByHand() throws IOException {
    Page baku = desk(City.BAKU);
    baku.navigate(hands.address(City.BAKU) + "/requests/new");
    BrowserTest.fillRequest(baku, "terrorism");
    baku.click("button[value=draft]");
    baku.click(BrowserTest.SUBMIT);
    String reference = baku.locator("h1").innerText();
    String ours = baku.url();
    BrowserTest.release(hands, City.BAKU, reference);
    Page belgrade = desk(City.BELGRADE);
    hands.awaitLine(
        belgrade, City.BELGRADE, "tbody tr:has(td:text-matches('Terorizam|Тероризам')) a");
    belgrade.click("tbody tr:has(td:text-matches('Terorizam|Тероризам')) a");
    String theirs = belgrade.url();
    BrowserTest.openForm(belgrade, "inaccuracy");
    String form = "form:has(input[value=inaccuracy]) ";
    belgrade.selectOption(form + "select", "facts");
    belgrade.fill(form + "textarea[name=corrected]", "Seven kilograms were found in the lorry.");
    belgrade.fill(form + "textarea[name=reasons]", "The laboratory in Niš measured again.");
    check(belgrade, "inaccuracy-form");
    belgrade.click(form + "button");
    Page marko = hands.signedIn(City.BELGRADE, "APPROVER", NARROW, ColorScheme.DARK);
    marko.navigate(theirs);
    check(marko, "inaccuracy-waits-narrow-dark");
    marko.click(BrowserTest.RELEASE);

    baku.navigate(ours);
    awaitText(baku, "The laboratory in Niš");
    check(baku, "inaccuracy-arrived");
    String answer = "form[action^='/notices/'][action$=correction] ";
    baku.fill(answer + "textarea[name=reasons]", "Your laboratory is right.");
    baku.click(answer + "button");
    check(baku, "inaccuracy-corrected");

    belgrade.navigate(theirs);
    awaitText(belgrade, "Your laboratory is right.");
    check(belgrade, "inaccuracy-answered");
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void whatMayNotBePassedOnIsAskedForByHand() throws IOException {
    Page belgrade = desk(City.BELGRADE);
    belgrade.navigate(hands.address(City.BELGRADE) + "/requests/new");
    BrowserTest.fillRequest(belgrade, "organised-crime");
    belgrade.check("input[name=handling][value=H2]");
    belgrade.click("button[value=draft]");
    belgrade.click(BrowserTest.SUBMIT);
    String theirs = belgrade.url();
    BrowserTest.release(hands, City.BELGRADE, belgrade.locator("h1").innerText());
    Page baku = desk(City.BAKU);
    String line = "tbody tr:has(.way.theirs) a"; // What Belgrade asks.
    hands.awaitLine(baku, City.BAKU, line);
    baku.click(line);
    String ours = baku.url();
    String item = baku.locator(".timeline li.in details dd code").first().textContent();

    baku.navigate(hands.address(City.BAKU) + "/requests/new");
    baku.selectOption("#partner", City.ACADEMY.authority);
    BrowserTest.fillRequest(baku, "computer-crime", "Hüseynzadə", "Cavid", "");
    baku.click("button[value=draft]");
    baku.locator("form[action$=uses]").evaluate("form => form.closest('details').open = true");
    baku.fill("form[action$=uses] input[name=item]", item);
    baku.click("form[action$=uses] button");
    String question = "form:has(input[value=passing]) ";
    baku.fill(question + "textarea", "A lesson about this route.");
    check(baku, "passing-missing");
    baku.click(question + "button");
    Page rashad = hands.signedIn(City.BAKU, "APPROVER", WIDE, ColorScheme.LIGHT);
    rashad.navigate(ours);
    rashad.click(BrowserTest.RELEASE);

    belgrade.navigate(theirs);
    awaitText(belgrade, "A lesson about this route.");
    check(belgrade, "passing-asked");
    belgrade.fill("form[action$=permission] textarea", "Without the names.");
    belgrade.click("form[action$=permission] button >> nth=0");
    Page marko = hands.signedIn(City.BELGRADE, "APPROVER", NARROW, ColorScheme.DARK);
    marko.navigate(theirs);
    check(marko, "passing-answer-waits-narrow-dark");
    marko.click(BrowserTest.RELEASE);
    baku.navigate(ours);
    awaitText(baku, "Without the names.");
    check(baku, "passing-answered");
    assertThat(hands.complaints()).isEmpty();
  }
}
