package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the class cache that lets a node start in a fraction of the time (JEP 483 and 514): one
 * throwaway node is started and stopped, and the virtual machine writes down what it loaded.
 */
public final class FastStart {
  private FastStart() {}

  /** Makes the cache unless it fits the program; a failure only costs speed. */
  public static void prepare() throws IOException, InterruptedException {
    Path cache = NodeProcess.cache();
    Path program = NodeProcess.program();
    if (Files.exists(cache)
        && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(program)) > 0) {
      return;
    }
    Files.deleteIfExists(cache);
    System.out.println("Preparing fast starts (once, some 20 s) …");
    Path folder = Files.createTempDirectory("entente-training");
    Path trained = folder.resolve("node.aot");
    try {
      Demonstration training = new Demonstration(folder, freePort());
      training.found(false);
      NodeProcess node =
          NodeProcess.start(
              training.node(Demonstration.City.BAKU).path(),
              training.webPort(Demonstration.City.BAKU),
              "-XX:AOTCacheOutput=" + trained,
              "-Xlog:aot=off",
              "-Xlog:cds=off");
      try (node) {
        node.awaitReady();
      }
      if (Files.exists(trained)) {
        Files.copy(trained, cache);
      }
    } finally {
      Demonstration.deleteTree(folder);
    }
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
