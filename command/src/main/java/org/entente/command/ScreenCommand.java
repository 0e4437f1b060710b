package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin final ReadingOptions reading = new ReadingOptions();

  @Option(names = "--out", description = "File for the results; beside the list if left out.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(list)) {
      throw new Stop(list + " cannot be read. Give the path of a list.");
    }
    ListRun run = ListRun.take(Api.signIn(port, login), "screenings", list);
    Map<String, Object> wanted = new LinkedHashMap<>(Map.of("reason", reason));
    if (!reading.said().isEmpty()) {
      wanted.put("reading", reading.said());
    }
    Api.Answer started = run.start(wanted, columns);
    Api.Answer ended = run.follow(started, Set.of("running"), view -> "");
    run.write(
        ended,
        out == null ? ListRun.beside(list, ".matches.csv") : out,
        "read",
        "The list was not read to its end. Look at the node's page of lists.");
    return 0;
  }
}
