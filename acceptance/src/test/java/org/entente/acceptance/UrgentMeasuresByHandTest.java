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

/** Urgent measures between two running nodes, in a real browser. */
class UrgentMeasuresByHandTest extends ByHand {
  /** As Belgrade's officers read them. */
  private static final String ALERT = "Упозорење";

  private static final String PRESERVATION = "Чување података";

  private Page desk(City city) throws IOException {
    return hands.signedIn(city, "DESK", WIDE, ColorScheme.LIGHT);
  }

  private static void fillCommon(Page page, String reason) {
    page.selectOption("#offence", "terrorism");
    page.selectOption("#urgencyReason", reason);
    page.selectOption("#language", "en");
    page.check("input[name=handling][value=H1]");
  }

  /** A measure of this kind that nobody at the partner's has seen. */
  private void open(Page page, City city, String kind) {
    String line = "tbody tr:has-text('▲'):has-text('" + kind + "') a";
    for (int look = 0; look < 100; look++) {
      page.navigate(hands.address(city) + "/measures");
      if (page.locator(line).count() > 0) {
        page.click(line);
        return;
      }
      page.waitForTimeout(100);
    }
    throw new AssertionError("Nothing arrived");
  }

  @Test
  void anAlertIsSeenAndCorrectedByHand() throws IOException {
    Page baku = desk(City.BAKU);
    baku.navigate(hands.address(City.BAKU) + "/measures/new/alert");
    baku.click("main form:has(#what) button");
    check(baku, "alert-faults");
    baku.check("input[name=partner][value='" + City.BELGRADE.authority + "']");
    baku.fill("#what", "A lorry with explosives crossed the border.");
    baku.fill("#where", "Preševo");
    baku.fill("#when", "At about two in the night");
    baku.fill("#endangered", "Visitors of a fair");
    baku.fill("#asked", "Stop it before it reaches the town.");
    fillCommon(baku, "threat-to-life");
    check(baku, "alert-write");
    baku.click("main form:has(#what) button");
    String ours = baku.url();
    check(baku, "alert-waits");
    Page approver = hands.signedIn(City.BAKU, "APPROVER", NARROW, ColorScheme.DARK);
    approver.navigate(ours);
    check(approver, "alert-release-narrow-dark");
    approver.click("form[action$='/release'] button");
    check(approver, "alert-released-narrow-dark");

    Page belgrade = desk(City.BELGRADE);
    open(belgrade, City.BELGRADE, ALERT);
    check(belgrade, "alert-arrived");
    belgrade.click("form[action$='/seen'] button");
    baku.navigate(ours);
    awaitText(baku, "✓");
    check(baku, "alert-seen");
    baku.click("details:has(form[action$='/case']) > summary");
    baku.fill("#case", "AZ-2026-999999");
    baku.click("form[action$='/case'] button");
    assertThat(baku.locator("#case").inputValue()).isEqualTo("AZ-2026-999999");
    check(baku, "alert-of-no-such-case");
    Page supervisor = hands.signedIn(City.BAKU, "SUPERVISOR", NARROW, ColorScheme.DARK);
    supervisor.navigate(ours);
    supervisor.click("details:has(form[action$='/evidence']) > summary");
    check(supervisor, "alert-evidence-narrow-dark");
    baku.check("input[name=corrects][value=EXERCISE]");
    baku.click("form[action$='/correction'] button");
    open(belgrade, City.BELGRADE, ALERT);
    check(belgrade, "alert-corrected");
    belgrade.click("form[action$='/seen'] button");
    belgrade.navigate(hands.address(City.BELGRADE) + "/measures");
    check(belgrade, "measures-list");
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void aPreservationRequestIsWarnedOfAndGrantedByHand() throws IOException {
    Page baku = desk(City.BAKU);
    baku.navigate(hands.address(City.BAKU) + "/measures/new/preservation");
    baku.check("input[name=partner][value='" + City.BELGRADE.authority + "']");
    baku.fill("#authority", "Prosecutor's office in Baku");
    baku.fill("#facts", "Explosives are offered in an invented shop.");
    baku.fill("#data", "The mailbox of the shop and its log.");
    baku.fill("#custodian", "A provider in Belgrade");
    baku.fill("#necessity", "The provider erases logs after a month.");
    baku.fill("#intent", "A request for disclosure follows.");
    baku.fill("#forDays", "90");
    baku.fill("#contact", "Contact point, day and night, UTC+4");
    fillCommon(baku, "none");
    check(baku, "preservation-write");
    baku.click("main form:has(#facts) button");
    String ours = baku.url();
    Page approver = hands.signedIn(City.BAKU, "APPROVER", WIDE, ColorScheme.LIGHT);
    approver.navigate(ours);
    approver.click("form[action$='/release'] button");
    Page belgrade = desk(City.BELGRADE);
    open(belgrade, City.BELGRADE, PRESERVATION);
    String theirs = belgrade.url();
    belgrade.click("form[action$='/seen'] button");
    belgrade.click("details:has(form[action$='/preserved']) > summary");
    check(belgrade, "preservation-steps");
    belgrade.fill("#until-preserved", "tomorrow");
    belgrade.click("form[action$='/preserved'] button");
    check(belgrade, "preservation-day-unread");
    belgrade.click("details:has(form[action$='/warning']) > summary");
    belgrade.fill("#words-warning", "The provider may tell its customer.");
    belgrade.click("form[action$='/warning'] button");
    baku.navigate(ours);
    awaitText(baku, "The provider may tell its customer.");
    check(baku, "preservation-warned");
    baku.click("details:has(form[action$='/going-on']) > summary");
    baku.click("form[action$='/going-on'] button");
    belgrade.navigate(theirs);
    for (int look = 0; belgrade.locator("form[action$='/preserved']").count() == 0; look++) {
      assertThat(look).isLessThan(100);
      belgrade.waitForTimeout(100);
      belgrade.reload();
    }
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void whatALifeDependsOnLeavesOnOneWordAndACallIsWrittenDownByHand() throws IOException {
    Page baku = hands.signedIn(City.BAKU, "DESK", NARROW, ColorScheme.LIGHT);
    baku.navigate(hands.address(City.BAKU) + "/measures/new/life-at-risk");
    baku.check("input[name=partner][value='" + City.BELGRADE.authority + "']");
    baku.fill("#endangered", "A girl of nine years");
    baku.fill("#imminent", "The kidnapper names an hour.");
    String day =
        (String)
            baku.evaluate(
                "() => new Date(Date.now() + 86400000).toISOString().slice(0, 10).split('-').reverse().join('.')");
    baku.fill("#by", day + " 06:30");
    baku.fill("#where", "Niš");
    baku.fill("#asked", "Find the telephone.");
    fillCommon(baku, "threat-to-life");
    check(baku, "life-write-narrow");
    baku.click("main form:has(#imminent) button");
    check(baku, "life-waits-narrow");
    baku.click("form[action$='/release-alone'] button");
    check(baku, "life-alone-narrow");
    Page supervisor = hands.signedIn(City.BAKU, "SUPERVISOR", WIDE, ColorScheme.DARK);
    supervisor.navigate(hands.address(City.BAKU) + "/oversight");
    check(supervisor, "oversight-alone-dark");
    supervisor.navigate(baku.url());
    check(supervisor, "life-review-dark");
    supervisor.click("form[action$='/confirmation'] button");
    check(supervisor, "life-reviewed-dark");

    baku.navigate(hands.address(City.BAKU) + "/calls/new");
    baku.selectOption("#partner", City.BELGRADE.authority);
    baku.check("input[name=asked][value=they]");
    baku.fill("#with", "Duty officer");
    baku.fill("#number", "+381 11 000 00 00");
    baku.fill("#said", "A lorry will cross tonight.");
    check(baku, "call-write-narrow");
    baku.click("main form:has(#said) button");
    check(baku, "call-narrow");
    assertThat(hands.complaints()).isEmpty();
  }
}
