package org.entente.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.entente.evidence.EvidenceFile;
import org.entente.evidence.Foreign;
import org.entente.evidence.Trust;
import org.entente.evidence.TrustedServices;

/** What of an evidence file comes from strangers: the container, its index, its time stamp. */
final class EvidenceTargets {
  private static final Trust TRUST =
      new Trust(List.of(), TrustedServices.NONE, (instrument, arrangement) -> "");

  private final Path file;

  private EvidenceTargets(Path file) {
    this.file = file;
  }

  static List<Target> all() {
    try {
      Path file = Files.createTempFile("fuzzed", ".asice");
      file.toFile().deleteOnExit();
      EvidenceTargets targets = new EvidenceTargets(file);
      return List.of(
          new Target("evidence-container", targets::container, List.of(seed("small.asice"))),
          new Target("evidence-index", EvidenceTargets::index, List.of(seed("index-v1.json"))),
          new Target(
              "evidence-time-stamp",
              EvidenceTargets::timeStamp,
              List.of(seed("time-answer-v1.der"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] seed(String name) throws IOException {
    try (InputStream in = EvidenceTargets.class.getResourceAsStream("/evidence/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private void container(byte[] input) throws IOException {
    Files.write(file, input);
    EvidenceFile.is(file);
    EvidenceFile.verify(file, TRUST);
  }

  private static void index(byte[] input) {
    Foreign.index(input).ifPresent(index -> Target.oneSpelling(input, index.bytes()));
  }

  private static void timeStamp(byte[] input) {
    Foreign.timeStamp(input);
  }
}
