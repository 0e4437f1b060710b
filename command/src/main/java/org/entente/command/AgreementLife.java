package org.entente.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.entente.command.Demonstration.City;
import tools.jackson.databind.JsonNode;

/** An amendment is proposed, compared, ratified; a suspension stops both nodes. */
final class AgreementLife {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 50;

  private final Story story;
  private final Api bakuSupervisor;
  private final Api bakuApprover;
  private final Api bakuDesk;
  private final Api belgradeSupervisor;
  private final Api belgradeApprover;

  AgreementLife(Demonstration demonstration, Story story) throws IOException {
    this.story = story;
    bakuSupervisor = demonstration.signIn(City.BAKU, "SUPERVISOR");
    bakuApprover = demonstration.signIn(City.BAKU, "APPROVER");
    bakuDesk = demonstration.signIn(City.BAKU, "DESK");
    belgradeSupervisor = demonstration.signIn(City.BELGRADE, "SUPERVISOR");
    belgradeApprover = demonstration.signIn(City.BELGRADE, "APPROVER");
  }

  void tell() throws IOException, InterruptedException {
    story.step(7, "The agreement lives: amended by both, suspended by one");
    String before = inForce(bakuSupervisor);
    String proposal = propose(before);
    String after = ratify(before, proposal);
    suspend(after);
  }

  private String propose(String before) throws IOException, InterruptedException {
    String instrument = bakuSupervisor.get("agreements/" + before + "/instrument").string();
    String arrangement = bakuSupervisor.get("agreements/" + before + "/arrangement").string();
    String wider = arrangement.replaceFirst("\"trace\"", "\"trace\", \"onward-transfer\"");
    Api.Answer refused = bakuSupervisor.post("proposals", proposal(instrument, wider, before));
    JsonNode fault = refused.json().path("faults").path(0);
    story.check(
        refused.status() == 422 && fault.path("code").asString("").equals("widens-instrument"),
        "an arrangement that permits more than the treaty is not even sent: line %s, %s",
        fault.path("line"),
        fault.path("sentence").asString(""));
    int months = arrangement.contains("\"reviewMonths\" : 3") ? 4 : 3;
    String amended =
        arrangement.replaceFirst("\"reviewMonths\" : [0-9]+", "\"reviewMonths\" : " + months);
    Api.Answer prepared = bakuSupervisor.post("proposals", proposal(instrument, amended, before));
    String step = prepared.text("step");
    story.check(
        prepared.text("state").equals("awaiting-second"),
        "Aytən Nəbiyeva, supervisor in Baku, prepares an amendment: first review after %s months",
        months);
    story.check(
        bakuSupervisor.post("agreement-steps/" + step + "/confirmation").status() == 403,
        "she cannot confirm it herself");
    story.check(
        bakuApprover
            .post("agreement-steps/" + step + "/confirmation")
            .text("state")
            .equals("released"),
        "Rəşad Vəliyev confirms; it is signed, sealed and sent");
    JsonNode received = awaitStep(belgradeSupervisor, step, s -> true);
    story.check(
        !received.path("ours").asBoolean(true)
            && received.path("agreement").equals(stepOf(bakuSupervisor, step).path("agreement")),
        "Belgrade holds the same words, hash %s…",
        received.path("agreement").asString("").substring(0, 16));
    return step;
  }

  private String ratify(String before, String proposal) throws IOException, InterruptedException {
    story.check(
        inForce(belgradeSupervisor).equals(before), "until it is ratified nothing has changed");
    Api.Answer prepared = belgradeSupervisor.post("proposals/" + proposal + "/ratification");
    String step = prepared.text("step");
    story.check(
        belgradeApprover
            .post("agreement-steps/" + step + "/confirmation")
            .text("state")
            .equals("released"),
        "Vesna Tošović prepares the ratification, Marko Đukanac confirms it");
    awaitStep(belgradeSupervisor, step, s -> s.path("state").asString("").equals("delivered"));
    String after = inForce(bakuSupervisor);
    story.check(
        !after.equals(before) && after.equals(inForce(belgradeSupervisor)),
        "in force on both nodes with the same hash %s…; the old one has ended",
        after.substring(0, 16));
    return after;
  }

  private void suspend(String hash) throws IOException, InterruptedException {
    Api.Answer suspended =
        belgradeSupervisor.post(
            "agreements/" + hash + "/suspension",
            Map.of("reasons", "A demonstration of the emergency brake."));
    story.check(
        state(belgradeSupervisor, hash).equals("suspended"),
        "Belgrade suspends: nothing leaves it from this moment");
    awaitStep(bakuSupervisor, suspended.text("step"), s -> true);
    Api.Answer decision =
        bakuDesk.post(
            "decisions",
            Map.of(
                "kind", "request",
                "partner", "rs.mup",
                "offence", "terrorism",
                "urgency", "normal",
                "specialCategories", false,
                "strictlyNecessary", false,
                "political", false));
    story.check(
        decision.text("verdict").equals("refused"), "Baku stops too: %s", decision.text("why"));
    String step = belgradeSupervisor.post("agreements/" + hash + "/resumption").text("step");
    belgradeApprover.post("agreement-steps/" + step + "/confirmation");
    awaitStep(belgradeSupervisor, step, s -> s.path("state").asString("").equals("delivered"));
    story.check(
        state(bakuSupervisor, hash).equals("resumed")
            && state(belgradeSupervisor, hash).equals("resumed"),
        "two officers in Belgrade resume it, and both nodes work again");
  }

  private static Map<String, Object> proposal(
      String instrument, String arrangement, String amends) {
    Map<String, Object> proposal = new HashMap<>();
    proposal.put("partner", "rs.mup");
    proposal.put("instrument", instrument);
    proposal.put("arrangement", arrangement);
    proposal.put("amends", amends);
    proposal.put("reasons", "The contact points agreed on a shorter review.");
    return proposal;
  }

  private static String inForce(Api officer) throws IOException {
    for (JsonNode agreement : officer.get("agreements").json()) {
      if (agreement.path("inForce").asBoolean(false)) {
        return agreement.path("hash").asString("");
      }
    }
    return "";
  }

  private static String state(Api officer, String hash) throws IOException {
    for (JsonNode agreement : officer.get("agreements").json()) {
      if (agreement.path("hash").asString("").equals(hash)) {
        return agreement.path("state").asString("");
      }
    }
    return "";
  }

  private static JsonNode stepOf(Api officer, String step) throws IOException {
    return officer.get("agreement-steps/" + step).json();
  }

  private static JsonNode awaitStep(Api officer, String step, Predicate<JsonNode> as)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonNode found = stepOf(officer, step);
      if (found.has("kind") && as.test(found)) {
        return found;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    throw new Stop("The step never came as far as expected. Look at the page of the partner.");
  }
}
