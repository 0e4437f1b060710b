package org.entente.command;

import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entente.command.Demonstration.City;
import tools.jackson.databind.JsonNode;

/** Belgrade's index in the demonstration: invented persons whom Baku may check. */
public final class DemoIndex {
  private static final int INVENTED = 300;
  private static final long SEED = 20_100_513;
  private static final long LOOK_MILLIS = 100;
  private static final long MOST_LOOKS = 1_200;

  private static final String KNOWN =
      """
      id,given name,family name,date of birth,passport,phone
      k-1,Петар,Ђорђевић,1990-01-02,P004711,+381 60 555 0101
      k-2,Cavid,Hüseynzadə,1984-03-21,C0481516,+994 50 555 01 02
      k-3,Милица,Тошовић,1985-11-30,P004712,
      """;

  private final Api owner;

  private DemoIndex(Api owner) {
    this.owner = owner;
  }

  public static DemoIndex of(Demonstration demonstration) throws IOException {
    return new DemoIndex(demonstration.signIn(City.BELGRADE, "DATA_OWNER"));
  }

  /** Fills the index if it is empty and lets Baku check it; does nothing where that was done. */
  public void lay() throws IOException, InterruptedException {
    fill();
    if (!offer().path("open").asBoolean(false)) {
      owner.put("checks/offers/" + City.BAKU.authority, Map.of("officerPerDay", 200));
    }
    await("The sealed index was not made", () -> offer().path("open").asBoolean(false));
  }

  /** Fills the index with invented persons if it is empty. */
  public void fill() throws IOException, InterruptedException {
    if (owner.get("records/index").json().path("records").asLong(0) == 0) {
      imported("known.csv", KNOWN, "demonstration: known");
      imported("invented.csv", invented(), "demonstration: invented");
    }
  }

  JsonNode offer() throws IOException {
    for (JsonNode offer : owner.get("checks/offers").json()) {
      if (offer.path("partner").asString("").equals(City.BAKU.authority)) {
        return offer;
      }
    }
    throw new Stop("Belgrade does not know Baku. Start the demonstration with --fresh.");
  }

  /** Takes a register in, checkable by Baku, and waits until it was read. */
  void imported(String name, String csv, String register) throws IOException, InterruptedException {
    Api.Answer taken =
        owner.file(
            "imports", name, BodyPublishers.ofByteArray(csv.getBytes(StandardCharsets.UTF_8)));
    String id = taken.text("id");
    Map<String, Object> plan = new HashMap<>();
    plan.put("kind", "person");
    plan.put("register", register);
    plan.put("category", "suspect-or-convicted");
    plan.put("offence", "drug-trafficking");
    plan.put("evaluation", "B2");
    plan.put("handling", List.of("H1"));
    plan.put("reviewDays", 180);
    plan.put("eraseDays", 720);
    plan.put("checkableBy", List.of(City.BAKU.authority));
    if (owner.post("imports/" + id + "/start", plan).status() >= 300) {
      throw new Stop("Belgrade did not take the register " + name + " in.");
    }
    await(
        "The register was not read", () -> owner.get("imports/" + id).text("state").equals("done"));
  }

  private interface Look {
    boolean there() throws IOException;
  }

  private static void await(String fault, Look look) throws IOException, InterruptedException {
    for (int i = 0; i < MOST_LOOKS; i++) {
      if (look.there()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    throw new Stop(fault + ". Look at Belgrade's log.");
  }

  private static String invented() throws IOException {
    InventCommand command = new InventCommand();
    command.count = INVENTED;
    command.seed = SEED;
    StringWriter csv = new StringWriter();
    command.write(csv);
    return csv.toString();
  }
}
