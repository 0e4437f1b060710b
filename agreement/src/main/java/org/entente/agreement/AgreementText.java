package org.entente.agreement;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The words of a file place by place, so that two versions can be laid side by side. Thread-safe.
 */
public final class AgreementText {
  private AgreementText() {}

  /**
   * Every single value by its JSON Pointer, in the order of the pointers; empty for a file that
   * cannot be read.
   */
  public static Map<String, String> places(byte[] file) {
    Map<String, String> places = new TreeMap<>();
    if (SourceReader.read("file", file) instanceof SourceReader.Outcome.Parsed parsed) {
      add(places, "", parsed.source().root());
    }
    return places;
  }

  private static void add(Map<String, String> places, String pointer, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> add(places, Source.step(pointer, entry.getKey()), entry.getValue()));
    } else if (node.isArray()) {
      int position = 0;
      for (JsonNode item : node) {
        add(places, pointer + "/" + position++, item);
      }
    } else {
      places.put(pointer, node.asString());
    }
  }
}
