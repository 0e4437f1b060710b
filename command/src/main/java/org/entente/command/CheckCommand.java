package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Asks partners blindly, from a running node: about one subject, or about a list. */
@Command(
    name = "check",
    description = {
      "Asks partners whether they hold something on somebody, without telling them whom.",
      "The password is asked for, or taken from the variable ENTENTE_PASSWORD."
    },
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  private static final long LOOK_AGAIN_MILLIS = 200;

  /** Somebody may have to look: a partner has a possible match. */
  private static final int HIT = 10;

  @Option(names = "--port", description = "Port of the node's pages.")
  int port = 8440;

  @Option(names = "--login", required = true, description = "A desk officer's or analyst's login.")
  String login = "";

  @Option(names = "--to", required = true, description = "Partners, such as rs.mup.", split = ",")
  List<String> partners = new ArrayList<>();

  @Option(names = "--kind", description = "person, document, vehicle, firearm, phone, account, …")
  String kind = "person";

  @Option(
      names = "--say",
      paramLabel = "FIELD=VALUE",
      description = "Who is meant: given=, family=, born=, passport=, document=, plate=, …")
  Map<String, String> said = new LinkedHashMap<>();

  @Option(names = "--list", description = "A list of persons (CSV, JSON Lines, Excel) instead.")
  @Nullable Path list;

  @Option(
      names = "--column",
      paramLabel = "COLUMN=FIELD",
      description = "What a column of the list means; as proposed if left out.")
  Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--out", description = "File for the results of a list.")
  @Nullable Path out;

  @Option(names = "--purpose", required = true, description = "What for.")
  String purpose = "";

  @Option(names = "--case", required = true, description = "Reference of the case.")
  String reference = "";

  @Option(names = "--offence", required = true, description = "Such as drug-trafficking.")
  String offence = "";

  @Option(names = "--category", description = "Role of the person in the case.")
  String category = "suspect-or-convicted";

  @Option(names = "--aim", description = "identify or learn-more.")
  String aim = "identify";

  @Option(
      names = "--agreement",
      split = ",",
      description = {
        "Hash of the agreement it rests on, where several with one partner carry it;",
        "the node names them when it has to be chosen."
      })
  List<String> agreements = new ArrayList<>();

  @Option(names = "--months", description = "Highest penalty for the offence, in months.")
  @Nullable Integer months;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Path> file = Optional.ofNullable(list);
    if (file.isEmpty() == said.isEmpty()) {
      throw new Stop("Say who is meant with --say FIELD=VALUE, or give a --list.");
    }
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw new Stop(file.get() + " cannot be read. Give the path of a list.");
    }
    Api api = Api.signIn(port, login);
    return file.isPresent() ? list(api, file.get()) : one(api);
  }

  private Map<String, Object> why() {
    Map<String, Object> why = new HashMap<>();
    why.put("purpose", purpose);
    why.put("caseReference", reference);
    why.put("offence", offence);
    why.put("category", category);
    why.put("aim", aim);
    why.put("maxPenaltyMonths", months);
    return why;
  }

  private int one(Api api) throws IOException, InterruptedException {
    Api.Answer asked =
        api.post(
                "checks",
                Map.of(
                    "kind",
                    kind,
                    "said",
                    said,
                    "partners",
                    partners,
                    "why",
                    why(),
                    "agreements",
                    agreements))
            .orStop();
    JsonNode view = asked.json();
    while (view.path("waiting").asBoolean(false)) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      view = api.get("checks/" + asked.text("id")).orStop().json();
    }
    boolean hit = false;
    for (JsonNode answer : view.path("answers")) {
      hit |= answer.path("state").asString("").equals("hit");
      System.out.printf(
          Locale.ROOT,
          "%-14s %-10s %s%n",
          answer.path("partner").asString(""),
          answer.path("state").asString(""),
          detail(answer));
    }
    if (hit) {
      System.out.println("A hit is a possible match until a person at the partner confirms it.");
    }
    return hit ? HIT : 0;
  }

  private static String detail(JsonNode answer) {
    return switch (answer.path("state").asString("")) {
      case "hit" -> answer.path("quality").asString("") + " " + answer.path("families");
      case "not-asked" -> answer.path("reason").asString("");
      default -> "";
    };
  }

  private int list(Api api, Path file) throws IOException, InterruptedException {
    ListRun run = ListRun.take(api, "checks/lists", file);
    Api.Answer started =
        run.start(Map.of("partners", partners, "why", why(), "agreements", agreements), columns);
    System.err.println("The list waits until a second person releases it on the node's page.");
    Api.Answer ended = run.follow(started, Set.of("waiting", "running"), CheckCommand::now);
    run.write(
        ended,
        out == null ? ListRun.beside(file, ".checks.csv") : out,
        "asked",
        "The list was given up. Look at the node's page of lists.");
    return ended.number("met") > 0 ? HIT : 0;
  }

  /** What a list waits for, or how it stands. */
  private static String now(Api.Answer view) {
    return (view.text("waits").isEmpty() ? view.text("state") : view.text("waits")) + "  ";
  }
}
