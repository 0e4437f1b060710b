package org.entente.command;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a list of persons against the national index of a running node. */
@Command(
    name = "screen",
    description = {
      "Holds a list of persons (CSV, JSON Lines, Excel) against the national index of a node.",
      "The password is asked for, or taken from the variable ENTENTE_PASSWORD."
    },
    mixinStandardHelpOptions = true)
public final class ScreenCommand implements Callable<Integer> {
  private static final long LOOK_AGAIN_MILLIS = 300;
  private static final int BAR_CHARS = 30;

  @Parameters(paramLabel = "LIST")
  Path list = Path.of("");

  @Option(names = "--port", description = "Port of the node's pages.")
  int port = 8440;

  @Option(names = "--login", required = true, description = "An analyst's login.")
  String login = "";

  @Option(names = "--reason", required = true, description = "Why; kept with the ledger's entry.")
  String reason = "";

  @Option(
      names = "--column",
      paramLabel = "COLUMN=FIELD",
      description = "What a column means, such as Name=name or DOB=born; as proposed if left out.")
  Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--out", description = "File for the results; beside the list if left out.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(list)) {
      throw new Stop(list + " cannot be read. Give the path of a list.");
    }
    Api api = Api.signIn(port, login, password());
    Api.Answer taken =
        done(api.file("screenings", list.getFileName().toString(), BodyPublishers.ofFile(list)));
    String id = taken.text("id");
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("reason", reason);
    if (!columns.isEmpty()) {
      wanted.put("columns", columns);
    }
    Api.Answer view = done(api.post("screenings/" + id + "/start", wanted));
    while (view.text("state").equals("running")) {
      show(view);
      Thread.sleep(LOOK_AGAIN_MILLIS);
      view = done(api.get("screenings/" + id));
    }
    show(view);
    System.err.println();
    Path file = out == null ? beside() : out;
    try (InputStream results = api.stream("screenings/" + id + "/results.csv")) {
      Files.copy(results, file, StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.printf(
        Locale.ROOT,
        "%s lines, %s with possible matches, %s that could not be read. Written to %s%n",
        number(view, "rowsRead"),
        number(view, "met"),
        number(view, "faults"),
        file);
    if (!view.text("state").equals("done")) {
      throw new Stop("The list was not read to its end. Look at the node's page of lists.");
    }
    return 0;
  }

  private Path beside() {
    String name = list.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return list.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".matches.csv");
  }

  private static long number(Api.Answer view, String field) {
    return view.json().path(field).asLong(0);
  }

  static String password() {
    return Optional.ofNullable(System.getenv("ENTENTE_PASSWORD"))
        .or(() -> Optional.ofNullable(System.getProperty("entente.password")))
        .or(() ->
            Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("Password: "))
                .map(String::new))
        .orElseThrow(() -> new Stop("Set ENTENTE_PASSWORD, or run the command in a terminal."));
  }

  static Api.Answer done(Api.Answer answer) {
    if (answer.status() >= 300) {
      throw new Stop(
          answer.text("detail").isEmpty()
              ? "The node answered " + answer.status() + "."
              : answer.text("detail"));
    }
    return answer;
  }

  private static void show(Api.Answer view) {
    int percent = (int) number(view, "percent");
    int full = percent * BAR_CHARS / 100;
    System.err.printf(
        Locale.ROOT,
        "\r  [%s%s] %d %%  %d possible matches",
        "#".repeat(full),
        ".".repeat(BAR_CHARS - full),
        percent,
        number(view, "met"));
  }
}
