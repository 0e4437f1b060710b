package org.entente.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entente.command.Demonstration.City;

/** A case is taken out as an evidence file and checked by a process that knows no node. */
final class EvidenceStory {
  private static final long CHECK_SECONDS = 60;

  private final Demonstration demonstration;
  private final Story story;
  private final Api supervisor;

  EvidenceStory(Demonstration demonstration, Story story) throws IOException {
    this.demonstration = demonstration;
    this.story = story;
    this.supervisor = demonstration.signIn(City.BAKU, "SUPERVISOR");
  }

  /** What a process of its own said of a file. */
  private record Said(int status, String text) {}

  /**
   * @param bakuCase a case that Baku and Belgrade exchanged messages in
   */
  void tell(String bakuCase) throws IOException, InterruptedException {
    story.step(10, "The case becomes an evidence file that a court checks without a node");
    byte[] container =
        supervisor
            .post(
                "cases/" + bakuCase + "/evidence",
                Map.of("reason", "The court asked for the file (walkthrough).", "language", "en"))
            .body();
    Path folder = Files.createTempDirectory("entente-evidence");
    try {
      Path file = Files.write(folder.resolve("case.asice"), container);
      Said said = verified(file);
      story.check(
          said.status() == 0 && said.text().contains("was signed by az.mia for rs.mup"),
          "Aytən Nəbiyeva takes the case out (%d bytes); a separate process upholds it",
          container.length);
      story.check(
          said.text().contains("its content erased at")
              && said.text().contains("rs.mup/witness countersigned"),
          "the erased reply is named as erased, and Belgrade countersigned the ledger");
      story.check(
          said.text().contains("no independent service stamped the time"),
          "it says what is not proven: without a time stamping service, the time");
      container[container.length / 2] ^= 1;
      Said changed = verified(Files.write(file, container));
      story.check(
          changed.status() == Stop.STATUS && changed.text().contains("NOT to be relied on"),
          "one byte changed: %s",
          changed.text().lines().findFirst().orElse(""));
    } finally {
      Files.deleteIfExists(folder.resolve("case.asice"));
      Files.delete(folder);
    }
  }

  private Said verified(Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Entente.class.getName());
    command.addAll(List.of("verify", file.toString()));
    for (City city : List.of(City.BAKU, City.BELGRADE)) {
      command.add("--card");
      command.add(demonstration.node(city).path().resolve("identity.card").toString());
    }
    Path out = file.resolveSibling("said.txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(CHECK_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new Stop("Checking the evidence file takes longer than it may.");
      }
      return new Said(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(out);
    }
  }
}
