package org.entente.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Makes the class cache that lets a node start in a fraction of the time (JEP 483 and 514): one
 * throwaway node is started and stopped, and the virtual machine writes down what it loaded.
 */
public final class FastStart {
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
        Path whole = cache.resolveSibling(cache.getFileName() + ".new");
        Files.copy(trained, whole, StandardCopyOption.REPLACE_EXISTING);
        Files.move(whole, cache, StandardCopyOption.ATOMIC_MOVE);
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
