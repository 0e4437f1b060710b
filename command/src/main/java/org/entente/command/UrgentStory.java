package org.entente.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.entente.command.Demonstration.City;
import tools.jackson.databind.JsonNode;

/** An alert is seen, data are preserved, and a call is confirmed in writing. */
final class UrgentStory {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 20;
  private static final int DAYS = 90;

  private final Story story;
  private final Api bakuDesk;
  private final Api bakuApprover;
  private final Api belgradeDesk;

  UrgentStory(Demonstration demonstration, Story story) throws IOException {
    this.story = story;
    bakuDesk = demonstration.signIn(City.BAKU, "DESK");
    bakuApprover = demonstration.signIn(City.BAKU, "APPROVER");
    belgradeDesk = demonstration.signIn(City.BELGRADE, "DESK");
  }

  void tell() throws IOException, InterruptedException {
    story.step(11, "An alert, preserved data, a call: the urgent lane");
    String call = call();
    String alert = alert();
    confirm(call, alert);
    correct(alert);
    preserve();
  }

  private String call() throws IOException {
    return belgradeDesk
        .post(
            "calls",
            Map.of(
                "partner",
                City.BAKU.authority,
                "theirs",
                true,
                "at",
                Instant.now().toString(),
                "with",
                "Duty officer",
                "number",
                "+994 12 000 00 00",
                "said",
                "A lorry with explosives will cross tonight."))
        .text("call");
  }

  private String alert() throws IOException, InterruptedException {
    String id =
        bakuDesk
            .post(
                "measures",
                Map.of(
                    "kind", "alert",
                    "partners", List.of(City.BELGRADE.authority),
                    "offence", "terrorism",
                    "urgencyReason", "threat-to-life",
                    "what", "A lorry with explosives crossed the border.",
                    "where", "Preševo",
                    "when", "At about two in the night",
                    "endangered", "Visitors of a fair",
                    "asked", "Stop it before it reaches the town."))
            .text("measure");
    story.check(id.isEmpty(), "An alert without handling codes and language is not taken");
    id =
        bakuDesk
            .post(
                "measures",
                Map.ofEntries(
                    Map.entry("kind", "alert"),
                    Map.entry("partners", List.of(City.BELGRADE.authority)),
                    Map.entry("offence", "terrorism"),
                    Map.entry("urgencyReason", "threat-to-life"),
                    Map.entry("what", "A lorry with explosives crossed the border."),
                    Map.entry("where", "Preševo"),
                    Map.entry("when", "At about two in the night"),
                    Map.entry("endangered", "Visitors of a fair"),
                    Map.entry("asked", "Stop it before it reaches the town."),
                    Map.entry("handling", List.of("h1")),
                    Map.entry("language", "en")))
            .text("measure");
    release(id);
    JsonNode there = arrived(id);
    story.check(
        there.path("legs").path(0).path("unseenHere").asBoolean(false),
        "Baku's alert is on Belgrade's list, and nobody has seen it");
    belgradeDesk.post("measures/" + there.path("id").asString("") + "/seen");
    JsonNode here = await(bakuDesk, id, m -> m.path("legs").path(0).has("seenAt") && seen(m));
    story.check(
        seen(here)
            && here.path("legs").path(0).path("steps").toString().contains("\"post\":\"desk\""),
        "Baku reads when Belgrade's duty post saw it, and no name");
    return id;
  }

  private static boolean seen(JsonNode measure) {
    return !measure.path("legs").path(0).path("seenAt").asString("").isEmpty();
  }

  private void release(String id) throws IOException {
    bakuApprover.post("measures/" + id + "/release");
  }

  private void confirm(String call, String alert) throws IOException, InterruptedException {
    JsonNode there = arrived(alert);
    belgradeDesk.post(
        "calls/" + call + "/confirmation", Map.of("measure", there.path("id").asString("")));
    JsonNode confirmed = belgradeDesk.get("calls/" + call).json();
    story.check(
        confirmed.path("state").asString("").equals("confirmed"),
        "The call that came before it is confirmed in writing by %s",
        await(bakuDesk, alert, m -> true).path("reference").asString(""));
    story.check(
        confirmed.path("callBack").toString().contains("contact-point@mia.az.example"),
        "To call back, Belgrade is shown what the agreement says, not what the caller gave");
  }

  private void correct(String alert) throws IOException, InterruptedException {
    bakuDesk.post("measures/" + alert + "/correction", Map.of("corrects", "exercise"));
    JsonNode there = arrived(alert);
    JsonNode corrected =
        await(
            belgradeDesk,
            there.path("id").asString(""),
            m -> m.path("legs").path(0).path("course").asString("").equals("corrected"));
    story.check(
        corrected.path("legs").path(0).path("unseenHere").asBoolean(false),
        "\"That was an exercise\" reaches Belgrade and has to be seen again");
    belgradeDesk.post("measures/" + there.path("id").asString("") + "/seen");
  }

  private void preserve() throws IOException, InterruptedException {
    String id =
        bakuDesk
            .post(
                "measures",
                Map.ofEntries(
                    Map.entry("kind", "preservation"),
                    Map.entry("partners", List.of(City.BELGRADE.authority)),
                    Map.entry("offence", "drug-trafficking"),
                    Map.entry("urgencyReason", "loss-of-relevance"),
                    Map.entry("authority", "Prosecutor's office in Baku"),
                    Map.entry("facts", "Drugs are offered in an invented shop."),
                    Map.entry("data", "The mailbox of the shop and its log."),
                    Map.entry("custodian", "A provider in Belgrade"),
                    Map.entry("necessity", "The provider erases logs after a month."),
                    Map.entry("intent", "A request for disclosure follows."),
                    Map.entry("contact", "Contact point, day and night, UTC+4"),
                    Map.entry("forDays", DAYS),
                    Map.entry("handling", List.of("h1")),
                    Map.entry("language", "en")))
            .text("measure");
    release(id);
    String leg = leg(arrived(id));
    Instant until = Instant.now().plus(Duration.ofDays(DAYS));
    follow(belgradeDesk, leg, Map.of("kind", "warning", "words", "The provider may tell them."));
    stands(id, "warned", "Belgrade warns that the provider may tell its customer");
    follow(bakuDesk, leg, Map.of("kind", "going-on"));
    stands(id, "open", "Baku goes on in spite of that");
    follow(belgradeDesk, leg, Map.of("kind", "preserved", "until", until.toString()));
    stands(id, "preserved", "Belgrade preserves the data for ninety days");
    follow(
        bakuDesk,
        leg,
        Map.of(
            "kind", "extension",
            "until", until.plus(Duration.ofDays(DAYS)).toString(),
            "words", "The letter rogatory is under way."));
    stands(id, "extension-asked", "Baku asks for an extension");
    follow(
        belgradeDesk,
        leg,
        Map.of("kind", "preserved", "until", until.plus(Duration.ofDays(DAYS)).toString()));
    stands(id, "preserved", "Belgrade grants it");
    follow(bakuDesk, leg, Map.of("kind", "release"));
    stands(id, "released", "Baku releases the data; both nodes say so");
  }

  private static void follow(Api officer, String leg, Map<String, Object> step) throws IOException {
    officer.post("measures/legs/" + leg + "/steps", step);
  }

  /** Both nodes stand there. */
  private void stands(String id, String course, String statement)
      throws IOException, InterruptedException {
    Predicate<JsonNode> there =
        m -> m.path("legs").path(0).path("course").asString("").equals(course);
    JsonNode here = await(bakuDesk, id, there);
    String other = arrived(id).path("id").asString("");
    story.check(there.test(here) && there.test(await(belgradeDesk, other, there)), statement);
  }

  /** What a measure is called between two nodes: the message that opened it. */
  private static String leg(JsonNode measure) {
    return measure.path("legs").path(0).path("id").asString("");
  }

  /** One of Baku's measures, on Belgrade's node; an earlier walkthrough may have left others. */
  private JsonNode arrived(String id) throws IOException, InterruptedException {
    String leg = leg(bakuDesk.get("measures/" + id).json());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (JsonNode measure : belgradeDesk.get("measures").json()) {
        if (leg(measure).equals(leg)) {
          return belgradeDesk.get("measures/" + measure.path("id").asString("")).json();
        }
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    throw new IOException("It did not arrive");
  }

  private static JsonNode await(Api officer, String id, Predicate<JsonNode> holds)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode measure = officer.get("measures/" + id).json();
    while (!holds.test(measure) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      measure = officer.get("measures/" + id).json();
    }
    return measure;
  }
}
