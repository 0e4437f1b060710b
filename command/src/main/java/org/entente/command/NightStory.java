package org.entente.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.command.Demonstration.City;
import tools.jackson.databind.JsonNode;

/** An alert at night that nobody acknowledges climbs to an e-mail and to a call, until one does. */
final class NightStory {
  /** A step waits a minute; signs are looked at every ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private static final long LOOK_MILLIS = 200;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final List<String> CONTENT = List.of("lorry", "Preševo", "Baku", "terror");

  private final Demonstration demonstration;
  private final Story story;
  private final World world;
  private final Api bakuDesk;
  private final Api bakuApprover;
  private final Api desk;
  private final Api approver;

  NightStory(Demonstration demonstration, Story story, World world) throws IOException {
    this.demonstration = demonstration;
    this.story = story;
    this.world = world;
    bakuDesk = demonstration.signIn(City.BAKU, "DESK");
    bakuApprover = demonstration.signIn(City.BAKU, "APPROVER");
    desk = demonstration.signIn(City.BELGRADE, "DESK");
    approver = demonstration.signIn(City.BELGRADE, "APPROVER");
  }

  void tell() throws IOException, InterruptedException {
    story.step(12, "An alert at night that climbs until a person acknowledges it");
    reached(approver, "e-mail", "marko@mup.rs.example");
    reached(desk, "webhook", "jovana");
    plan(
        List.of(
            step("on-watch", "browser"),
            step(login("APPROVER"), "e-mail"),
            step(login("DESK"), "webhook")));
    String id = alert();
    JsonNode ringing = rings(id);
    String alarm = ringing.path("id").asString("");
    story.check(
        !alarm.isEmpty(), "Baku's alert rings at Belgrade's post; no page there would ring");
    climbs(alarm);
    acknowledged(alarm, id);
    new DemoPost(demonstration).planAnew(City.BELGRADE);
  }

  private String login(String role) throws IOException {
    return demonstration.officer(City.BELGRADE, role).login();
  }

  /** Enters an address and gives the code back that came there, unless that was done before. */
  private void reached(Api officer, String way, String address)
      throws IOException, InterruptedException {
    if (verified(officer, way)) {
      return;
    }
    int before = arrived(way).size();
    Api.Answer _ = officer.post("duty/ways", Map.of("way", way, "address", address)).orStop();
    await(() -> arrived(way).size() > before);
    String code = code(arrived(way).getLast());
    Api.Answer _ =
        officer.post("duty/ways/" + way + "/verification", Map.of("code", code)).orStop();
    story.check(verified(officer, way), "A code that came by %s proves the way", way);
  }

  /** The last six digits of what came: it ends with the code. */
  private static String code(String came) {
    Matcher digits = CODE.matcher(came);
    String code = "";
    while (digits.find()) {
      code = digits.group();
    }
    return code;
  }

  private static boolean verified(Api officer, String way) throws IOException {
    for (JsonNode each : officer.get("duty/ways").json()) {
      if (each.path("way").asString("").equals(way)) {
        return each.path("verified").asBoolean(false);
      }
    }
    return false;
  }

  private List<String> arrived(String way) {
    return way.equals("e-mail") ? world.letterbox().letters() : world.switchboard().calls();
  }

  private static Map<String, Object> step(String whom, String way) {
    return Map.of("whom", whom, "ways", List.of(way), "minutes", 1);
  }

  private void plan(List<Map<String, Object>> steps) throws IOException {
    Api.Answer _ = new DemoPost(demonstration).plan(City.BELGRADE, steps).orStop();
  }

  private String alert() throws IOException {
    String id =
        bakuDesk
            .post(
                "measures",
                Map.ofEntries(
                    Map.entry("kind", "alert"),
                    Map.entry("partners", List.of(City.BELGRADE.authority)),
                    Map.entry("offence", "terrorism"),
                    Map.entry("urgencyReason", "threat-to-life"),
                    Map.entry("what", "A second lorry with explosives crossed the border."),
                    Map.entry("where", "Preševo"),
                    Map.entry("when", "Just now"),
                    Map.entry("endangered", "Visitors of a fair"),
                    Map.entry("asked", "Stop it before it reaches the town."),
                    Map.entry("handling", List.of("h1")),
                    Map.entry("language", "en")))
            .orStop()
            .text("measure");
    Api.Answer _ = bakuApprover.post("measures/" + id + "/release").orStop();
    return id;
  }

  /** The alarm about an alert of Baku's; an earlier walkthrough may have left others. */
  private JsonNode rings(String id) throws IOException, InterruptedException {
    String leg = leg(bakuDesk.get("measures/" + id).json());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Set<String> there = there(leg);
      for (JsonNode alarm : desk.get("duty/alarms").json()) {
        if (there.contains(alarm.path("about").asString(""))) {
          return alarm;
        }
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    throw new IOException("Nothing rings");
  }

  /** What a measure is called between two nodes: the message that opened it. */
  private static String leg(JsonNode measure) {
    return measure.path("legs").path(0).path("id").asString("");
  }

  /** What Belgrade's node calls it; empty until it has arrived. */
  private Set<String> there(String leg) throws IOException {
    return desk.get("measures")
        .json()
        .valueStream()
        .filter(measure -> leg(measure).equals(leg))
        .map(measure -> measure.path("id").asString(""))
        .collect(Collectors.toSet());
  }

  private void climbs(String alarm) throws IOException, InterruptedException {
    boolean mailed = await(() -> tried(alarm, "e-mail", "sent"));
    story.check(mailed, "It climbs to an e-mail");
    boolean called = await(() -> tried(alarm, "webhook", "delivered"));
    story.check(called, "Nobody acknowledges; a minute later it climbs to the switchboard");
    String said = String.join("\n", world.letterbox().letters());
    String heard = String.join("\n", world.switchboard().calls());
    story.check(
        said.contains("jedan predmet ceka")
            && heard.contains("jedan predmet ceka")
            && CONTENT.stream().noneMatch(word -> said.contains(word) || heard.contains(word)),
        "Both say that a matter waits and where, and not a word of what it is");
  }

  private boolean tried(String alarm, String way, String state) {
    try {
      return desk.get("duty/alarms")
          .json()
          .valueStream()
          .filter(each -> each.path("id").asString("").equals(alarm))
          .flatMap(each -> each.path("attempts").valueStream())
          .anyMatch(attempt ->
              attempt.path("way").asString("").equals(way)
                  && attempt.path("state").asString("").equals(state));
    } catch (IOException e) {
      return false;
    }
  }

  private void acknowledged(String alarm, String id) throws IOException, InterruptedException {
    Api.Answer taken = approver.post("duty/alarms/" + alarm + "/acknowledgement");
    story.check(taken.status() == 200, "Marko Đukanac, woken by the e-mail, acknowledges it");
    boolean seen = await(() -> seen(id));
    story.check(seen, "Baku reads that Belgrade's post has seen the alert, and when");
  }

  private boolean seen(String id) {
    try {
      return !bakuDesk
          .get("measures/" + id)
          .json()
          .path("legs")
          .path(0)
          .path("seenAt")
          .asString("")
          .isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean await(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return holds.getAsBoolean();
  }
}
