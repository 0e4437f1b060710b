package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.entente.node.store.StoreEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A whole node on a file system of its own that is really full. */
class FullDiskTest {
  private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
  private static final String SENTENCE = "The database could not be written";

  private final HttpClient http = HttpClient.newHttpClient();
  private Path around = Path.of("");
  private Path disk = Path.of("");
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void mount(@TempDir Path folder) throws Exception {
    around = folder;
    disk = Files.createDirectory(folder.resolve("disk"));
    String refused = run("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", disk.toString());
    if (!refused.isEmpty()) {
      System.out.println("FullDiskTest is left out, no disk can be mounted here: " + refused);
    }
    assumeThat(refused).isEmpty();
  }

  @AfterEach
  void unmount() throws Exception {
    http.close();
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    run("umount", disk.toString());
  }

  /** What a command says where it fails; empty where it does not. */
  private static String run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? "" : said + " ";
    } catch (IOException e) {
      return e + " ";
    }
  }

  private record Started(Process process, Path output, int port) {}

  private Started started() throws Exception {
    Path output = around.resolve("output-" + started.size());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogging.level.org.springframework.boot=INFO",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                disk.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    started.add(process);
    Path log = disk.resolve("node.log");
    long from = Files.exists(log) ? Files.size(log) : 0;
    int[] port = new int[1];
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> {
          if (!process.isAlive()) {
            throw new AssertionError("It did not start: " + Files.readString(output));
          }
          String said = Files.exists(log) ? Files.readString(log) : "";
          Matcher found = PORT.matcher(said.substring((int) Math.min(from, said.length())));
          if (found.find()) {
            port[0] = Integer.parseInt(found.group(1));
          }
          return port[0] > 0 && said.indexOf("Started Node", (int) from) > 0;
        });
    return new Started(process, output, port[0]);
  }

  private HttpResponse<String> asked(
      Started node, String token, String path, Optional<Map<String, Object>> body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/api/v1/" + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json");
    body.ifPresent(said ->
        request.POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(said))));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String token(Started node, String login) throws Exception {
    HttpResponse<String> answer =
        asked(
            node,
            "",
            "tokens",
            Optional.of(
                Map.of(
                    "login", login, "password", RunningNode.PASSWORD, "label", "test", "days", 1)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningNode.read(answer).path("token").asString("");
  }

  /** A look, which is an entry of the ledger. */
  private int searched(Started node, String token) throws Exception {
    return asked(node, token, "search", Optional.of(Map.of("text", "Cavid Hüseynzadə")))
        .statusCode();
  }

  /** How many entries the ledger holds. */
  private long entries(Started node, String token) throws Exception {
    String checkpoint = asked(node, token, "ledger/checkpoint", Optional.empty()).body();
    return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
  }

  /** Leaves room for a few more entries. */
  private void fill(Path filler) throws IOException {
    byte[] block = new byte[4_096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
        file.setLength(file.length() - (256 << 10));
      }
    }
  }

  @Test
  void aNodeOnAFullDiskEndsWithAStatusAndOneSentenceAndGoesOnOnceThereIsRoom() throws Exception {
    RunningNode.found(disk);
    Started node = started();
    String token = token(node, "desk");
    assertThat(searched(node, token)).isEqualTo(200);
    Path filler = disk.resolve("filler");

    fill(filler);
    long before = entries(node, token);
    int taken = 0;
    boolean answers = true;
    while (answers && taken < 5_000) {
      try {
        taken += searched(node, token) == 200 ? 1 : 0;
      } catch (IOException e) {
        answers = false; // It is gone, which is what is waited for.
      }
    }

    assertThat(node.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(node.process().exitValue())
        .as(Files.readString(node.output()))
        .isEqualTo(StoreEnd.NOT_WRITTEN);
    List<String> said = Files.readAllLines(node.output());
    assertThat(said).filteredOn(line -> line.contains(SENTENCE)).hasSize(1);
    assertThat(said).noneMatch(line -> line.startsWith("\tat "));

    Files.delete(filler);
    Started again = started();
    assertThat(taken).as("looks answered before the disk was full").isPositive();
    assertThat(entries(again, token)).isGreaterThanOrEqualTo(before + taken);
    assertThat(searched(again, token)).as("the token of before").isEqualTo(200);
  }
}
