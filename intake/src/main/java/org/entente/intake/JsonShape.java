package org.entente.intake;

import java.util.List;
import java.util.Optional;
import org.entente.intake.FileLayout.Format;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a text is JSON, and in which shape. */
final class JsonShape {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonShape() {}

  /** An object on each line, or one document; empty if it is no JSON. */
  static Optional<Format> of(String start) {
    String text = start.stripLeading();
    if (text.startsWith("[")) {
      String within = text.substring(1).stripLeading();
      return within.startsWith("{") || within.startsWith("[") || within.startsWith("]")
          ? Optional.of(Format.JSON)
          : Optional.empty();
    }
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    List<String> lines = text.lines().filter(l -> !l.isBlank()).limit(2).toList();
    boolean lined =
        lines.size() > 1
            && lines.get(1).stripLeading().startsWith("{")
            && !lines.getFirst().strip().equals("{");
    return Optional.of(lined || flat(lines.getFirst()) ? Format.JSON_LINES : Format.JSON);
  }

  /** An object that is a row and no wrapping of rows. */
  private static boolean flat(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      return node.isObject()
          && (node.has("schema") || node.values().stream().noneMatch(JsonShape::rows));
    } catch (JacksonException e) {
      // An object whose end is on another line.
      return !line.strip().equals("{") && line.strip().endsWith("}");
    }
  }

  private static boolean rows(JsonNode node) {
    return node.isArray() && !node.isEmpty() && node.get(0).isObject();
  }
}
