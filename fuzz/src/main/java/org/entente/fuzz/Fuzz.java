package org.entente.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Where Jazzer comes in: one target by name, or all of them, the first byte of the input choosing.
 * As a program it lays down the seeds: {@code Fuzz FOLDER}.
 */
public final class Fuzz {
  /** The name of a target, {@code all}, or {@code planted} to see that a finding is noticed. */
  static final String CHOSEN = "entente.fuzz";

  private static final String ALL = "all";
  private static final String PLANTED = "planted";
  private static final byte[] TRAP = {'t', 'r', 'a', 'p'};

  private static final List<Target> TARGETS = chosen(System.getProperty(CHOSEN, ALL));
  private static final boolean ONE = TARGETS.size() == 1;

  private Fuzz() {}

  /** Called by Jazzer with every input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    if (ONE) {
      TARGETS.getFirst().parser().feed(input);
    } else if (input.length > 0) {
      Target target = TARGETS.get(Byte.toUnsignedInt(input[0]) % TARGETS.size());
      target.parser().feed(Arrays.copyOfRange(input, 1, input.length));
    }
  }

  /** Writes the seeds of what is chosen into a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (int i = 0; i < TARGETS.size(); i++) {
      Target target = TARGETS.get(i);
      for (int n = 0; n < target.seeds().size(); n++) {
        byte[] seed = target.seeds().get(n);
        byte[] file = new byte[seed.length + (ONE ? 0 : 1)];
        System.arraycopy(seed, 0, file, file.length - seed.length, seed.length);
        if (!ONE) {
          file[0] = (byte) i;
        }
        Files.write(folder.resolve("seed-" + target.name() + "-" + n), file);
      }
    }
  }

  private static List<Target> chosen(String name) {
    if (name.equals(ALL)) {
      return Targets.ALL;
    }
    List<Target> found =
        name.equals(PLANTED)
            ? List.of(new Target(PLANTED, Fuzz::planted, List.of(new byte[] {'t', 'r', 'a', 'q'})))
            : Targets.ALL.stream().filter(target -> target.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no target of this name, but: "
              + Targets.ALL.stream().map(Target::name).toList());
    }
    return found;
  }

  private static void planted(byte[] input) {
    if (Arrays.equals(input, TRAP)) {
      throw new IllegalStateException("the planted defect");
    }
  }
}
