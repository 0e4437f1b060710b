package org.entente.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run over every parser; {@code ./entente fuzz} runs as long as wanted. */
class FuzzTest {
  private static final int SECONDS = 8;

  @TempDir private static Path folder = Path.of("");

  @Test
  void noParserThrowsOrAcceptsASecondSpelling() throws Exception {
    assertThat(run("all", SECONDS)).as("see target/fuzz-all.log").isZero();
  }

  @Test
  void aPlantedDefectIsFound() throws Exception {
    assertThat(run("planted", SECONDS)).isNotZero();
    assertThat(Files.readString(log("planted"))).contains("the planted defect");
  }

  @Test
  void everySeedIsTaken() throws Exception {
    assertThat(Targets.ALL).hasSizeGreaterThan(6);
    for (Target target : Targets.ALL) {
      assertThat(target.seeds()).as(target.name()).isNotEmpty();
      for (byte[] seed : target.seeds()) {
        target.parser().feed(seed);
      }
    }
  }

  private static Path log(String name) {
    return Path.of("target", "fuzz-" + name + ".log").toAbsolutePath();
  }

  /** Runs the fuzzer as a process of its own: its findings and its agent stay out of this one. */
  private static int run(String name, int seconds) throws IOException, InterruptedException {
    Path here = Files.createDirectories(folder.resolve(name));
    start(name, here, "org.entente.fuzz.Fuzz", "seeds");
    return start(
        name,
        here,
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=org.entente.fuzz.Fuzz",
        "--instrumentation_includes=org.entente.**",
        "-max_total_time=" + seconds,
        "-max_len=8192",
        "-artifact_prefix=" + here + File.separator,
        "seeds");
  }

  private static int start(String name, Path here, String... what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
    command.add("-D" + Fuzz.CHOSEN + "=" + name);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(Arrays.asList(what));
    Process process =
        new ProcessBuilder(command)
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(name).toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
