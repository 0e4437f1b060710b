package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.RunningNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a drafter and an approver read and press on the page of a case. */
class CasePageTest {
  private static final Pattern MESSAGE = Pattern.compile("message-([0-9a-f-]{36})");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

  private final Map<String, String> fields =
      new HashMap<>(
          Map.ofEntries(
              Map.entry("partner", "rs.mup"),
              Map.entry("offence", "drug-trafficking"),
              Map.entry("urgency", "urgent"),
              Map.entry("urgencyReason", "threat-to-life"),
              Map.entry("urgencyReasons", "A witness was threatened."),
              Map.entry("category", "suspect-or-convicted"),
              Map.entry("familyName", "الهاشمي"),
              Map.entry("givenName", "Leyla"),
              Map.entry("birthDate", "1971-07-25"),
              Map.entry("nationality", "RS"),
              Map.entry("informationSought", "Entries to Serbia since the first of November."),
              Map.entry("purpose", "To find the supplier of a consignment."),
              Map.entry("facts", "Eleven kilograms of heroin were found in a lorry."),
              Map.entry("reasonsToBelieve", "The telephone was in Belgrade in November."),
              Map.entry("link", "The person owned the lorry."),
              Map.entry("specialCategories", "true"),
              Map.entry("strictlyNecessary", "true"),
              Map.entry("handling", "H1"),
              Map.entry("language", "en"),
              Map.entry("step", "draft")));

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return matcher.group(1);
  }

  private static String place(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aDraftGoesToTheApproverIsGivenBackAndShowsWhatChanged(@TempDir Path folder)
      throws Exception {
    try (RunningNode node = RunningNode.founded(folder)) {
      new Belgrade().agreesWith(node);
      RunningNode.Browser desk = node.signedIn("desk");
      RunningNode.Browser approver = node.signedIn("approver");

      desk.get("/requests/new");
      String kept = place(desk.post("/requests/new", fields));
      String draft = desk.get(kept).body();
      assertThat(draft)
          .contains("role=\"status\"", "Kept as a draft", "Send to approver")
          .contains("<time datetime=\"1971-07-25\">25 July 1971</time>", "Serbia")
          .contains("<bdi>الهاشمي</bdi>")
          .doesNotContain("Release and send");
      String message = found(MESSAGE, draft);
      String file = kept.substring(0, kept.indexOf('?'));

      String sent = place(desk.post("/messages/" + message + "/submission", Map.of()));
      assertThat(desk.get(sent).body())
          .contains("Sent to the approver", "release or give back", "Take it back");

      String panel = approver.get(file).body();
      assertThat(panel)
          .contains(
              "Release and send to Ministry of the Interior of the Republic of Serbia now",
              "Give back to Somebody")
          .contains("strictly necessary", "threat to life", "#release-")
          .doesNotContain("What changed since");
      String returned =
          place(
              approver.post(
                  "/messages/" + message + "/return",
                  Map.of("note", "Say how much.", "seen", found(SEEN, panel))));
      assertThat(approver.get(returned).body()).contains("Given back. Next:");

      assertThat(desk.get(file).body()).contains("Say how much.", "change the draft");
      fields.put("facts", "Eleven kilograms of cocaine were found in a lorry.");
      fields.put("specialCategories", "");
      place(desk.post("/requests/" + message + "/question", fields));
      desk.post("/messages/" + message + "/submission", Map.of());
      assertThat(approver.get(file).body())
          .contains("What changed since it was given back")
          .containsPattern("<del><span class=\"sign\">− removed:</span> heroin</del>")
          .containsPattern("<ins><span class=\"sign\">\\+ added:</span> cocaine</ins>")
          .contains("<dt>Special categories of data</dt>");

      String back = place(desk.post("/messages/" + message + "/take-back", Map.of()));
      assertThat(desk.get(back).body()).contains("Send to approver");
      assertThat(approver.get(file).body()).doesNotContain("Release and send");

      String sure = desk.get("/messages/" + message + "/discard").body();
      assertThat(sure).contains("Discard this draft?", "is closed with it");
      assertThat(approver.get("/messages/" + message + "/discard").statusCode()).isEqualTo(404);
      String gone = place(desk.post("/messages/" + message + "/discard", Map.of()));
      assertThat(desk.get(gone).body()).contains("The draft was discarded");
    }
  }

  @Test
  void whatNeedsNoSecondPersonSaysThatItLeavesNow(@TempDir Path folder) throws Exception {
    try (RunningNode node = RunningNode.founded(folder)) {
      new Belgrade().agreesWith(node);
      RunningNode.Browser desk = node.signedIn("desk");
      RunningNode.Browser approver = node.signedIn("approver");
      desk.get("/requests/new");
      String kept = place(desk.post("/requests/new", fields));
      String file = kept.substring(0, kept.indexOf('?'));
      String message = found(MESSAGE, desk.get(file).body());
      desk.post("/messages/" + message + "/submission", Map.of());
      approver.get(file);
      String left = place(approver.post("/messages/" + message + "/release", Map.of()));

      assertThat(approver.get(left).body())
          .contains("Sealed and on its way to", "<span>on its way</span>");
      assertThat(approver.get(file).body()).doesNotContain("Sealed and on its way to");
      assertThat(desk.get(file + "?done=nonsense").statusCode()).isEqualTo(404);
    }
  }
}
