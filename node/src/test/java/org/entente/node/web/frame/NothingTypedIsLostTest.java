package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.node.RunningNode;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.Unsent;
import org.entente.node.forms.Forms;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.web.cases.Belgrade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types into every form that can be reached by walking the pages, loses it in each way that
 * officers lost theirs, and finds the text again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingTypedIsLostTest {
  private static final String TEXT = "Eleven kilograms near Astara";
  private static final String OTHER = "Seven kilograms near Lerik";
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern WRITING = Pattern.compile("\"writing\":\"([0-9a-f-]{36})\"");
  private static final int PAGES_MOST = 120;

  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("partner", "rs.mup"),
          Map.entry("offence", "drug-trafficking"),
          Map.entry("urgency", "normal"),
          Map.entry("category", "suspect-or-convicted"),
          Map.entry("familyName", "Hüseynzadə"),
          Map.entry("informationSought", "Entries to Serbia since the first of November."),
          Map.entry("purpose", "To find the supplier of a consignment."),
          Map.entry("facts", "Eleven lorries were stopped."),
          Map.entry("reasonsToBelieve", "The telephone was in Belgrade in November."),
          Map.entry("link", "The person owned the lorry."),
          Map.entry("language", "en"),
          Map.entry("handling", "H1"));

  private RunningNode node;
  private String file = "";
  private String message = "";

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    node = RunningNode.founded(folder);
    new Belgrade().agreesWith(node);
    RunningNode.Browser desk = node.signedIn("desk");
    for (String next : List.of("draft", "next")) {
      HttpResponse<String> begun =
          desk.post(
              "/requests/new",
              Map.of("partner", "rs.mup", "offence", "drug-trafficking", "step", next));
      assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
      String place = begun.headers().firstValue("Location").orElseThrow();
      if (next.equals("draft")) {
        file = place.substring(0, place.indexOf('?'));
        message = place.substring(place.indexOf('=') + 1);
      }
    }
    Map<String, String> forms = new HashMap<>();
    for (int i = 0; i < Subjects.FORMS_MOST; i++) {
      forms.put("forms." + i + ".form", Forms.ALL.get(i).code());
    }
    forms.put("step", "draft");
    desk.get("/requests/" + message + "/person");
    assertThat(desk.post("/requests/" + message + "/person", forms).statusCode()).isEqualTo(303);
    Map<String, String> whole = new HashMap<>(WHOLE);
    desk.get("/requests/new");
    whole.put("step", "draft");
    String kept = desk.post("/requests/new", whole).headers().firstValue("Location").orElseThrow();
    String sent = kept.substring(kept.indexOf('=') + 1);
    assertThat(desk.post("/messages/" + sent + "/submission", Map.of()).statusCode())
        .isEqualTo(303);
    NewOfficer colleague =
        new NewOfficer("jovana", "Jovana", Set.of(Role.DESK), "en", "UTC", RunningNode.PASSWORD);
    assertThat(node.part(Officers.class).open(colleague, "node"))
        .isInstanceOf(Officers.Opened.Done.class);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  /** One form of each kind that a role comes to by following links. */
  private Map<String, PageForm> forms(RunningNode.Browser browser)
      throws IOException, InterruptedException {
    Map<String, PageForm> forms = new LinkedHashMap<>();
    Deque<String> ahead = new ArrayDeque<>(List.of("/", "/requests/" + message + "/check"));
    Set<String> seen = new HashSet<>(ahead);
    Map<String, Integer> looks = new HashMap<>();
    for (int pages = 0; pages < PAGES_MOST && !ahead.isEmpty(); pages++) {
      String page = ahead.remove();
      HttpResponse<String> answer = browser.get(page);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (answer.statusCode() == 303) {
        String to = answer.headers().firstValue("Location").orElseThrow();
        ahead.add(to.replaceFirst("http://[^/]+", ""));
      }
      if (answer.statusCode() != 200 || !type.startsWith("text/html")) {
        continue;
      }
      PageForm.of(page, answer.body()).forEach(form -> forms.putIfAbsent(form.kind(), form));
      Matcher link = LINK.matcher(answer.body());
      while (link.find()) {
        String to = link.group(1).replace("&amp;", "&");
        String path = to.replaceFirst("\\?.*", "");
        if (!to.startsWith("/assets") && looks.merge(path, 1, Integer::sum) <= 4 && seen.add(to)) {
          ahead.add(to);
        }
      }
    }
    return forms;
  }

  private static Map<String, String> saving(PageForm form, String text) {
    Map<String, String> fields = form.typed(text);
    fields.put("_path", form.action());
    fields.put("_typed", String.join(",", form.texts()));
    fields.remove("_csrf");
    return fields;
  }

  private PageForm again(RunningNode.Browser browser, PageForm form)
      throws IOException, InterruptedException {
    return PageForm.of(form.page(), browser.get(form.page()).body()).stream()
        .filter(other -> other.kind().equals(form.kind()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(form.kind() + " is gone from " + form.page()));
  }

  @Test
  void everyFormOfEveryRoleGivesItsTextBack() throws Exception {
    Set<String> tried = new HashSet<>();
    for (String login : RunningNode.LOGINS) {
      RunningNode.Browser browser = node.signedIn(login);
      RunningNode.Browser elsewhere = node.signedIn(login);
      for (PageForm form : forms(browser).values()) {
        if (form.takesText() && tried.add(form.kind())) {
          assertThat(form.hidden()).as(form.kind()).containsKeys("_writing", "_version");
          afterTheBrowserWasClosed(browser, elsewhere, form);
          fromTwoTabs(browser, form);
          tried.add(form.kind());
        }
      }
      for (PageForm form : forms(browser).values()) {
        if (form.takesText() && tried.add("ended " + form.kind())) {
          browser = afterTheSessionEnded(login, browser, form);
        }
      }
    }
    assertThat(tried)
        .as("the walk reaches the forms of all rooms")
        .anyMatch(kind -> kind.startsWith("/requests/new "))
        .anyMatch(kind -> kind.startsWith("/requests/*/person "))
        .anyMatch(kind -> kind.contains("forms.0.substances.0.logo"))
        .anyMatch(kind -> kind.contains("forms.4.wallets.0.address"))
        .anyMatch(kind -> kind.startsWith("/requests/*/question "))
        .anyMatch(kind -> kind.startsWith("/checks/new "))
        .anyMatch(kind -> kind.startsWith("/consents/new "))
        .anyMatch(kind -> kind.startsWith("/cases/*/review/"))
        .anyMatch(kind -> kind.startsWith("/messages/*/return "))
        .anyMatch(kind -> kind.startsWith("/agreements/*/suspension "))
        .anyMatch(kind -> kind.startsWith("/partners "))
        .anyMatch(kind -> kind.startsWith("/oversight/people "))
        .anyMatch(kind -> kind.startsWith("/officers "))
        .anyMatch(kind -> kind.startsWith("/account/tokens "));
  }

  private void afterTheBrowserWasClosed(
      RunningNode.Browser browser, RunningNode.Browser elsewhere, PageForm form)
      throws IOException, InterruptedException {
    HttpResponse<String> saved = browser.post("/unsent", saving(again(browser, form), TEXT));
    assertThat(saved.statusCode()).as(form.kind() + saved.body()).isEqualTo(200);
    String page = elsewhere.get(form.page()).body();
    assertThat(page).as(form.kind()).contains(TEXT, "did not send");
    putAway(browser, saved);
    assertThat(elsewhere.get(form.page()).body()).as(form.kind()).doesNotContain(TEXT);
  }

  private void putAway(RunningNode.Browser browser, HttpResponse<String> saved)
      throws IOException, InterruptedException {
    Matcher writing = WRITING.matcher(saved.body());
    assertThat(writing.find()).as(saved.body()).isTrue();
    assertThat(browser.post("/unsent/" + writing.group(1) + "/removal", Map.of()).statusCode())
        .isEqualTo(303);
  }

  private void fromTwoTabs(RunningNode.Browser browser, PageForm form)
      throws IOException, InterruptedException {
    PageForm one = again(browser, form);
    PageForm two = again(browser, form);
    HttpResponse<String> first = browser.post("/unsent", saving(one, TEXT));
    HttpResponse<String> second = browser.post("/unsent", saving(two, OTHER));
    assertThat(browser.get(form.page()).body()).as(form.kind()).contains(TEXT, OTHER);
    HttpResponse<String> copied = browser.post("/unsent", saving(one, "A copy of the first tab"));
    assertThat(copied.statusCode()).as(form.kind()).isEqualTo(409);
    Matcher both = Pattern.compile("\"both\":\"([^\"]+)\"").matcher(copied.body());
    assertThat(both.find()).as(copied.body()).isTrue();
    assertThat(browser.get(both.group(1)).body())
        .as(form.kind())
        .contains(TEXT, OTHER, "A copy of the first tab");
    for (HttpResponse<String> each : List.of(first, second, copied)) {
      putAway(browser, each);
    }
  }

  /** The form is sent as a browser without scripts does it. */
  private RunningNode.Browser afterTheSessionEnded(
      String login, RunningNode.Browser browser, PageForm form)
      throws IOException, InterruptedException {
    PageForm open = again(browser, form);
    browser.cookies().clear();
    HttpResponse<String> sent = browser.form(open.action(), open.typed(TEXT));
    assertThat(sent.statusCode()).as(form.kind()).isEqualTo(403);
    assertThat(sent.body()).as(form.kind()).contains("/unsent/");
    RunningNode.Browser back = node.signedIn(login);
    assertThat(back.get(form.page()).body()).as(form.kind()).contains(TEXT);
    Matcher kept = Pattern.compile("/unsent/([0-9a-f-]{36})").matcher(sent.body());
    assertThat(kept.find()).isTrue();
    assertThat(back.get("/unsent/" + kept.group(1)).body()).contains(TEXT);
    back.post("/unsent/" + kept.group(1) + "/removal", Map.of());
    return back;
  }

  @Test
  void aColleagueSeesWhoDraftsAndTakesTheDraftOver() throws Exception {
    RunningNode.Browser jovana = node.signedIn("jovana");
    RunningNode.Browser desk = node.signedIn("desk");
    String step = "/requests/" + message + "/person";
    PageForm form =
        PageForm.of(step, desk.get(step).body()).stream()
            .filter(PageForm::takesText)
            .findFirst()
            .orElseThrow();
    HttpResponse<String> saved = desk.post("/unsent", saving(form, TEXT));
    assertThat(saved.statusCode()).isEqualTo(200);

    String seen = jovana.get(file).body();
    assertThat(seen).contains("is drafting here since", "Take this draft over");
    assertThat(seen).doesNotContain(TEXT);
    assertThat(node.signedIn("approver").get(file).body())
        .doesNotContain("Take this draft over", TEXT);

    Matcher version = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(seen);
    assertThat(version.find()).isTrue();
    jovana.get(file);
    assertThat(
            jovana
                .post("/messages/" + message + "/take-over", Map.of("seen", version.group(1)))
                .statusCode())
        .isEqualTo(303);
    assertThat(jovana.get(step).statusCode()).isEqualTo(200);

    Matcher writing = WRITING.matcher(saved.body());
    assertThat(writing.find()).isTrue();
    jovana.get(file);
    assertThat(jovana.post("/unsent/" + writing.group(1) + "/take-over", Map.of()).statusCode())
        .isEqualTo(303);
    assertThat(jovana.get(step).body()).contains(TEXT);
    Map<String, String> goesOn = saving(form, OTHER);
    goesOn.put("_version", "1");
    desk.get("/account");
    HttpResponse<String> beside = desk.post("/unsent", goesOn);
    assertThat(beside.statusCode()).isEqualTo(409);
    assertThat(beside.body()).contains("A colleague has taken over");
    assertThat(jovana.get(step).body()).contains(TEXT).doesNotContain(OTHER);

    assertThat(jovana.get(file).body()).doesNotContain("Take this draft over");
    desk.get(file);
    assertThat(desk.post("/messages/" + message + "/take-over", Map.of()).statusCode())
        .as("and back again, for the other tests")
        .isEqualTo(303);
  }

  @Test
  void passwordsAndSearchesAreNeverKept() throws Exception {
    RunningNode.Browser browser = node.signedIn("desk");
    browser.get("/account");
    browser.post(
        "/account/password",
        Map.of(
            "before", "a wrong one that is longer than forty characters",
            "after", "another one that is longer than forty characters"));
    browser.get("/records");
    browser.post("/records", Map.of("name", "Petar Đorđević of Smederevska Palanka and Niš"));

    assertThat(browser.get("/").body()).doesNotContain("/unsent/");
    assertThat(
            node.part(Unsent.class)
                .of(
                    node.part(Officers.class).all().stream()
                        .filter(officer -> officer.login().equals("administrator"))
                        .findFirst()
                        .orElseThrow()
                        .id()))
        .isEmpty();
  }

  @Test
  void aTextIsKeptForNoOtherAddressThanOneOfTheProduct() throws Exception {
    RunningNode.Browser browser = node.signedIn("desk");
    PageForm form =
        PageForm.of("/requests/new", browser.get("/requests/new").body()).stream()
            .filter(PageForm::takesText)
            .findFirst()
            .orElseThrow();
    for (String path : List.of("//evil.example/", "https://evil.example/", "javascript:x", "")) {
      Map<String, String> fields = saving(form, TEXT);
      fields.put("_path", path);
      assertThat(browser.post("/unsent", fields).statusCode()).as(path).isEqualTo(400);
    }
  }

  /** A sent file is not kept for an expired session; so no form that sends one may take text. */
  @Test
  void noFormThatSendsAFileTakesText() throws IOException {
    Pattern sending =
        Pattern.compile("template\\.frame\\.upload\\(.*?content = @`(.*?)`\\)", Pattern.DOTALL);
    Pattern typed = Pattern.compile("<textarea|<select|<input(?![^>]*type=\"(file|hidden)\")");
    int forms = 0;
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(template);
        if (!template.endsWith("frame/upload.jte")) {
          assertThat(text).as(template.toString()).doesNotContain("multipart/form-data");
        }
        Matcher form = sending.matcher(text);
        while (form.find()) {
          forms++;
          assertThat(typed.matcher(form.group(1)).find()).as(template + form.group(1)).isFalse();
        }
      }
    }
    assertThat(forms).isEqualTo(5);
  }
}
