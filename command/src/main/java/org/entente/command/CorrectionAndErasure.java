package org.entente.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entente.command.Demonstration.City;
import tools.jackson.databind.JsonNode;

/** A correction and an erasure reach the partner and come back acknowledged. */
final class CorrectionAndErasure {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 50;

  private final Story story;
  private final Api bakuDesk;
  private final Api belgradeDesk;
  private final Api belgradeApprover;

  CorrectionAndErasure(Demonstration demonstration, Story story) throws IOException {
    this.story = story;
    bakuDesk = demonstration.signIn(City.BAKU, "DESK");
    belgradeDesk = demonstration.signIn(City.BELGRADE, "DESK");
    belgradeApprover = demonstration.signIn(City.BELGRADE, "APPROVER");
  }

  /**
   * @param bakuCase the case in Baku that Belgrade has replied to
   * @param belgradeCase the same matter in Belgrade
   */
  void tell(String bakuCase, String belgradeCase) throws IOException, InterruptedException {
    story.step(8, "A correction and an erasure reach whoever holds a copy");
    correct(bakuCase, belgradeCase);
    erase(bakuCase, belgradeCase);
  }

  private void correct(String bakuCase, String belgradeCase)
      throws IOException, InterruptedException {
    String request = message(bakuDesk, bakuCase, "request").path("id").asString("");
    Api.Answer sent =
        bakuDesk.post(
            "messages/" + request + "/notices",
            Map.of(
                "kind", "correction",
                "passage", "facts",
                "corrected", "On 14 November 2026 9 kg were seized, not 11.",
                "reasons", "The laboratory weighed again without the wrapping."));
    String notice = sent.text("notice");
    JsonNode here = await(bakuDesk, bakuCase, notice, "applied");
    story.check(
        state(here).equals("applied"),
        "Baku corrects its request; Belgrade's node applies it and says so");
    JsonNode there = notice(belgradeDesk, belgradeCase, notice);
    story.check(
        there.path("before").asString("").contains("11 kg")
            && there.path("says").path("corrected").asString("").contains("9 kg"),
        "Belgrade's case shows the old words struck through and the new ones beside them");
  }

  private void erase(String bakuCase, String belgradeCase)
      throws IOException, InterruptedException {
    String reply = message(belgradeDesk, belgradeCase, "reply").path("id").asString("");
    Api.Answer prepared =
        belgradeDesk.post(
            "messages/" + reply + "/notices",
            Map.of("kind", "erasure", "reasons", "The conviction was quashed on appeal."));
    String notice = prepared.text("notice");
    story.check(
        prepared.text("state").equals("waiting")
            && belgradeDesk.post("notices/" + notice + "/release").status() == 403,
        "an erasure waits for a second person; who wrote it cannot release it");
    belgradeApprover.post("notices/" + notice + "/release");
    JsonNode there = await(belgradeDesk, belgradeCase, notice, "applied");
    story.check(
        state(there).equals("applied"), "Marko Đukanac releases it; Baku's node acknowledges");
    story.check(
        withheld(bakuDesk, bakuCase).equals("erased")
            && withheld(belgradeDesk, belgradeCase).equals("erased"),
        "the reply is gone on both nodes; reference, articles and hash are left");
  }

  private static String withheld(Api desk, String caseId) throws IOException {
    return message(desk, caseId, "reply").path("content").path("withheld").asString("");
  }

  private static JsonNode message(Api desk, String caseId, String kind) throws IOException {
    for (JsonNode message : desk.get("cases/" + caseId).json().path("messages")) {
      if (message.path("kind").asString("").equals(kind)) {
        return message;
      }
    }
    throw new Stop("The case holds no " + kind + ".");
  }

  private static JsonNode notice(Api desk, String caseId, String id) throws IOException {
    JsonNode all = desk.get("cases/" + caseId + "/notices").json().path("own");
    for (JsonNode notice : all) {
      if (notice.path("id").asString("").equals(id)) {
        return notice;
      }
    }
    return all.path(0);
  }

  private static String state(JsonNode notice) {
    return notice.path("state").asString("");
  }

  private static JsonNode await(Api desk, String caseId, String notice, String state)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode view = notice(desk, caseId, notice);
    while (!state(view).equals(state) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      view = notice(desk, caseId, notice);
    }
    return view;
  }
}
