package org.entente.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final int BAR_CHARS = 30;

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
    Api api = Api.signIn(port, login, ScreenCommand.password());
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
        ScreenCommand.done(
            api.post(
                "checks", Map.of("kind", kind, "said", said, "partners", partners, "why", why())));
    JsonNode view = asked.json();
    while (view.path("waiting").asBoolean(false)) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      view = ScreenCommand.done(api.get("checks/" + asked.text("id"))).json();
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
    Api.Answer taken =
        ScreenCommand.done(
            api.file("checks/lists", file.getFileName().toString(), BodyPublishers.ofFile(file)));
    String id = taken.text("id");
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("partners", partners);
    wanted.put("why", why());
    if (!columns.isEmpty()) {
      wanted.put("columns", columns);
    }
    Api.Answer view = ScreenCommand.done(api.post("checks/lists/" + id + "/start", wanted));
    System.err.println("The list waits until a second person releases it on the node's page.");
    while (List.of("waiting", "running").contains(view.text("state"))) {
      show(view);
      Thread.sleep(LOOK_AGAIN_MILLIS);
      view = ScreenCommand.done(api.get("checks/lists/" + id));
    }
    show(view);
    System.err.println();
    Path results = out == null ? beside(file) : out;
    try (InputStream csv = api.stream("checks/lists/" + id + "/results.csv")) {
      Files.copy(csv, results, StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.printf(
        Locale.ROOT,
        "%d lines, %d with possible matches, %d that could not be asked. Written to %s%n",
        number(view, "rowsRead"),
        number(view, "met"),
        number(view, "faults"),
        results);
    if (!view.text("state").equals("done")) {
      throw new Stop("The list was given up. Look at the node's page of lists.");
    }
    return number(view, "met") > 0 ? HIT : 0;
  }

  private static Path beside(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".checks.csv");
  }

  private static long number(Api.Answer view, String field) {
    return view.json().path(field).asLong(0);
  }

  private static void show(Api.Answer view) {
    int percent = (int) number(view, "percent");
    int full = percent * BAR_CHARS / 100;
    System.err.printf(
        Locale.ROOT,
        "\r  [%s%s] %d %%  %s  %d possible matches",
        "#".repeat(full),
        ".".repeat(BAR_CHARS - full),
        percent,
        view.text("waits").isEmpty() ? view.text("state") : view.text("waits"),
        number(view, "met"));
  }
}
