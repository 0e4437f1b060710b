package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entente.node.records.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folders that two nodes of an earlier release left, after the demonstration was told there: they
 * open, are migrated and show what they held. All persons in them are invented.
 */
class EarlierFolderTest {
  @TempDir Path folder;

  private RunningNode opened(String city) throws IOException {
    try (InputStream packed = resource(city + ".zip");
        ZipInputStream zip = new ZipInputStream(packed)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(zip, file);
      }
    }
    return RunningNode.of(folder);
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        EarlierFolderTest.class.getResourceAsStream("/folders/38888de/" + name), name);
  }

  /** What the API answers to the officer of this role. */
  private static JsonNode asked(RunningNode node, String token, String path) throws Exception {
    HttpResponse<String> answer = node.send(node.program(token, "/api/v1/" + path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningNode.read(answer);
  }

  private static String token(RunningNode node, String city, String role) throws Exception {
    try (InputStream file = resource(city + "-sign-ins.json")) {
      for (JsonNode officer : JsonMapper.shared().readTree(file).path("officers")) {
        if (officer.path("roles").toString().contains(role)) {
          HttpResponse<String> answer =
              node.askForToken(
                  officer.path("login").asString(""), officer.path("password").asString(""));
          return RunningNode.read(answer).path("token").asString("");
        }
      }
    }
    throw new AssertionError("Nobody is " + role);
  }

  private static List<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  @Test
  void aFolderOfAnEarlierReleaseShowsItsCasesMessagesAndChecks() throws Exception {
    try (RunningNode baku = opened("baku")) {
      String desk = token(baku, "baku", "DESK");

      JsonNode open =
          each(asked(baku, desk, "cases")).stream()
              .filter(each -> each.path("reference").asString("").equals("AZ-2026-000003"))
              .findFirst()
              .orElseThrow();
      JsonNode message =
          asked(baku, desk, "cases/" + open.path("id").asString("")).path("messages").path(0);

      assertThat(message.path("state").asString("")).isEqualTo("delivered");
      assertThat(message.path("content").path("person").path("familyName").asString(""))
          .isEqualTo("Hüseynzadə");
      assertThat(each(asked(baku, desk, "checks")))
          .anySatisfy(check -> assertThat(check.path("answers").toString()).contains("\"hit\""))
          .anySatisfy(check -> assertThat(check.path("answers").toString()).contains("\"no-hit\""));
    }
  }

  @Test
  void aFolderOfAnEarlierReleaseFindsItsRecords() throws Exception {
    try (RunningNode belgrade = opened("belgrade")) {
      belgrade.part(Records.class).awaitIndex();
      String analyst = token(belgrade, "belgrade", "ANALYST");

      HttpResponse<String> found =
          belgrade.json(
              belgrade.program(analyst, "/api/v1/records/search"),
              "{\"name\":\"Petar Đorđević\",\"born\":\"1990-01-02\"}");

      assertThat(found.statusCode()).isEqualTo(200);
      assertThat(each(RunningNode.read(found)))
          .extracting(record -> record.path("name").asString(""))
          .contains("Петар Ђорђевић");
    }
  }
}
