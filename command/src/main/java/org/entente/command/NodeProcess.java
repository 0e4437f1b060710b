package org.entente.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node as a process of its own. */
public final class NodeProcess implements AutoCloseable {
  /** Without a word in its log. */
  private static final Duration START = Duration.ofSeconds(120);

  private static final Duration LONGEST_START = Duration.ofMinutes(15);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final long BETWEEN_LOOKS_MILLIS = 50;

  private final Process process;
  private final Path log;
  private final int webPort;

  private NodeProcess(Process process, Path log, int webPort) {
    this.process = process;
    this.log = log;
    this.webPort = webPort;
  }

  /** The program of a node: the folder with {@code node.jar} that the build lays out. */
  static Path program() {
    String app = System.getProperty("entente.node.app", "node/target/app");
    Path jar = Path.of(app, "node.jar").toAbsolutePath();
    if (!Files.exists(jar)) {
      throw new Stop(jar + " is missing. Run './entente build' first.");
    }
    return jar;
  }

  /** The class cache that makes starts fast; made by {@link FastStart}. */
  static Path cache() {
    return program().resolveSibling("node.aot");
  }

  public static NodeProcess start(Path folder, int webPort, String... options) throws IOException {
    List<String> all = new ArrayList<>();
    if (Files.exists(cache())) {
      all.add("-XX:AOTCache=" + cache());
    }
    all.addAll(List.of(options));
    List<String> command = command(all);
    command.add(folder.toString());
    // The node writes node.log itself and turns it over; here comes what its machine says alone.
    Path log = folder.resolve("node.out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    return new NodeProcess(process, log, webPort);
  }

  /** A Java that runs the program of a node; what follows are the program's own arguments. */
  static List<String> command(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:aot=off");
    command.add("-Xlog:cds=off");
    command.add("-Xmx512m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:+UseSerialGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.add("-jar");
    command.add(program().toString());
    return command;
  }

  /** Waits until the node answers. */
  public NodeProcess awaitReady() throws InterruptedException {
    long latest = System.nanoTime() + LONGEST_START.toNanos();
    long end = System.nanoTime() + START.toNanos();
    long said = 0;
    while (!answers(webPort)) {
      if (log.toFile().length() > said) { // A slow machine is at work; one that is silent is stuck.
        said = log.toFile().length();
        end = Math.min(latest, System.nanoTime() + START.toNanos());
      }
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new Stop("The node did not start. Its log says why: " + log + tail(log));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
    return this;
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Number of the process, for whoever measures it from outside. */
  public long pid() {
    return process.pid();
  }

  /** Waits until the process ends and returns its status. */
  int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the process without warning, as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    close(STOP);
  }

  /** Asks the process to end, and ends it if it has not within this time. */
  void close(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether a node answers on this port, whether or not anybody answers its alarms; while nothing
   * listens, finding out costs nearly nothing.
   */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) LOOK.toMillis());
    } catch (IOException e) {
      return false;
    }
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(LOOK).build()) {
      URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health/node");
      HttpRequest request = HttpRequest.newBuilder(health).timeout(LOOK).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether nothing listens on this port. */
  public static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static String tail(Path log) {
    return lastLines(log) + lastLines(log.resolveSibling("node.log"));
  }

  private static String lastLines(Path log) {
    try {
      if (!Files.exists(log)) {
        return "";
      }
      List<String> lines = Files.readAllLines(log);
      return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
