package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.acceptance.Hands.NARROW;
import static org.entente.acceptance.Hands.WIDE;
import static org.entente.acceptance.Hands.awaitText;
import static org.entente.acceptance.Hands.check;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.entente.command.Demonstration.City;
import org.junit.jupiter.api.Test;

/** Persons and things that are pasted, sent, read and answered, in a real browser. */
class ThingsByHandTest extends ByHand {
  private static final String PASTED =
      """
      BG 1234-ŠĆ
      1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
      185[.]4[.]1[.]2:50123 2026-11-03 14:22:05
      hxxps[:]//ledger-cases[.]example/login
      he met her at the old bridge
      """;

  private Page desk(City city) throws IOException {
    return hands.signedIn(city, "DESK", WIDE, ColorScheme.LIGHT);
  }

  private static void roles(Page page, String at, String... roles) {
    for (int i = 0; i < roles.length; i++) {
      page.selectOption("[id='subjects." + i + ".role" + at + "']", roles[i]);
    }
  }

  /** Opens the step of a new request in which forms are filled in, with a form of each field. */
  private void forms(Page page) {
    page.navigate(hands.address(City.BAKU) + "/requests/new");
    page.selectOption("#partner", City.BELGRADE.authority);
    page.selectOption("#offence", "drug-trafficking");
    page.click("button[value=next]");
    for (String form : List.of("drugs", "trafficking", "smuggling", "terrorism", "cyber")) {
      page.selectOption("#form-more", form);
      page.locator(".adding:has(#form-more) button").click();
    }
  }

  @Test
  void eachFormIsFilledInByHandInFourLanguages() throws IOException {
    Page page = desk(City.BAKU);
    for (String language : List.of("az", "sr", "sr-Latn", "en")) {
      page.navigate(hands.address(City.BAKU) + "/account");
      page.selectOption("#language", language);
      page.click("form[action='/account'] button");
      forms(page);
      check(page, "forms-" + language);
    }
    page.selectOption("[id='forms.0.substances.0.found']", "other");
    assertThat(page.locator("[id='forms.0.substances.0.found-other']")).isVisible();
    page.fill("[id='forms.0.substances.0.found-other']", "Carfentanil, crushed");
    page.fill("[id='forms.0.substances.0.amount']", "1.234");
    page.check("[name='forms.0.packing'][value=brick]");
    page.locator(".rows:has([id='forms.0.substances.0.found']) > button").click();
    assertThat(page.locator("[id='forms.0.substances.0.amount']")).hasValue("1.234");
    page.selectOption("[id='forms.0.substances.1.found']", "heroin");
    for (int i = 1; i < 5; i++) {
      page.check("[name='forms." + i + ".remove']");
    }
    page.locator("button[value=next]").last().click();
    assertThat(page.locator("#faults")).containsText("cannot be read for certain");
    assertThat(page.locator("#faults")).containsText("Unit: Amount");
    check(page, "forms-fault");
    page.fill("[id='forms.0.substances.0.amount']", "1234");
    page.selectOption("[id='forms.0.substances.0.amount-unit']", "g");
    page.locator("button[value=next]").last().click();
    page.locator("button[value=draft]").first().click();
    assertThat(page.locator("main")).containsText("Carfentanil, crushed");
    check(page, "forms-card");
    Page narrow = hands.signedIn(City.BAKU, "DESK", NARROW, ColorScheme.DARK);
    forms(narrow);
    check(narrow, "forms-narrow-dark");
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void whatIsPastedTravelsAsPersonsAndThingsAndIsTakenOver() throws IOException {
    Page baku = desk(City.BAKU);
    baku.navigate(hands.address(City.BAKU) + "/requests/new");
    baku.selectOption("#partner", City.BELGRADE.authority);
    baku.selectOption("#offence", "drug-trafficking");
    baku.fill("#purpose", "To find who paid for a consignment that was seized.");
    baku.click("button[value=next]");
    baku.fill("#pasted", PASTED);
    check(baku, "things-box");
    baku.click("button[value=read]");
    assertThat(baku.locator("[id='subjects.0.plate']")).hasValue("BG 1234-ŠĆ");
    assertThat(baku.locator("#pasted")).hasValue("he met her at the old bridge");
    check(baku, "things-rows");
    roles(baku, "", "used", "proceeds", "used", "used");
    baku.locator("details.joined summary").click();
    baku.selectOption("[id='links.0.from']", "0");
    baku.selectOption("[id='links.0.kind']", "connected");
    baku.selectOption("[id='links.0.to']", "1");
    baku.click("button[value=as-text]");
    assertThat(baku.locator("#pasted")).hasValue("");
    baku.click("button[value=next]");
    assertThat(baku.locator("#facts")).hasValue("he met her at the old bridge");
    baku.fill("#informationSought", "Who held the vehicle since the first of November.");
    baku.fill("#reasonsToBelieve", "The plate of the vehicle is of Belgrade.");
    baku.fill("#link", "The vehicle carried the consignment.");
    baku.check("#urgency-normal");
    baku.selectOption("#language", "en");
    baku.check("input[name=handling][value=H1]");
    baku.click("button[value=next]");
    check(baku, "things-check");
    baku.click("button[value=send]");
    String ours = baku.url().replaceFirst("\\?.*", "");
    String reference = baku.locator("h1").innerText();
    Page approver = hands.signedIn(City.BAKU, "APPROVER", NARROW, ColorScheme.DARK);
    approver.navigate(ours);
    check(approver, "things-narrow-dark");
    approver.click(BrowserTest.RELEASE);

    Page belgrade = desk(City.BELGRADE);
    hands.awaitLine(belgrade, City.BELGRADE, "tbody a");
    belgrade.click("tbody a");
    assertThat(belgrade.locator(".told").first()).containsText("BG 1234-ŠĆ");
    check(belgrade, "things-arrived");
    belgrade.locator("details:has(#pasted-reply)").first().evaluate("each => each.open = true");
    belgrade.fill("#pasted-reply", "+381601234567");
    belgrade.click("form:has(#pasted-reply) button[value=read]");
    assertThat(belgrade.locator("[id='subjects.0.phone-reply']")).hasValue("+381601234567");
    check(belgrade, "things-reply");
    Page narrow = hands.signedIn(City.BELGRADE, "DESK", NARROW, ColorScheme.DARK);
    narrow.navigate(belgrade.url().replaceFirst("/messages$", ""));
    check(narrow, "things-reply-narrow-dark");

    belgrade.navigate(belgrade.url().replaceFirst("/messages$", ""));
    belgrade.click("a[href^='/requests/new?message='] >> nth=0");
    check(belgrade, "things-taken-over");
    assertThat(belgrade.locator("input[name='subjects.0.plate']")).hasValue("BG 1234-ŠĆ");
    belgrade.navigate(belgrade.url().replaceFirst("/requests/.*", "/"));
    belgrade.click("tbody a");
    belgrade.click("a[href^='/records/taking/'] >> nth=0");
    check(belgrade, "things-taking");
    belgrade.click("main .actions button");
    assertThat(belgrade.locator("body")).containsText("BG 1234-ŠĆ");
    belgrade.navigate(hands.address(City.BELGRADE) + "/records/shared");
    check(belgrade, "things-shared");
    baku.navigate(ours);
    awaitText(baku, reference);
    baku.click("a[href$='/chart']");
    assertThat(baku.locator(".chart img")).isVisible();
    check(baku, "things-chart");
    approver.navigate(ours + "/chart");
    check(approver, "things-chart-narrow-dark");
    assertThat(hands.complaints()).isEmpty();
  }
}
