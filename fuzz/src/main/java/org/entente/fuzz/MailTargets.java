package org.entente.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.node.casework.Content;
import org.entente.node.delivery.Abilities;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.Understood;
import org.entente.node.delivery.WireJson;
import org.entente.node.measures.MeasureHeader;
import tools.jackson.core.JacksonException;

/** What of mail comes from partners: envelopes, contents of later versions, abilities. */
final class MailTargets {
  private static final String SALT = "00112233445566778899aabbccddeeff";

  private MailTargets() {}

  static List<Target> all() {
    return List.of(
        new Target(
            "mail-envelope",
            MailTargets::envelope,
            List.of(
                bytes(
                    "{\"version\":1,\"notice\":\"recall\",\"from\":\"az.mia\",\"to\":\"rs.mup\",\"salt\":\""
                        + SALT
                        + "\"}"))),
        new Target(
            "mail-measure",
            MailTargets::measure,
            List.of(
                bytes(
                    "{\"version\":1,\"measure\":\"seen\",\"from\":\"rs.mup\",\"to\":\"az.mia\",\"matter\":\"019ab1f0-7c00-7000-8000-000000000021\",\"reference\":\"RS-2026-U000003\",\"agreement\":null,\"stated\":null,\"salt\":\""
                        + SALT
                        + "\"}"))),
        new Target(
            "mail-abilities",
            MailTargets::abilities,
            List.of(
                bytes(
                    "{\"version\":1,\"mail\":[{\"family\":\"kind\",\"headers\":[1,2],\"content\":1,\"kinds\":[\"reply\",\"request\"]}]}"))),
        new Target(
            "mail-content",
            MailTargets::content,
            List.of(
                bytes("{\"outcome\":\"Solved.\"}"),
                bytes("{\"version\":2,\"outcome\":\"Solved.\",\"more\":{\"of\":[1]}}"))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void envelope(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      if (!Envelope.read(text).text().equals(text)) {
        throw new AssertionError("an envelope is not the text it was read from");
      }
    } catch (IllegalArgumentException e) {
      // Refused, as most inputs are.
    }
  }

  private static void measure(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      MeasureHeader read = MeasureHeader.parse(text);
      if (!MeasureHeader.parse(read.text()).equals(read)) {
        throw new AssertionError("a header of a measure does not read back");
      }
    } catch (IllegalArgumentException e) {
      // Refused, as most inputs are.
    }
  }

  private static void abilities(byte[] input) {
    try {
      Target.oneSpelling(input, Abilities.read(input).bytes());
    } catch (IllegalArgumentException e) {
      // Refused, as most inputs are.
    }
  }

  private static void content(byte[] input) {
    try {
      Understood<Content.Closure> read = WireJson.content(input, Content.Closure.class);
      if (read.notUnderstood().size() > 100) {
        throw new AssertionError("names without end were kept");
      }
    } catch (JacksonException | IllegalArgumentException e) {
      // Refused, as most inputs are.
    }
  }
}
