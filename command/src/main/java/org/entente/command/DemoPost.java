package org.entente.command;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.command.Demonstration.City;
import org.entente.command.Demonstration.Someone;

/** The duty posts of the demonstration, so that a newcomer sees an alarm ring. */
final class DemoPost {
  private static final int NOT_FOUND = 404;

  private static final List<Map<String, Object>> DAILY =
      List.of(step("on-watch"), step("everyone"));

  private final Demonstration demonstration;

  DemoPost(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  /** Plans the post of each ministry that has none: who is at the desk holds it day by day. */
  void plan() throws IOException {
    for (City city : City.MINISTRIES) {
      Api supervisor = demonstration.signIn(city, "SUPERVISOR");
      if (supervisor.get("duty/watch").status() == NOT_FOUND) {
        Api.Answer _ = plan(city, DAILY).orStop();
      }
    }
  }

  /** Plans the post of a ministry as it was at first. */
  void planAnew(City city) throws IOException {
    Api.Answer _ = plan(city, DAILY).orStop();
  }

  /** Plans the post of a ministry with these steps, whatever was planned before. */
  Api.Answer plan(City city, List<Map<String, Object>> steps) throws IOException {
    Api supervisor = demonstration.signIn(city, "SUPERVISOR");
    Map<String, Object> post = new HashMap<>(post(city));
    post.put("steps", steps);
    post.put("version", supervisor.get("duty/watch").number("version"));
    return supervisor.put("duty/post", post);
  }

  private Map<String, Object> post(City city) throws IOException {
    Someone desk = demonstration.officer(city, "DESK");
    Someone approver = demonstration.officer(city, "APPROVER");
    return Map.of(
        "title",
        "Contact point",
        "zone",
        desk.zone(),
        "members",
        List.of(desk.login(), approver.login()),
        "layers",
        List.of(
            Map.of(
                "turns",
                List.of(desk.login()),
                "from",
                LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                "change",
                "08:00",
                "days",
                1)),
        "decayMinutes",
        30,
        "risk",
        "A demonstration reaches nobody outside its pages.");
  }

  private static Map<String, Object> step(String whom) {
    return Map.of("whom", whom, "ways", List.of("browser"), "minutes", 5);
  }
}
