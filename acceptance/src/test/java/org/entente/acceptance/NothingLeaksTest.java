package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.command.Api;
import org.entente.command.Demonstration.City;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No word of a request is on either disk or on the wire. */
class NothingLeaksTest {
  private static final String WORD = "Zümrüdqaya-4711";
  private static final String SPOKEN = "Kvarcgrad-0815";

  @Test
  void noWordOfTheContentIsOnDiskOrWire(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (TwoNodes nodes = new TwoNodes(folder, TwoNodes.BRIEF)) {
      byte[] exhibit = ("exhibit " + WORD + " ").repeat(1_000).getBytes(StandardCharsets.UTF_8);
      imported(nodes.officer(City.BAKU, "DATA_OWNER"));
      TwoNodes.Sent sent =
          nodes.release(
              "The purpose names " + WORD + " in the middle.", BodyPublishers.ofByteArray(exhibit));
      nodes.awaitDelivered(sent);
      Api belgrade = nodes.officer(City.BELGRADE, "DESK");
      String theirs = nodes.inBelgrade(sent).getFirst().path("summary").path("id").asString("");
      Api.Answer question =
          belgrade.post(
              "cases/" + theirs + "/clarification-questions",
              Map.of("text", "Is " + SPOKEN + " meant by that?"));
      TwoNodes.require(
          belgrade.post("messages/" + question.text("messageId") + "/submission"), 200);
      nodes.await(
          City.BAKU,
          sent.caseId(),
          v -> v.path("summary").path("state").asString("").equals("clarification"));
      List<byte[]> wire = List.of(nodes.toBelgrade.recorded(), nodes.toBaku.recorded());

      List<String> found = new ArrayList<>();
      for (City city : City.MINISTRIES) {
        found.addAll(leaks(nodes.path(city)));
      }
      for (byte[] direction : wire) {
        assertThat(direction).hasSizeGreaterThan(10_000);
        found.addAll(leaks("wire", direction));
      }

      assertThat(found).isEmpty();
    }
  }

  /** A record whose name holds the word, in the national index. */
  private static void imported(Api owner) throws IOException, InterruptedException {
    byte[] register =
        ("name,born\n" + WORD + " Hüseynzadə,1984-03-21\n").getBytes(StandardCharsets.UTF_8);
    Api.Answer taken = owner.file("imports", "register.csv", BodyPublishers.ofByteArray(register));
    TwoNodes.require(taken, 201);
    Map<String, Object> plan = new HashMap<>();
    plan.put("kind", "person");
    plan.put("columns", Map.of("name", "name", "born", "born"));
    plan.put("register", "wanted");
    plan.put("category", "suspect-or-convicted");
    plan.put("offence", "drug-trafficking");
    plan.put("evaluation", "B2");
    plan.put("handling", List.of("H1"));
    plan.put("reviewDays", 180);
    plan.put("eraseDays", 1_000);
    plan.put("checkableBy", List.of("rs.mup"));
    String at = "imports/" + taken.text("id");
    TwoNodes.require(owner.post(at + "/start", plan), 202);
    Instant end = Instant.now().plus(TwoNodes.PATIENCE);
    while (owner.get(at).text("state").equals("running")) {
      assertThat(Instant.now()).as("the import ends").isBefore(end);
      Thread.sleep(TwoNodes.LOOK_MILLIS);
    }
    assertThat(owner.get(at).json().path("added").asLong(0)).isEqualTo(1);
    Api.Answer found = owner.post("records/search", Map.of("name", WORD));
    assertThat(found.status()).isEqualTo(200);
  }

  @Test
  void aWordPlantedOnPurposeIsFound(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.log"), "someone wrote " + WORD + " here");
    Files.writeString(folder.resolve("b.db"), SPOKEN, StandardCharsets.UTF_16LE);
    byte[] coded = Base64.getEncoder().encode(("x" + WORD).getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve("c.txt"), coded);

    assertThat(leaks(folder)).hasSize(3);
  }

  private static List<String> leaks(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        found.addAll(leaks(file.toString(), Files.readAllBytes(file)));
      }
    }
    return found;
  }

  private static List<String> leaks(String where, byte[] bytes) {
    String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> found = new ArrayList<>();
    for (String word : List.of(WORD, SPOKEN, "Hüseynzadə", "Гусейнзаде", "Eleven kilograms")) {
      for (String form : forms(word)) {
        if (haystack.contains(form)) {
          found.add(where + " holds a form of " + word);
        }
      }
    }
    return found;
  }

  /** The word as it would stand in common encodings, at each of the three Base64 offsets. */
  private static List<String> forms(String word) {
    List<String> forms = new ArrayList<>();
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      forms.add(new String(word.getBytes(charset), StandardCharsets.ISO_8859_1));
    }
    byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[offset + utf8.length];
      System.arraycopy(utf8, 0, shifted, offset, utf8.length);
      String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      forms.add(coded.substring(offset == 0 ? 0 : 4, coded.length() - 2));
    }
    return forms;
  }
}
