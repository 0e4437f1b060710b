package org.entente.node.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real OpenSearch as a process of its own; it ends with this one. */
final class RunningCluster {
  private static final Path PROGRAM =
      Path.of("..", "search-cluster", "target", "app", "search-cluster.jar");
  private static final String READY = "listens on ";

  private final Process process;
  private final SearchCluster address;

  private RunningCluster(Process process, SearchCluster address) {
    this.process = process;
    this.address = address;
  }

  static RunningCluster start(Path folder) throws IOException {
    if (!Files.exists(PROGRAM)) {
      throw new AssertionError("Build search-cluster first: ./mvnw -pl search-cluster package");
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-jar",
                PROGRAM.toString(),
                folder.toString())
            .redirectError(folder.resolve("cluster.log").toFile())
            .start();
    BufferedReader said = process.inputReader();
    String line = said.readLine();
    while (line != null && !line.startsWith(READY)) {
      line = said.readLine();
    }
    if (line == null) {
      throw new AssertionError(Files.readString(folder.resolve("cluster.log")));
    }
    URI address = URI.create("http://127.0.0.1:" + line.substring(READY.length()));
    return new RunningCluster(process, new SearchCluster(address, "", ""));
  }

  SearchCluster address() {
    return address;
  }

  void stop() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
