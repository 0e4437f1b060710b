package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.ActKind;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.WireJson;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureHeader;
import org.entente.node.measures.MeasureKind;
import org.entente.node.measures.Stated;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays the scripts of docs/protocol/conformance against a node. */
@OnMixedDatabases
class ConformanceTest extends HandWritten {
  private static final Path DOCUMENTS = Path.of("..", "docs");
  private static final Path SCRIPTS = DOCUMENTS.resolve("protocol/conformance");

  /** They need a node that holds another agreement, or none, or lost a receipt. */
  private static final Set<String> NOT_PLAYED = Set.of("no-agreement", "matter-known");

  static List<String> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyCodeOfTheReceiversChecksHasAScript() throws IOException {
    String protocol = Files.readString(DOCUMENTS.resolve("protocol.md"));
    int from = protocol.indexOf("## What the receiver checks");
    String section = protocol.substring(from, protocol.indexOf("\n## ", from + 1));
    Matcher codes = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`").matcher(section);
    Set<String> named = codes.results().map(code -> code.group(1)).collect(Collectors.toSet());
    Set<String> played =
        scripts().stream().map(name -> name.replace(".txt", "")).collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(10);
    named.removeAll(NOT_PLAYED);
    assertThat(played).containsAll(named);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aNodeAnswersAsTheScriptSays(String script) throws Exception {
    String text = Files.readString(SCRIPTS.resolve(script));
    for (String paragraph : text.strip().split("\n\n+", -1)) {
      new Scene(paragraph).play();
    }
  }

  /** One paragraph of a script. */
  private final class Scene {
    private static final Pattern SENDS = Pattern.compile("A sends an? ([a-z]+)");
    private static final Pattern AHEAD = Pattern.compile("sealed ([0-9]+) minutes ahead");

    private final String paragraph;
    private final UUID first = UUID.randomUUID();
    private UUID message = first;
    private UUID address = first;
    private String header = "";
    private String content = "";
    private Duration ahead = Duration.ZERO;
    private byte[] sealed = new byte[0];

    Scene(String paragraph) {
      this.paragraph = paragraph;
    }

    void play() throws Exception {
      int answers = 0;
      for (String line : paragraph.lines().filter(l -> !l.startsWith("#")).toList()) {
        Matcher sends = SENDS.matcher(line);
        if (sends.matches()) {
          Optional<MeasureKind> measure = MeasureKind.ofCode(sends.group(1));
          if (measure.isPresent()) {
            begin(measure.get());
          } else {
            begin(ActKind.ofCode(sends.group(1)).orElseThrow());
          }
        } else if (line.startsWith("  ")) {
          change(line.strip());
        } else if (line.equals("A seals it again")) {
          sealed = new byte[0];
        } else if (line.startsWith("B answers ")) {
          assertThat(answer()).as(paragraph).isEqualTo(line.substring("B answers ".length()));
          answers++;
        } else {
          assertThat(line).isEqualTo("A sends the same bytes");
        }
      }
      assertThat(answers).as(paragraph).isPositive();
    }

    private void begin(ActKind kind) {
      message = header.isEmpty() ? first : UUID.randomUUID();
      address = message;
      header = header(kind, baku.id, message, ActKind.REQUEST).text();
      Content says =
          switch (kind) {
            case REQUEST -> request();
            case REPLY -> reply(clock.instant());
            case CLOSURE -> new Content.Closure("The matter is solved.");
            default -> throw new AssertionError("No script sends " + kind);
          };
      content = new String(Contents.bytes(says), StandardCharsets.UTF_8);
      ahead = Duration.ZERO;
      sealed = new byte[0];
    }

    /** A message of an urgent measure; what follows is of the first of the paragraph. */
    private void begin(MeasureKind kind) {
      message = header.isEmpty() ? first : UUID.randomUUID();
      address = message;
      boolean opens = kind == MeasureKind.ALERT;
      Stated stated =
          new Stated(
              OffenceArea.DRUG_TRAFFICKING,
              Optional.of(UrgencyReason.THREAT_TO_LIFE),
              Optional.empty(),
              0,
              false,
              false,
              false,
              OptionalInt.empty());
      header =
          new MeasureHeader(
                  kind,
                  baku.id,
                  belgrade.id,
                  opens ? message : first,
                  "AZ-2026-U000042",
                  opens
                      ? Optional.of(baku.agreements.all().getFirst().hash().value())
                      : Optional.empty(),
                  opens ? Optional.of(stated) : Optional.empty(),
                  "0f".repeat(16))
              .text();
      Measure says =
          opens
              ? new Measure.Alert(
                  "A lorry with drugs crossed the border.",
                  "Preševo",
                  "Last night.",
                  "Nobody yet.",
                  "Stop it before it reaches the town.",
                  null,
                  Set.of(HandlingCode.H1),
                  null,
                  "en")
              : new Measure.Correction(Measure.Corrects.ERROR, "");
      content = WireJson.write(says);
      ahead = Duration.ZERO;
      sealed = new byte[0];
    }

    private void change(String line) {
      Matcher far = AHEAD.matcher(line);
      if (far.matches()) {
        ahead = Duration.ofMinutes(Long.parseLong(far.group(1)));
      } else if (line.equals("address another message")) {
        address = UUID.randomUUID();
      } else if (line.startsWith("content is ")) {
        content = line.substring("content is ".length());
      } else if (line.startsWith("header ")) {
        header = changed(header, line.substring("header ".length()));
      } else {
        assertThat(line).startsWith("content ");
        content = changed(content, line.substring("content ".length()));
      }
    }

    private String changed(String text, String change) {
      String[] sides = (change + " ").split(" => ?", 2);
      String from = said(sides[0]);
      assertThat(text).as(paragraph).contains(from);
      return text.replaceFirst(
          Pattern.quote(from), Matcher.quoteReplacement(said(sides[1].strip())));
    }

    private String said(String text) {
      return text.replace("$agreement", baku.agreements.all().getFirst().hash().value())
          .replace("$message", message.toString())
          .replace("$first", first.toString())
          .replace("$another", UUID.randomUUID().toString());
    }

    private String answer() throws Exception {
      if (sealed.length == 0) {
        clock.pass(ahead);
        sealed = sealed(message, header, content.getBytes(StandardCharsets.UTF_8));
        clock.pass(ahead.negated());
      }
      try (HttpClient http = asNodeOf(BAKU_KEYS)) {
        HttpResponse<byte[]> answer = post(http, address, sealed);
        if (answer.statusCode() != 200) {
          return answer.statusCode()
              + " "
              + code(answer).replaceAll(".*urn:entente:problem:([a-z-]+).*", "$1");
        }
        Receipt receipt = read(answer.body());
        return receipt.code() == null
            ? receipt.verdict().name()
            : receipt.verdict().name() + " " + receipt.code();
      }
    }
  }
}
