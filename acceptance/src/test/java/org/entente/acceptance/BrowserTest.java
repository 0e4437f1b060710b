package org.entente.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.acceptance.Hands.NARROW;
import static org.entente.acceptance.Hands.WIDE;
import static org.entente.acceptance.Hands.awaitText;
import static org.entente.acceptance.Hands.check;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.entente.command.AgreementFileCheck;
import org.entente.command.Demonstration.City;
import org.entente.command.Exhibits;
import org.entente.seal.IdentityCard;
import org.junit.jupiter.api.Test;

/** The walkthrough by hand, in a real browser, with its rules for accessibility and its policy. */
class BrowserTest extends ByHand {
  static final String SUBMIT = "form[action$=submission] button";

  /** What an officer would write; the matter is invented. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "informationSought", "Entries to Serbia since the first of November, and with whom.",
          "purpose", "To find the supplier of a consignment that was seized at the border.",
          "facts", "Eleven kilograms of heroin were found in a lorry near Astara on 14 November.",
          "reasonsToBelieve", "The driver's telephone was in Belgrade on three days of November.",
          "link", "The person owned the lorry and paid for its journey.");

  static final String RELEASE = "form[action$=release] button";

  @Test
  void aRequestTravelsFromBakuToBelgradeAndBackByHand() throws IOException {
    Page baku = desk(City.BAKU);
    baku.navigate(hands.address(City.BAKU) + "/requests/new");
    baku.fill("#purpose", purpose());
    baku.click("button[value=next]");
    assertThat(baku.locator("#faults")).isFocused();
    assertThat(baku.locator("#purpose")).hasValue(purpose());
    check(baku, "request-faults");
    fillRequest(baku, "drug-trafficking");
    baku.click("button[value=draft]");
    attach(baku, "photograph.jpg");
    attach(baku, "by-mistake.jpg");
    baku.click("[aria-label$='by-mistake.jpg']");
    assertThat(baku.locator(".files")).not().containsText("by-mistake.jpg");
    baku.click(SUBMIT);
    String reference = baku.locator("h1").innerText();
    release(City.BAKU, reference);

    Page belgrade = desk(City.BELGRADE);
    hands.awaitLine(belgrade, City.BELGRADE, "tbody a");
    check(belgrade, "work-list");
    belgrade.click("tbody a");
    assertThat(belgrade.locator(".content").first()).containsText("Hüseynzadə");
    check(belgrade, "case");
    String theirs = belgrade.url();
    aJudgeIsAskedAndThePartnerIsToldOfTheDelay(belgrade, baku, reference);
    belgrade.navigate(theirs);
    answer(belgrade, "reply", "The person is known here for one conviction.");

    Page marko = hands.signedIn(City.BELGRADE, "APPROVER", NARROW, ColorScheme.DARK);
    marko.navigate(theirs);
    check(marko, "case-narrow-dark");
    marko.fill("textarea[name=note]", "Say which court it was.");
    marko.click("form[action$=return] button");

    belgrade.navigate(theirs);
    assertThat(belgrade.locator("main")).containsText("Say which court it was.");
    belgrade
        .locator("form[action$=content]")
        .evaluate("form => form.closest('details').open = true");
    belgrade
        .locator("form[action$=content] textarea[name=text]")
        .fill("The person is known here for one conviction by the High Court in Belgrade.");
    belgrade.click("form[action$=content] button");
    belgrade.click(SUBMIT);
    marko.navigate(theirs);
    marko.click(RELEASE);

    hands.awaitLine(baku, City.BAKU, "text=" + reference);
    baku.click("text=" + reference);
    awaitText(baku, "High Court");
    assertThat(baku.locator(".timeline > li > details[open]")).hasCount(1);
    check(baku, "answered");
    Page supervisor = hands.signedIn(City.BAKU, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    supervisor.click("main a[href='/?view=open']");
    supervisor.click("text=" + reference);
    assertThat(supervisor.locator("main")).containsText("Articles and proof");
    check(supervisor, "case-english");
    supervisor.click("a[href^='/matters/']");
    check(supervisor, "matter");
    Download proof = supervisor.waitForDownload(() -> supervisor.click("tbody a >> nth=0"));
    assertThat(Files.readString(proof.path())).startsWith("c2sp.org/tlog-proof@v1");
    assertThat(hands.complaints()).isEmpty();
  }

  private void aJudgeIsAskedAndThePartnerIsToldOfTheDelay(
      Page belgrade, Page baku, String reference) {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    belgrade.locator("#house details").first().evaluate("each => each.open = true");
    belgrade.check("#house input[value=judge]");
    belgrade.fill("#route-to", "High Court in Belgrade");
    belgrade.fill("#route-text", "The statements of one bank account.");
    belgrade.click("form[action$=routes] button");
    belgrade.fill("#text-judicial-delay", "A judge has to authorise the bank's answer.");
    belgrade.fill("#expected-judicial-delay", day);
    check(belgrade, "judge-asked");
    belgrade.click("form:has(input[value=judicial-delay]) button");
    belgrade.click(SUBMIT);
    assertThat(belgrade.locator("#house")).containsText("High Court in Belgrade");
    hands.awaitLine(baku, City.BAKU, "text=" + reference);
    baku.click("text=" + reference);
    awaitText(baku, "A judge has to authorise");
    check(baku, "delay-announced");
  }

  @Test
  void anAreaThatIsNotListedIsAskedForAndConsentedToByHand() throws IOException {
    Page baku = desk(City.BAKU);
    baku.navigate(hands.address(City.BAKU) + "/requests/new");
    fillRequest(baku, "computer-crime");
    baku.click("button[value=ask]");
    assertThat(baku.locator(".ruling")).containsText("Art. 1(2)");
    assertThat(baku.locator("#link")).hasValue(link());
    check(baku, "may-i-not-yet");
    baku.click(".ruling a[href^='/consents']");
    assertThat(baku.locator("#offence")).hasValue("computer-crime");
    check(baku, "consent-form");
    baku.fill("#reasons", "Three cases this month lead to one server in Belgrade.");
    baku.click("main button");
    baku.click(SUBMIT);
    String reference = baku.locator("h1").innerText();
    release(City.BAKU, reference);

    Page belgrade = desk(City.BELGRADE);
    hands.awaitLine(belgrade, City.BELGRADE, "tr:has-text('" + AREA_IN_SERBIAN + "') a");
    belgrade.click("tr:has-text('" + AREA_IN_SERBIAN + "') a");
    openForm(belgrade, "consent-grant");
    belgrade.fill("#text-consent-grant", "Agreed for the joint matter.");
    belgrade.fill("#until-consent-grant", LocalDate.now(ZoneOffset.UTC).plusMonths(6).toString());
    belgrade.click("form:has(input[value=consent-grant]) button");
    belgrade.click(SUBMIT);
    Page marko = hands.signedIn(City.BELGRADE, "APPROVER", WIDE, ColorScheme.LIGHT);
    marko.navigate(belgrade.url());
    marko.click(RELEASE);

    Hands.menu(baku, "/consents");
    awaitText(baku, "verilib");
    check(baku, "consents");
    baku.navigate(hands.address(City.BAKU) + "/requests/new");
    fillRequest(baku, "computer-crime");
    baku.click("button[value=ask]");
    assertThat(baku.locator(".ruling.permitted")).isVisible();
    check(baku, "may-i-yes");
  }

  private static final String AREA_IN_SERBIAN = "Рачунарски криминал";

  @Test
  void everyOtherPageCanBeReadWideNarrowAndInTheDark() throws IOException {
    Page supervisor = hands.signedIn(City.BAKU, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    Hands.menu(supervisor, "/agreements");
    check(supervisor, "agreements");
    supervisor.click("main article h2 a >> nth=0");
    assertThat(supervisor.locator("main")).containsText("Art. 1(1)(d)");
    check(supervisor, "agreement");
    Download signed = supervisor.waitForDownload(() -> supervisor.click("a[href$='/signed']"));
    theSignedAgreementIsSoundAndAChangedOneIsNot(signed.path());
    Hands.menu(supervisor, "/ledger");
    check(supervisor, "ledger");
    Download ledger =
        supervisor.waitForDownload(() -> supervisor.click("form[action='/ledger/export'] button"));
    assertThat(Files.size(ledger.path())).isPositive();
    Hands.menu(supervisor, "/partners");
    assertThat(supervisor.locator(".partner")).not().hasCount(0);
    check(supervisor, "partners");

    Page narrow = hands.signedIn(City.BELGRADE, "SUPERVISOR", NARROW, ColorScheme.DARK);
    for (String page :
        List.of("agreements", "ledger", "consents", "account", "partners", "design")) {
      narrow.navigate(hands.address(City.BELGRADE) + "/" + page);
      check(narrow, page + "-narrow-dark");
    }
    narrow.navigate(hands.address(City.BELGRADE) + "/agreements");
    narrow.click("main article h2 a >> nth=0");
    check(narrow, "agreement-narrow-dark");
    narrow.navigate(hands.address(City.BELGRADE) + "/officers");
    assertThat(narrow.locator("[role=alert]")).isVisible();
    check(narrow, "forbidden");
    assertThat(hands.complaints()).isEmpty();
  }

  private void theSignedAgreementIsSoundAndAChangedOneIsNot(Path file) throws IOException {
    IdentityCard baku = hands.card(City.BAKU);
    assertThat(AgreementFileCheck.check(file, baku)).isTrue();
    assertThat(AgreementFileCheck.check(file, hands.card(City.BELGRADE))).isFalse();
    Path changed = Files.createTempFile("changed", ".zip");
    for (String part :
        List.of("agreement.pdf", "instrument", "arrangement", "contents.txt", "contents.p7m")) {
      copyWithAChangedByte(file, changed, part);
      assertThat(AgreementFileCheck.check(changed, baku)).as(part).isFalse();
    }
    Files.delete(changed);
  }

  private static void copyWithAChangedByte(Path from, Path to, String part) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (entry.getName().equals(part)) {
          bytes[bytes.length / 2] ^= 1;
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
        out.closeEntry();
      }
    }
  }

  @Test
  void anAdministratorOpensAnAccountAndItsOwnerSetsItUp() throws IOException {
    Page administrator = hands.signedIn(City.BAKU, "ADMINISTRATOR", WIDE, ColorScheme.LIGHT);
    administrator.click("a[href='/officers']");
    administrator.fill("#login", "n.quliyeva");
    administrator.fill("#name", "Nigar Quliyeva");
    administrator.check("input[value=DESK]");
    administrator.fill("#password", "short");
    administrator.locator("form[action='/officers']").evaluate("form => form.noValidate = true");
    administrator.click("form[action='/officers'] > fieldset > button");
    assertThat(administrator.locator("[role=alert]")).isVisible();
    assertThat(administrator.locator("#name")).hasValue("Nigar Quliyeva");
    administrator.fill("#password", "a long sentence for Nigar");
    administrator.click("form[action='/officers'] > fieldset > button");
    assertThat(administrator.locator("h1")).containsText("Nigar Quliyeva");
    check(administrator, "officer");
    administrator.check("form[action$=roles] input[value=ANALYST]");
    administrator.click("form[action$=roles] button");
    assertThat(administrator.locator("form[action$=roles] input[value=ANALYST]")).isChecked();
    administrator.navigate(hands.address(City.BAKU) + "/officers");
    assertThat(administrator.locator("table")).containsText("Nigar Quliyeva");
    check(administrator, "officers");

    try (BrowserContext context = hands.context(new Browser.NewContextOptions())) {
      Page nigar = context.newPage();
      signIn(nigar, "n.quliyeva", "a long sentence for Nigar");
      nigar.click("a[href='/account']");
      nigar.selectOption("#language", "en");
      nigar.selectOption("#zone", "Asia/Baku");
      nigar.click("form[action='/account'] button");
      assertThat(nigar.locator("h1")).hasText("My account");
      nigar.fill("#label", "import of court dates");
      nigar.click("form[action='/account/tokens'] button");
      assertThat(nigar.locator(".callout code")).containsText("ent_");
      check(nigar, "account");
      nigar.click("form[action$='/end'] button");
      assertThat(nigar.locator("main")).not().containsText("import of court dates");
      nigar.fill("#before", "a long sentence for Nigar");
      nigar.fill("#after", "another sentence of hers");
      nigar.click("form[action='/account/password'] button");
      assertThat(nigar.locator(".callout.good")).isVisible();
    }

    administrator.navigate(hands.address(City.BAKU) + "/officers");
    administrator.click("tr:has-text('n.quliyeva') a");
    administrator.click("a[href$=closure]");
    administrator.click("form[action$=closure] button");
    assertThat(administrator.locator("table")).not().containsText("n.quliyeva");
    try (BrowserContext context = hands.context(new Browser.NewContextOptions())) {
      Page closed = context.newPage();
      signIn(closed, "n.quliyeva", "another sentence of hers");
      assertThat(closed.locator("[role=alert]")).isVisible();
    }
  }

  @Test
  void aFileCanBeAttachedWithoutScripts() throws IOException {
    Page page =
        hands.signedIn(
            City.BAKU, "DESK", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(hands.address(City.BAKU) + "/requests/new");
    fillRequest(page, "terrorism");
    page.click("button[value=draft]");
    attach(page, "plain.jpg");
    page.click("a[href^='/requests/0']");
    page.click("a[href$='/whom']");
    assertThat(page.locator("#purpose")).hasValue(purpose());
    page.fill("#purpose", "Another purpose of this invented matter.");
    page.click("button[value=draft]");
    assertThat(page.locator(".content")).containsText("Another purpose");
    assertThat(page.locator(".files")).containsText("plain.jpg");
    page.click("a[href$=discard]");
    assertThat(page.locator("h1 + .callout")).isVisible();
    page.click("form[action$=discard] button");
    assertThat(page.locator("main")).not().containsText("Another purpose");
  }

  /** A choice, or a button or link that is pressed; texts are typed where Tab leads. */
  private static final int CLICKS_MOST = 12;

  @Test
  void anUrgentRequestIsSentWithTheKeyboardAloneInTwelveClicks() throws IOException {
    Page page = desk(City.BELGRADE);
    Keys keys = new Keys(page);
    keys.enter("a[href='/requests/new']");
    keys.choose("#partner", "az.mia");
    keys.choose("#offence", "drug-trafficking");
    keys.type("#purpose", purpose());
    check(page, "request-whom");
    keys.enter("button[value=next]");
    keys.type("#familyName", "Hüseynzadə");
    keys.type("#givenName", "Cavid");
    keys.type("#birthDate", "2. januar 1990.");
    keys.type("#nationality", "azerbejdžan");
    keys.choose("#category", "suspect-or-convicted");
    check(page, "request-person");
    keys.enter("button[value=next]");
    for (String field : List.of("informationSought", "facts", "reasonsToBelieve", "link")) {
      keys.type("#" + field, TEXTS.getOrDefault(field, ""));
    }
    assertThat(page.locator("#urgencyReason")).isHidden();
    keys.press("#urgency-normal", "ArrowDown");
    keys.choose("#urgencyReason", "threat-to-life");
    keys.type("#urgencyReasons", "A witness was threatened yesterday.");
    keys.choose("#language", "en");
    keys.press("input[name=handling][value=H1]", "Space");
    check(page, "request-question");
    keys.enter("button[value=next]");
    assertThat(page.locator(".preview")).containsText("2 January 1990");
    check(page, "request-check");
    String draft = page.url().replaceFirst("/check$", "");
    Page narrow = hands.signedIn(City.BELGRADE, "DESK", NARROW, ColorScheme.DARK);
    for (String step : List.of("whom", "person", "question", "check")) {
      narrow.navigate(draft + "/" + step);
      check(narrow, "request-" + step + "-narrow-dark");
    }
    keys.enter("button[value=send]");

    assertThat(page.locator("[role=status]").first()).isVisible();
    assertThat(keys.clicks()).isLessThanOrEqualTo(CLICKS_MOST);
    assertThat(hands.complaints()).isEmpty();
  }

  @Test
  void whatIsBeingTypedIsThereAfterTheBrowserWasClosedAndFromBothTabs() throws IOException {
    Page page = desk(City.BAKU);
    page.navigate(hands.address(City.BAKU) + "/requests/new");
    fillRequest(page, "terrorism");
    page.fill("#facts", "Two men were seen at the bridge before the explosion.");
    page.locator("#facts").dispatchEvent("input");
    assertThat(page.locator("#saving")).containsText(":");
    String step = page.url();
    page.context().close();

    Page again = desk(City.BAKU);
    again.navigate(step);
    assertThat(again.locator("#facts"))
        .hasValue("Two men were seen at the bridge before the explosion.");
    assertThat(again.locator("[data-filled]")).isVisible();
    check(again, "given-back");
    Page second = desk(City.BAKU);
    second.navigate(step);
    second.fill("#facts", "Three men were seen at the bridge.");
    assertThat(second.locator("#saving")).containsText(":");
    again.fill("#facts", "Two men and a child were seen at the bridge.");
    assertThat(again.locator("#saving a")).isVisible();
    again.click("#saving a");
    assertThat(again.locator("[name=facts]")).hasCount(2);
    check(again, "both-texts");
  }

  @Test
  void noButtonMovesAwayWhileTheAgreementAnswers() throws IOException {
    Page page = desk(City.BAKU);
    page.navigate(hands.address(City.BAKU) + "/requests/new");
    double before = page.locator("button[value=next]").boundingBox().y;

    page.selectOption("#partner", "rs.mup");
    page.selectOption("#offence", "terrorism");
    assertThat(page.locator("#may-answer section")).isVisible();

    assertThat(page.locator("button[value=next]").boundingBox().y).isEqualTo(before);
    page.context().close();
  }

  /** A keyboard and nothing else; counts what would be a click. */
  private static final class Keys {
    /** No page has more places to stop at. */
    private static final int STOPS_MOST = 120;

    private final Page page;
    private int clicks;

    Keys(Page page) {
      this.page = page;
    }

    int clicks() {
      return clicks;
    }

    private void reach(String selector) {
      for (int stop = 0; stop < STOPS_MOST; stop++) {
        boolean there =
            (Boolean)
                page.evaluate(
                    "s => document.activeElement === document.querySelector(s)", selector);
        if (there) {
          return;
        }
        page.keyboard().press("Tab");
      }
      throw new AssertionError("Tab does not lead to " + selector);
    }

    void press(String selector) {
      press(selector, "Enter");
    }

    void press(String selector, String key) {
      reach(selector);
      page.keyboard().press(key);
      clicks++;
    }

    void type(String selector, String text) {
      reach(selector);
      page.keyboard().insertText(text);
    }

    /** Chooses from a list as its letters and arrows do, unless it is chosen already. */
    void choose(String selector, String value) {
      reach(selector);
      if (!page.inputValue(selector).equals(value)) {
        for (int step = 0; step < STOPS_MOST && !page.inputValue(selector).equals(value); step++) {
          page.keyboard().press("ArrowDown");
        }
        clicks++;
      }
      assertThat(page.locator(selector)).hasValue(value);
    }

    /** Leaves the step by its button. */
    void enter(String selector) {
      String before = page.url();
      press(selector);
      page.waitForURL(url -> !url.equals(before));
    }
  }

  @Test
  void oneSideSuspendsTheAgreementAndBothNodesStop() throws IOException {
    Page vesna = hands.signedIn(City.BELGRADE, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    openAgreement(vesna, City.BELGRADE);
    vesna.click("details.card summary");
    vesna.fill("#suspend", "A drill of the emergency brake.");
    check(vesna, "agreement-change");
    vesna.click("form[action$=suspension] button");
    assertThat(vesna.locator("h1")).hasText("Suspension");
    openAgreement(vesna, City.BELGRADE);
    assertThat(vesna.locator(".history")).containsText("suspended");

    Page leyla = desk(City.BAKU);
    leyla.navigate(hands.address(City.BAKU) + "/steps");
    awaitText(leyla, "Dayandırma");
    assertThat(mayI(leyla)).isEqualTo("refused");
    Page jovana = desk(City.BELGRADE);
    assertThat(mayI(jovana)).isEqualTo("refused");
    check(jovana, "may-i-suspended");

    openAgreement(vesna, City.BELGRADE);
    vesna.click("details.card summary");
    vesna.click("form[action$=resumption] button");
    Page marko = hands.signedIn(City.BELGRADE, "APPROVER", WIDE, ColorScheme.LIGHT);
    marko.navigate(vesna.url());
    marko.click("form[action$=confirmation] button");
    leyla.navigate(hands.address(City.BAKU) + "/steps");
    awaitText(leyla, "Bərpa");
    assertThat(mayI(leyla)).isEqualTo("permitted");
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheSessionHadEnded() throws IOException {
    Page page = desk(City.BAKU);
    page.navigate(hands.address(City.BAKU) + "/requests/new");
    fillRequest(page, "terrorism");
    page.context().clearCookies();

    page.click("button[value=draft]");
    String kept = page.getAttribute("a[href^='/unsent/']", "href");
    Page again = desk(City.BAKU);
    again.navigate(hands.address(City.BAKU) + kept);

    assertThat(again.locator("#unsent-link")).hasValue(link());
    check(again, "unsent");
    again.click("#unsent button");
    assertThat(again.locator(".timeline")).containsText(purpose());
    Page other = hands.signedIn(City.BAKU, "APPROVER", WIDE, ColorScheme.LIGHT);
    other.navigate(hands.address(City.BAKU) + kept);
    assertThat(other.locator("#unsent-link")).hasCount(0);
  }

  @Test
  void anAmendmentIsProposedComparedAndRatifiedByHand() throws IOException {
    Page aytan = hands.signedIn(City.BAKU, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    openAgreement(aytan, City.BAKU);
    String before = aytan.url();
    aytan.click("details.card summary");
    aytan.click("a[href^='/steps/new']");
    String arrangement = aytan.inputValue("#arrangement");
    aytan.fill("#arrangement", arrangement.replace("\"trace\"", "\"onward-transfer\""));
    aytan.click("main button");
    assertThat(aytan.locator("[role=alert]")).containsText("No recorded article");
    check(aytan, "proposal-broken");
    aytan.fill("#arrangement", arrangement.replace("\"reviewMonths\" : 6", "\"reviewMonths\" : 5"));
    aytan.fill("#reasons", "The contact points agreed on a shorter review.");
    aytan.click("main button");
    Page rashad = hands.signedIn(City.BAKU, "APPROVER", WIDE, ColorScheme.LIGHT);
    rashad.navigate(aytan.url());
    rashad.click("form[action$=confirmation] button");

    Page vesna = hands.signedIn(City.BELGRADE, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    String step = aytan.url().substring(aytan.url().lastIndexOf('/'));
    vesna.navigate(hands.address(City.BELGRADE) + "/steps");
    awaitText(vesna, "Proposal");
    vesna.navigate(hands.address(City.BELGRADE) + "/steps" + step);
    assertThat(vesna.locator("table").first()).containsText("arrangement/reviewMonths");
    check(vesna, "step-compare");
    vesna.click("form[action$=ratification] button");
    Page marko = hands.signedIn(City.BELGRADE, "APPROVER", NARROW, ColorScheme.DARK);
    marko.navigate(vesna.url());
    check(marko, "step-narrow-dark");
    marko.click("form[action$=confirmation] button");

    aytan.navigate(hands.address(City.BAKU) + "/steps");
    awaitText(aytan, "Ratification");
    check(aytan, "steps");
    openAgreement(aytan, City.BAKU);
    assertThat(aytan.locator("main")).containsText("after 5 months");
    aytan.navigate(before);
    assertThat(aytan.locator(".history")).containsText("ended");
  }

  @Test
  void partnersAreIntroducedByTwoPersons() throws IOException {
    Page aytan = hands.signedIn(City.BAKU, "SUPERVISOR", WIDE, ColorScheme.LIGHT);
    aytan.navigate(hands.address(City.BAKU) + "/partners");
    assertThat(aytan.locator(".fingerprint svg").last()).isVisible();
    Download card = aytan.waitForDownload(() -> aytan.click("a[href$='own.card']"));
    aytan.fill("#card", Files.readString(card.path()));
    aytan.fill("#address", "http://insecure.example");
    aytan.click("form[action='/partners'] button");
    assertThat(aytan.locator("[role=alert]")).containsText("https://");
    check(aytan, "partners");
    aytan.fill("#card", "not a card");
    aytan.fill("#address", "https://node.example:8450");
    aytan.click("form[action='/partners'] button");
    assertThat(aytan.locator("[role=alert]")).containsText("not an identity card");
  }

  private void openAgreement(Page page, City city) {
    page.navigate(hands.address(city) + "/agreements");
    page.click("main article h2 a >> nth=0");
  }

  /** The verdict of "may I?" on a request about terrorism. */
  private String mayI(Page page) {
    page.navigate(page.url().replaceFirst("(:[0-9]+)/.*", "$1/requests/new"));
    fillRequest(page, "terrorism");
    page.click("button[value=ask]");
    return page.locator(".ruling").getAttribute("class").replaceFirst(".*ruling ", "");
  }

  @Test
  void theSignInPageSaysWhatWentWrong() {
    try (BrowserContext context = hands.context(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      signIn(page, "nobody", "not the password");

      assertThat(page.locator("[role=alert]")).isVisible();
      check(page, "sign-in-denied");
    }
  }

  @Test
  void anAddressThatIsCutOffIsAnsweredWithASentence() throws IOException {
    Page page = hands.signedIn(City.BELGRADE, "SUPERVISOR", NARROW, ColorScheme.LIGHT);

    page.navigate(hands.address(City.BELGRADE) + "/cases/01a2");

    assertThat(page.locator("[role=alert]")).isVisible();
    check(page, "not-found");
  }

  private Page desk(City city) throws IOException {
    return hands.signedIn(city, "DESK", WIDE, ColorScheme.LIGHT);
  }

  private void signIn(Page page, String login, String password) {
    page.navigate(hands.address(City.BAKU) + "/sign-in");
    page.fill("#login", login);
    page.fill("#password", password);
    page.keyboard().press("Enter");
    page.waitForLoadState();
  }

  private static String purpose() {
    return TEXTS.getOrDefault("purpose", "");
  }

  private static String link() {
    return TEXTS.getOrDefault("link", "");
  }

  /** Writes a request to the first partner, up to its last step but the one that shows it. */
  static void fillRequest(Page page, String offence) {
    page.selectOption("#partner", new SelectOption().setIndex(1));
    fillRequest(page, offence, "Hüseynzadə", "Cavid", "");
  }

  /** The same to the partner that is chosen, about another person. */
  static void fillRequest(Page page, String offence, String family, String given, String born) {
    page.selectOption("#offence", offence);
    page.fill("#purpose", purpose());
    page.click("button[value=next]");
    page.fill("#familyName", family);
    page.fill("#givenName", given);
    page.fill("#birthDate", born);
    page.selectOption("#category", "suspect-or-convicted");
    page.click("button[value=next]");
    for (String field : List.of("informationSought", "facts", "reasonsToBelieve", "link")) {
      page.fill("#" + field, TEXTS.getOrDefault(field, ""));
    }
    page.check("#urgency-normal");
    page.selectOption("#language", "en");
    page.check("input[name=handling][value=H1]");
  }

  private static void attach(Page page, String name) throws IOException {
    page.setInputFiles("input[type=file]", new FilePayload(name, "image/jpeg", Exhibits.jpeg()));
    page.click("form[action*=files] button");
    assertThat(page.locator(".files")).containsText(name);
  }

  private void release(City city, String reference) throws IOException {
    release(hands, city, reference);
  }

  static void release(Hands hands, City city, String reference) throws IOException {
    Page approver = hands.signedIn(city, "APPROVER", WIDE, ColorScheme.LIGHT);
    approver.click("text=" + reference);
    approver.click(RELEASE);
  }

  static void openForm(Page page, String kind) {
    page.locator("form:has(input[value=" + kind + "])")
        .evaluate("form => form.closest('details').open = true");
  }

  /** A reply without its date is kept, and comes back with the text when it is handed in. */
  private static void answer(Page page, String kind, String text) {
    openForm(page, kind);
    page.fill("#text-" + kind, text);
    page.selectOption("#source-" + kind, "B");
    page.selectOption("#information-" + kind, "2");
    page.locator("form:has(input[value=" + kind + "]) input[value=H1]").check();
    page.click("form:has(input[value=" + kind + "]) button");
    page.click(SUBMIT);
    assertThat(page.locator("#faults")).isVisible();
    assertThat(page.locator("form[action$=content] textarea[name=text]")).hasValue(text);
    check(page, "reply-faults");
    page.fill("form[action$=content] input[name=asOf]", "20. januar 2026.");
    page.click("form[action$=content] button");
    page.click(SUBMIT);
  }
}
