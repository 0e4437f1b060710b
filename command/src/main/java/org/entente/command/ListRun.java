package org.entente.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A list of persons that a running node works through: sent, started, followed with a bar, its
 * results written to a file.
 *
 * @param path of the list under the API
 */
record ListRun(Api api, String path) {
  private static final long LOOK_AGAIN_MILLIS = 300;
  private static final int BAR_CHARS = 30;

  /**
   * Sends a list.
   *
   * @param lists where the API takes lists of this kind
   * @throws Stop when the node does not take it
   */
  static ListRun take(Api api, String lists, Path file) throws IOException {
    Api.Answer taken =
        api.file(lists, file.getFileName().toString(), BodyPublishers.ofFile(file)).orStop();
    ReadingOptions.tell(taken.json());
    return new ListRun(api, lists + "/" + taken.text("id"));
  }

  /**
   * Starts the list.
   *
   * @param columns what its columns mean; as the node proposed if empty
   * @throws Stop when the node refuses
   */
  Api.Answer start(Map<String, Object> wanted, Map<String, String> columns) throws IOException {
    Map<String, Object> all = new HashMap<>(wanted);
    if (!columns.isEmpty()) {
      all.put("columns", columns);
    }
    return api.post(path + "/start", all).orStop();
  }

  /**
   * Shows the list's progress until it is in none of these states.
   *
   * @param now what stands between percentage and matches
   * @return the list as it ended
   */
  Api.Answer follow(Api.Answer started, Set<String> going, Function<Api.Answer, String> now)
      throws IOException, InterruptedException {
    Api.Answer view = started;
    while (going.contains(view.text("state"))) {
      show(view, now.apply(view));
      Thread.sleep(LOOK_AGAIN_MILLIS);
      view = api.get(path).orStop();
    }
    show(view, now.apply(view));
    System.err.println();
    return view;
  }

  private static void show(Api.Answer view, String now) {
    int percent = (int) view.number("percent");
    int full = percent * BAR_CHARS / 100;
    System.err.printf(
        Locale.ROOT,
        "\r  [%s%s] %d %%  %s%d possible matches",
        "#".repeat(full),
        ".".repeat(BAR_CHARS - full),
        percent,
        now,
        view.number("met"));
  }

  /**
   * Writes the results and says so.
   *
   * @param faults what could not be done with a faulty line
   * @param unfinished what to tell when the list was not worked through
   * @throws Stop when the list was not worked through; what there is has been written
   */
  void write(Api.Answer ended, Path file, String faults, String unfinished) throws IOException {
    try (InputStream results = api.stream(path + "/results.csv")) {
      Files.copy(results, file, StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.printf(
        Locale.ROOT,
        "%d lines, %d with possible matches, %d that could not be %s. Written to %s%n",
        ended.number("rowsRead"),
        ended.number("met"),
        ended.number("faults"),
        faults,
        file);
    if (!ended.text("state").equals("done")) {
      throw new Stop(unfinished);
    }
  }

  /** A file beside a list, with the list's name and another ending. */
  static Path beside(Path list, String ending) {
    String name = list.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return list.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
  }
}
