package org.entente.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.command.Demonstration.City;

/**
 * Makes the class cache that lets a node start in a fraction of the time (JEP 483 and 514): one
 * throwaway node is started and stopped, and the virtual machine writes down what it loaded.
 */
public final class FastStart {
  /** Longer than a busy machine takes; a cache that is cut short would be worse than none. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * What is loaded is wanted, not how often each method ran: with such profiles the compiler is
   * busy in every start (16 seconds of processor until a node answers, 11 without).
   */
  private static final String NO_PROFILES = "-XX:TieredStopAtLevel=1";

  private FastStart() {}

  /**
   * Makes the cache unless it fits the program; a failure only costs speed. Where several processes
   * ask at the same time, one makes it and the others wait.
   */
  public static void prepare() throws IOException, InterruptedException {
    Path cache = NodeProcess.cache();
    if (fits(cache)) {
      return; // Also where the program lies in a folder that cannot be written.
    }
    try (FileChannel file =
            FileChannel.open(
                cache.resolveSibling(cache.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = file.lock()) {
      if (!fits(cache)) {
        make(cache);
      }
    }
  }

  private static boolean fits(Path cache) throws IOException {
    return Files.exists(cache)
        && Files.getLastModifiedTime(cache)
                .compareTo(Files.getLastModifiedTime(NodeProcess.program()))
            > 0;
  }

  private static void make(Path cache) throws IOException, InterruptedException {
    Files.deleteIfExists(cache);
    System.out.println("Preparing fast starts (once, some 20 s) …");
    Path folder = Files.createTempDirectory("entente-training");
    Path whole = cache.resolveSibling(cache.getFileName() + ".new");
    try {
      Path loaded = folder.resolve("node.aotconf");
      if (trained(folder, NO_PROFILES, "-XX:AOTMode=record", "-XX:AOTConfiguration=" + loaded)
          && assembled(loaded, whole)) {
        Files.move(whole, cache, StandardCopyOption.ATOMIC_MOVE);
      } else {
        System.out.println("Fast starts could not be prepared; nodes start more slowly.");
      }
    } finally {
      Files.deleteIfExists(whole);
      Demonstration.deleteTree(folder);
    }
  }

  /** A node starts, an officer signs in and looks at the cases, and the node ends. */
  private static boolean trained(Path folder, String... options)
      throws IOException, InterruptedException {
    Demonstration training = new Demonstration(folder, freePort());
    training.found(false);
    NodeProcess node = training.start(City.BAKU, options);
    try {
      node.awaitReady();
      training.signIn(City.BAKU, "DESK").get("cases");
      return true;
    } catch (Stop e) { // A machine too busy to start one in time; the nodes that count try again.
      return false;
    } finally {
      node.close(PATIENCE); // What was loaded is written down at the end.
    }
  }

  /** Makes the cache from what was loaded; a process that is cut short leaves none. */
  private static boolean assembled(Path loaded, Path cache)
      throws IOException, InterruptedException {
    List<String> command =
        NodeProcess.command(
            List.of(
                NO_PROFILES,
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + loaded,
                "-XX:AOTCache=" + cache));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue() == 0 && Files.exists(cache) && Files.size(cache) > 0;
  }

  private static int freePort() {
    for (int port = 18_440; port < 19_440; port += 20) {
      if (NodeProcess.free(port + 1) && NodeProcess.free(port + 11)) {
        return port;
      }
    }
    throw new Stop("No free port was found between 18440 and 19440.");
  }
}
