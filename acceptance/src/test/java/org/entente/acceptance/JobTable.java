package org.entente.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What each job took, as {@code ./entente jobs} shows it; several classes add to one table. */
final class JobTable {
  private static final Path FILE = Path.of("target", "jobs.txt");

  private final Map<String, String> lines = new LinkedHashMap<>();

  /** Notes what a hand took since it was last asked. */
  Hand.Effort noted(String job, String by, Hand hand, String aim) {
    return noted(job, by, hand.took(), aim);
  }

  Hand.Effort noted(String job, String by, Hand.Effort effort, String aim) {
    lines.put(
        job + by,
        String.format(
            Locale.ROOT,
            "%-50s %-6s %6d %6d %9d  %s%n",
            job,
            by,
            effort.steps(),
            effort.loads(),
            effort.scrolled(),
            aim));
    return effort;
  }

  void write() throws IOException {
    Files.createDirectories(FILE.getParent());
    StringBuilder all = new StringBuilder();
    if (!Files.exists(FILE)) {
      all.append(
          String.format(
              Locale.ROOT,
              "%-50s %-6s %6s %6s %9s  %s%n",
              "job",
              "by",
              "steps",
              "loads",
              "scroll px",
              "aim"));
    }
    lines.values().forEach(all::append);
    Files.writeString(
        FILE, all, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
