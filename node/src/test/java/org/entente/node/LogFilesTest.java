package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * The log that a node writes, in a machine of its own, set up by the file that a node is set up by.
 */
class LogFilesTest {
  private static final int LINES = 40_000;
  private static final int LINE_BYTES = 2000;
  private static final long MEGABYTE = 1024 * 1024;

  /** What docs/operating.md promises. */
  private static final long MOST_BYTES = 64 * MEGABYTE;

  @Test
  void whoMakesANodeWriteEightyMegabytesOfLinesTakesNoMoreThanSixtyFourOfItsDisk(
      @TempDir Path folder) throws Exception {
    List<Long> sizes = new ArrayList<>();
    Process writing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writing.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      while (!writing.waitFor(100, TimeUnit.MILLISECONDS)) {
        sizes.add(taken(folder));
      }
    } finally {
      writing.destroyForcibly().waitFor();
    }
    sizes.add(taken(folder));

    assertThat(writing.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
    assertThat(sizes).allSatisfy(size -> assertThat(size).isLessThan(MOST_BYTES));
    assertThat(sizes.getLast()).as("the newest are kept").isGreaterThan(20 * MEGABYTE);
    try (var lines = Files.lines(folder.resolve("node.log"))) {
      assertThat(lines.reduce((first, second) -> second).orElse("")).endsWith("The last line.");
    }
  }

  private static long taken(Path folder) throws Exception {
    long bytes = 0;
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += file.toFile().length(); // None where it was turned over a moment ago.
      }
    }
    return bytes;
  }

  /** Writes lines that no packing makes much smaller. */
  static final class Writing {
    private Writing() {}

    public static void main(String[] arguments) throws Exception {
      SpringApplication application = new SpringApplication(Writing.class);
      application.setWebApplicationType(WebApplicationType.NONE);
      application.setDefaultProperties(Map.of("entente.folder", arguments[0]));
      application.run();
      var log = LoggerFactory.getLogger(Writing.class);
      var random = new Random(1);
      byte[] bytes = new byte[LINE_BYTES / 2];
      for (int i = 0; i < LINES; i++) {
        random.nextBytes(bytes);
        log.info("{}", HexFormat.of().formatHex(bytes));
      }
      log.info("The last line.");
    }
  }
}
