package org.entente.command;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.entente.command.Demonstration.City;
import tools.jackson.databind.JsonNode;

/** Baku asks Belgrade and a police university whether they know somebody, without saying whom. */
final class CheckStory {
  private static final long LOOK_MILLIS = 50;
  private static final int MOST_LOOKS = 600;
  private static final String HEADER = "id,given name,family name,date of birth,passport\n";

  private final Story story;
  private final DemoIndex index;
  private final Api desk;
  private final Api owner;
  private final Api supervisor;

  CheckStory(Demonstration demonstration, Story story) throws IOException {
    this.story = story;
    index = DemoIndex.of(demonstration);
    desk = demonstration.signIn(City.BAKU, "DESK");
    owner = demonstration.signIn(City.BELGRADE, "DATA_OWNER");
    supervisor = demonstration.signIn(City.BELGRADE, "SUPERVISOR");
  }

  void tell() throws IOException, InterruptedException {
    story.step(9, "Baku asks without telling: blind checks");
    index.lay();
    story.tell(
        "Belgrade holds an index of invented persons and has published a sealed index for Baku.");
    known();
    counted();
    corrected();
    withdrawn();
  }

  private void known() throws IOException, InterruptedException {
    JsonNode known = asked(person("Петар", "Ђорђевић", "1990-01-02"));
    story.check(
        state(known, City.BELGRADE).equals("hit"),
        "Петар Ђорђевић: Belgrade has a possible match, %s, met by %s",
        answer(known, City.BELGRADE).path("quality").asString(""),
        answer(known, City.BELGRADE).path("families"));
    story.check(
        state(known, City.ACADEMY).equals("not-asked"),
        "the university was not asked: %s; it has no operational rights",
        answer(known, City.ACADEMY).path("reason").asString(""));
    JsonNode spelt = asked(person("PETAR", "DJORDJEVIC", "1990-01-02"));
    story.check(state(spelt, City.BELGRADE).equals("hit"), "PETAR DJORDJEVIC is met too");
    JsonNode unknown = asked(person("Kamran", "Vəliyev", "1961-07-14"));
    story.check(
        state(unknown, City.BELGRADE).equals("no-hit"),
        "Kamran Vəliyev: no match, and nothing was told to Belgrade");
    Api.Answer little = desk.post("checks", wanted(Map.of("family", "Ђорђевић", "given", "Петар")));
    story.check(
        little.status() == 422,
        "names without a date of birth are not asked: %s",
        little.text("detail"));
  }

  /** What Belgrade sees: a count and an article. */
  private void counted() throws IOException {
    JsonNode offer = index.offer();
    story.check(
        offer.path("usedToday").asLong(0) >= 3,
        "Belgrade counts %d questions today and sees neither whom nor what came of it",
        offer.path("usedToday").asLong(0));
    story.check(
        supervisor.get("checks/stops").status() == 200,
        "its supervisor sees whose checks were stopped: %d",
        supervisor.get("checks/stops").json().size());
  }

  private void corrected() throws IOException, InterruptedException {
    String before = number();
    String after = number();
    String row = "w-" + UUID.randomUUID() + ",Jelena,Stojković,1979-04-08,";
    index.imported("walkthrough.csv", HEADER + row + before + "\n", "walkthrough");
    story.check(
        stateOf(before).equals("hit"), "a record imported now is met by its passport at once");
    index.imported("walkthrough.csv", HEADER + row + after + "\n", "walkthrough");
    story.check(
        stateOf(before).equals("no-hit") && stateOf(after).equals("hit"),
        "corrected, it is met by the new number and no longer by the old one");
  }

  private void withdrawn() throws IOException, InterruptedException {
    String path = "checks/offers/" + City.BAKU.authority;
    story.check(
        owner.delete(path).status() == 204,
        "Belgrade withdraws the index and destroys its key: what Baku holds is noise");
    JsonNode after = asked(person("Петар", "Ђорђевић", "1990-01-02"));
    story.check(
        state(after, City.BELGRADE).equals("not-asked"),
        "Петар Ђорђевић is now 'not asked' (%s), never 'no match'",
        answer(after, City.BELGRADE).path("reason").asString(""));
    index.lay();
    JsonNode again = asked(person("Петар", "Ђорђевић", "1990-01-02"));
    story.check(
        state(again, City.BELGRADE).equals("hit"),
        "published again under a new key, it is a possible match again");
  }

  private String stateOf(String passport) throws IOException, InterruptedException {
    for (int i = 0; i < MOST_LOOKS && !index.offer().path("current").asBoolean(false); i++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return state(asked(Map.of("document", passport), "document"), City.BELGRADE);
  }

  private static String number() {
    return "W" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 8);
  }

  private JsonNode asked(Map<String, String> said) throws IOException, InterruptedException {
    return asked(said, "person");
  }

  private JsonNode asked(Map<String, String> said, String kind)
      throws IOException, InterruptedException {
    Map<String, Object> wanted = wanted(said);
    wanted.put("kind", kind);
    Api.Answer answer = desk.post("checks", wanted);
    if (answer.status() != 202) {
      throw new Stop("The check was refused: " + answer.text("detail"));
    }
    JsonNode view = answer.json();
    for (int i = 0; i < MOST_LOOKS && view.path("waiting").asBoolean(false); i++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      view = desk.get("checks/" + answer.text("id")).json();
    }
    return view;
  }

  private static Map<String, String> person(String given, String family, String born) {
    return Map.of("given", given, "family", family, "born", born);
  }

  private static Map<String, Object> wanted(Map<String, String> said) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("kind", "person");
    wanted.put("said", said);
    wanted.put("partners", List.of(City.BELGRADE.authority, City.ACADEMY.authority));
    wanted.put(
        "why",
        Map.of(
            "purpose", "Who rented the vehicle in which the substance was found.",
            "caseReference", "AZ-2026-17",
            "offence", "drug-trafficking",
            "category", "suspect-or-convicted",
            "aim", "identify"));
    return wanted;
  }

  private static JsonNode answer(JsonNode check, City city) {
    for (JsonNode answer : check.path("answers")) {
      if (answer.path("partner").asString("").equals(city.authority)) {
        return answer;
      }
    }
    throw new Stop("The check has no answer for " + city.authority);
  }

  private static String state(JsonNode check, City city) {
    return answer(check, city).path("state").asString("");
  }
}
