package org.entente.formats.json;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the first object of a JSON document says of itself, as far as its head reaches: its own
 * names, with their values where these are texts. What stands deeper says nothing of what the whole
 * is.
 */
public final class JsonHead {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, String> own;

  private JsonHead(Map<String, String> own) {
    this.own = own;
  }

  /**
   * Reads the head of a document, which may break off anywhere; of a list, its first object.
   *
   * @param head any text
   */
  public static JsonHead of(String head) {
    Map<String, String> own = new HashMap<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), head)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = parser.nextToken();
      }
      if (token == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          property(parser, own);
        }
      }
    } catch (JacksonException broken) {
      // As much as was read before it broke off is what it says.
    }
    return new JsonHead(own);
  }

  private static void property(JsonParser parser, Map<String, String> own) {
    String name = parser.currentName();
    own.put(name, "");
    JsonToken value = parser.nextToken();
    if (value == JsonToken.VALUE_STRING) {
      own.put(name, parser.getString());
    }
    parser.skipChildren();
  }

  public boolean has(String name) {
    return own.containsKey(name);
  }

  /** The text under a name; empty where there is none. */
  public String text(String name) {
    return own.getOrDefault(name, "");
  }
}
