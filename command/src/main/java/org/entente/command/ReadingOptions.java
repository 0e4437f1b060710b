package org.entente.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How a list is read; what is left out is read as the list proposes. */
final class ReadingOptions {
  @Option(names = "--encoding", description = "Such as windows-1251 or IBM852.")
  @Nullable String charset;

  @Option(names = "--delimiter", description = "One character between the cells of CSV.")
  @Nullable String delimiter;

  @Option(
      names = "--header",
      negatable = true,
      fallbackValue = "true",
      description = "Whether the first row names the columns.")
  @Nullable Boolean header;

  @Option(names = "--above", description = "Lines before the table.")
  @Nullable Integer above;

  @Option(names = "--sheet", description = "Sheet of a workbook.")
  @Nullable String sheet;

  @Option(names = "--dates", description = "both, day-first or month-first, as in 03/04/1985.")
  @Nullable String dates;

  @Option(names = "--several", description = "usual, always or never: several values in a cell.")
  @Nullable String several;

  @Option(names = "--nothing", description = "A further word for \"nothing\"; may be repeated.")
  List<String> nothing = new ArrayList<>();

  /** What was said, as the API takes it; empty if nothing was. */
  Map<String, Object> said() {
    Map<String, Object> said = new HashMap<>();
    put(said, "charset", charset);
    put(said, "delimiter", delimiter);
    put(said, "header", header);
    put(said, "above", above);
    put(said, "sheet", sheet);
    put(said, "dates", dates);
    put(said, "several", several);
    put(said, "nothing", nothing.isEmpty() ? null : nothing);
    return said;
  }

  private static void put(Map<String, Object> said, String field, @Nullable Object value) {
    if (value != null) {
      said.put(field, value);
    }
  }

  /** Tells what a list leaves open, with what each choice would read. */
  static void tell(JsonNode taken) {
    for (JsonNode doubt : taken.path("doubts")) {
      System.err.printf(
          "Open: %s, read as %s%n",
          doubt.path("about").asString(""), doubt.path("chosen").asString(""));
      for (JsonNode choice : doubt.path("choices")) {
        List<String> sample = new ArrayList<>();
        choice.path("sample").forEach(word -> sample.add(word.asString("")));
        System.err.printf(
            "  %-20s %s%n", choice.path("value").asString(""), String.join(" · ", sample));
      }
    }
  }
}
