package org.entente.bench.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Counts how often a process flushes a file to disk, where the machine has {@code strace}. */
final class Flushes {
  private static final long BEGINS_MILLIS = 700;

  private final Process counting;
  private final Path report;

  private Flushes(Process counting, Path report) {
    this.counting = counting;
    this.report = report;
  }

  static Flushes of(long pid) throws IOException, InterruptedException {
    Path report = Files.createTempFile("entente-flushes", ".txt");
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "exec strace -f -c -U calls,name -e trace=fsync,fdatasync,msync -p "
                    + pid
                    + " -o "
                    + report)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    TimeUnit.MILLISECONDS.sleep(BEGINS_MILLIS);
    return new Flushes(process, report);
  }

  /** Ends the counting and says how many a message took. */
  String each(int messages) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(counting.pid())).start().waitFor();
    counting.waitFor(10, TimeUnit.SECONDS);
    long calls =
        Files.readAllLines(report).stream()
            .map(line -> line.strip().split("\\s+"))
            .filter(words -> words.length == 2 && words[1].matches("f(data)?sync|msync"))
            .mapToLong(words -> Long.parseLong(words[0]))
            .sum();
    Files.delete(report);
    return calls == 0
        ? "not counted (no strace)"
        : String.format(Locale.ROOT, "%.1f", (double) calls / messages);
  }
}
