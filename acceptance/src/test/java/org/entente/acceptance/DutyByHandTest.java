package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.entente.command.Demonstration.City;
import org.entente.command.Demonstration.Someone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A night at the post of Belgrade: pages ring, a board hangs on the wall, a thumb acknowledges. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DutyByHandTest extends ByHand {
  private static final int PHONE = 390;
  private static final int PHONE_HIGH = 844;

  /** More than a browser opens connections to one host. */
  private static final int TABS = 8;

  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
  private static final LocatorAssertions.IsVisibleOptions SEEN =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  /** The board on the wall, which is open all night. */
  private Page wall;

  @BeforeAll
  void planned() throws IOException {
    Page page = hands.signedIn(City.BELGRADE, "SUPERVISOR", Hands.WIDE, ColorScheme.LIGHT);
    Someone jovana = hands.someone(City.BELGRADE, "DESK");
    page.navigate(hands.address(City.BELGRADE) + "/duty/plan");
    page.fill("#title", "SPOC Beograd");
    page.fill("#zone", "Europe/Belgrade");
    page.locator("label", new Page.LocatorOptions().setHasText("(" + jovana.login() + ")"))
        .locator("input")
        .check();
    page.fill("#turns0", jovana.login());
    page.fill("#from0", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
    page.fill("#change0", "08:00");
    page.fill("#each0", "1");
    page.fill("#decay", "30");
    page.selectOption("#whom0", "on-watch");
    page.check("input[name=way0][value=browser]");
    page.fill("#wait0", "5");
    page.locator("main form button").last().click();
    assertThat(page.locator("#risk")).isVisible();
    Hands.check(page, "duty-plan-dangers");
    page.fill("#risk", "The desk is held around the clock.");
    page.locator("main form button").last().click();
    assertThat(page.locator("main")).containsText("held around the clock", SOON);
    page.navigate(hands.address(City.BELGRADE) + "/duty/boards");
    page.fill("#label", "Duty room");
    page.locator("main form.card button").click();
    String token = page.locator(".token code").textContent();
    Hands.check(page, "duty-boards");
    page.context().close();

    wall =
        hands
            .context(
                new Browser.NewContextOptions()
                    .setViewportSize(1920, 1080)
                    .setColorScheme(ColorScheme.DARK))
            .newPage();
    wall.clock().install();
    wall.navigate(hands.address(City.BELGRADE) + "/duty/board");
    wall.fill("#token", token);
    wall.locator("main form button").click();
    assertThat(wall.locator(".calm")).isVisible(SEEN);
  }

  @Test
  @Order(1)
  void eightTabsHearOneStreamAndOneOfThemRings() throws Exception {
    Page first = hands.signedIn(City.BELGRADE, "DESK", Hands.WIDE, ColorScheme.LIGHT);
    BrowserContext desk = first.context();
    desk.grantPermissions(List.of("notifications"));
    List<Page> tabs = new ArrayList<>(List.of(first));
    for (int i = 1; i < TABS; i++) {
      Page tab = desk.newPage();
      tab.navigate(hands.address(City.BELGRADE) + "/duty");
      tabs.add(tab);
    }
    for (Page tab : tabs) {
      assertThat(tab.locator("#post .standing")).not().isEmpty();
      assertThat(opened(tab)).isZero();
    }
    Page armed = tabs.get(3);
    armed.bringToFront();
    assertThat(armed.locator("#post .arm")).isVisible();
    armed.locator("#post .arm").click();
    assertThat(armed.locator("#post")).hasAttribute("data-sound", "running");

    hands.release("To find where the goods went tonight.");

    for (Page tab : tabs) {
      assertThat(tab.locator("#post .ring")).isVisible(SEEN);
    }
    assertThat(armed.locator("#post .ring")).containsText("RS-", SOON);
    Hands.check(armed, "duty-rings");
    awaitDelivered(tabs.get(1));
    tabs.subList(1, TABS).stream().filter(tab -> !tab.equals(armed)).forEach(Page::close);
  }

  /** A closed list of attempts has no text that can be seen, so it is read as it is written. */
  private static void awaitDelivered(Page page) {
    for (int look = 0; look < 100; look++) {
      if (page.locator("main details").first().textContent().contains("испоручено")) {
        return;
      }
      page.waitForTimeout(100);
      page.reload();
    }
    throw new AssertionError("No page confirmed the attempt");
  }

  /** How many streams this tab opened itself. */
  private static int opened(Page tab) {
    return (int)
        tab.evaluate(
            "performance.getEntriesByType('resource').filter(e => /news|stream/.test(e.name) &&"
                + " e.initiatorType !== 'script' && !e.name.endsWith('.js')).length");
  }

  @Test
  @Order(2)
  void theBoardRingsOnceItMayAndShowsReferencesAndNoName() {
    assertThat(wall.locator(".rings .ring")).isVisible(SEEN);
    assertThat(wall.locator("body")).hasAttribute("data-sound", "running");
    wall.reload();
    assertThat(wall.locator("body")).hasAttribute("data-sound", "suspended");
    assertThat(wall.locator(".sound")).hasClass("sound sign");
    wall.locator(".sound").click();

    assertThat(wall.locator("body")).hasAttribute("data-sound", "running");
    assertThat(wall.locator("[data-count=rings]")).hasText("1");
    assertThat(wall.locator("body")).not().containsText("Hüseynzadə");
    assertThat(wall.locator("body")).not().containsText("Јована");
    Hands.check(wall, "duty-board-rings");
  }

  @Test
  @Order(3)
  void theBoardSaysThatItIsBlindWhenTheNodeIsGoneAndComesBackWithIt() throws Exception {
    hands.kill(City.BELGRADE);
    wall.clock().fastForward(35_000);

    assertThat(wall.locator(".blind")).containsText("No word since", SOON);
    Hands.check(wall, "duty-board-blind");
    hands.restart(City.BELGRADE);
    for (int look = 0; look < 100 && wall.locator(".blind").isVisible(); look++) {
      wall.clock().fastForward(5_000);
      wall.waitForTimeout(200);
    }
    assertThat(wall.locator(".blind")).isHidden();
    assertThat(wall.locator(".rings .ring")).isVisible(SEEN);
    // No post is planned in Baku, which was asked when Belgrade's node began.
    assertThat(wall.locator(".silent .sign")).containsText("▲", SOON);
    Hands.check(wall, "duty-board-silent");
    wall.setViewportSize(PHONE, PHONE_HIGH);
    assertThat(wall.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
    Hands.check(wall, "duty-board-silent-narrow");
    wall.setViewportSize(1920, 1080);
  }

  @Test
  @Order(4)
  void aRingingAlarmIsAcknowledgedOnAPhoneWithOneThumb() throws IOException {
    Page phone =
        hands.signedIn(
            City.BELGRADE,
            "DESK",
            new Browser.NewContextOptions()
                .setViewportSize(PHONE, PHONE_HIGH)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK));
    Locator press = phone.locator("#post .ring button");
    assertThat(press).isVisible(SEEN);
    Hands.check(phone, "duty-phone");
    BoundingBox box = press.boundingBox();
    assertThat(box.y).as("within reach of a thumb").isGreaterThan(PHONE_HIGH / 2.0);
    assertThat(box.y + box.height).isLessThanOrEqualTo(PHONE_HIGH);
    assertThat(box.height).isGreaterThanOrEqualTo(48);
    assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);

    press.tap();

    assertThat(phone.locator("#post .ring")).hasCount(0);
    assertThat(wall.locator(".rings .ring"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    phone.navigate(hands.address(City.BELGRADE) + "/duty");
    Hands.check(phone, "duty-phone-page");
    phone.navigate(hands.address(City.BELGRADE) + "/duty/handover");
    Hands.check(phone, "duty-handover");
    assertThat(hands.complaints()).isEmpty();
  }
}
