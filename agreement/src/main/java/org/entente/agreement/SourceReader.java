package org.entente.agreement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads strict JSON (RFC 8259, with the limits of RFC 7493) or plain YAML 1.2, and remembers where
 * each value stood. The same words have the same hash in both.
 */
final class SourceReader {

  /** A treaty in four languages takes some 20 KiB. */
  static final int MAX_BYTES = 256 * 1024;

  /** The formats nest seven deep. */
  private static final int MAX_DEPTH = 16;

  private static final int MAX_STRING_CHARS = 4_000;
  private static final int MAX_NAME_CHARS = 200;
  private static final int MAX_NUMBER_CHARS = 30;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(MAX_STRING_CHARS)
          .maxNameLength(MAX_NAME_CHARS)
          .maxNumberLength(MAX_NUMBER_CHARS)
          .build();

  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(LIMITS).build();

  private static final YAMLFactory YAML =
      YAMLFactory.builder().streamReadConstraints(LIMITS).build();

  /** What came of it. */
  sealed interface Outcome {
    record Parsed(Source source) implements Outcome {}

    record Unreadable(Fault fault) implements Outcome {}
  }

  private final String file;
  private final Map<String, Source.Place> places = new HashMap<>();

  private SourceReader(String file) {
    this.file = file;
  }

  static Outcome read(String file, byte[] json) {
    return new SourceReader(file).read(json);
  }

  private Outcome read(byte[] json) {
    if (json.length > MAX_BYTES) {
      return unreadable(
          FaultCode.TOO_LARGE, new Source.Place(0, 0), "", "More than " + MAX_BYTES + " bytes.");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException notUtf8) {
      return unreadable(FaultCode.NOT_UTF8, new Source.Place(0, 0), "", "The bytes are not UTF-8.");
    }
    try (JsonParser parser = parser(text)) {
      parser.nextToken();
      JsonNode root = value(parser, "");
      if (parser.nextToken() != null) {
        throw new Stop(FaultCode.NOT_JSON, place(parser), "", "Something follows the end.");
      }
      return new Outcome.Parsed(new Source(file, root, places));
    } catch (Stop stop) {
      return unreadable(stop.code, stop.place, stop.pointer, stop.sentence);
    } catch (StreamConstraintsException tooLarge) {
      return unreadable(
          FaultCode.TOO_LARGE,
          place(tooLarge.getLocation()),
          "",
          "A name, text, number or nesting is longer than its limit.");
    } catch (JacksonException broken) {
      return unreadable(
          FaultCode.NOT_JSON,
          place(broken.getLocation()),
          "",
          "This is neither JSON nor YAML here.");
    }
  }

  /** A JSON file begins with a brace, a YAML file with a name or a comment. */
  private static JsonParser parser(String text) {
    TokenStreamFactory language = text.stripLeading().startsWith("{") ? JSON : YAML;
    return language.createParser(ObjectReadContext.empty(), text);
  }

  private JsonNode value(JsonParser parser, String pointer) {
    refuseIndirection(parser, pointer);
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new Stop(FaultCode.NOT_JSON, new Source.Place(1, 1), pointer, "The file is empty.");
    }
    places.put(pointer, place(parser));
    return switch (token) {
      case START_OBJECT -> object(parser, pointer);
      case START_ARRAY -> array(parser, pointer);
      case VALUE_STRING -> NODES.stringNode(text(parser, pointer));
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(finite(parser, pointer));
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      // Ends and names are consumed where their object or array is read.
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new Stop(FaultCode.NOT_JSON, place(parser), pointer, "No value stands here.");
    };
  }

  /**
   * A file says what it means where it stands: an anchor, an alias or a tag of YAML makes one place
   * depend on another, which neither a reader on paper nor a hash should have to follow.
   */
  private static void refuseIndirection(JsonParser parser, String pointer) {
    if (parser instanceof YAMLParser yaml
        && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
      throw new Stop(
          FaultCode.NOT_JSON, place(parser), pointer, "Anchors, aliases and tags are not read.");
    }
  }

  private JsonNode object(JsonParser parser, String pointer) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      Source.Place nameAt = place(parser);
      String name = wellFormed(parser.currentName(), nameAt, pointer);
      String inner = Source.step(pointer, name);
      if (object.has(name)) {
        throw new Stop(
            FaultCode.DUPLICATE_KEY, nameAt, inner, "The key \"" + name + "\" stands twice.");
      }
      parser.nextToken();
      object.set(name, value(parser, inner));
    }
    return object;
  }

  private JsonNode array(JsonParser parser, String pointer) {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, pointer + "/" + array.size()));
    }
    return array;
  }

  private String text(JsonParser parser, String pointer) {
    return wellFormed(parser.getString(), place(parser), pointer);
  }

  private static double finite(JsonParser parser, String pointer) {
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw new Stop(
          FaultCode.TOO_LARGE, place(parser), pointer, "The number is beyond IEEE 754 doubles.");
    }
    return value;
  }

  private static String wellFormed(String text, Source.Place place, String pointer) {
    // Half a surrogate pair has no UTF-8 form and so no hash (RFC 8785, 3.2.2.2).
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          throw new Stop(FaultCode.NOT_JSON, place, pointer, "Half a character stands here.");
        }
        i++;
      }
    }
    return text;
  }

  private Outcome unreadable(FaultCode code, Source.Place place, String pointer, String sentence) {
    return new Outcome.Unreadable(
        new Fault(
            file,
            place.line(),
            place.column(),
            Source.shortened(pointer),
            code,
            sentence,
            code.mend()));
  }

  private static Source.Place place(JsonParser parser) {
    return place(parser.currentTokenLocation());
  }

  private static Source.Place place(TokenStreamLocation location) {
    OptionalInt line =
        location == null ? OptionalInt.empty() : OptionalInt.of(location.getLineNr());
    return line.isEmpty() || line.getAsInt() < 1
        ? new Source.Place(0, 0)
        : new Source.Place(line.getAsInt(), location.getColumnNr());
  }

  /** Leaves the recursion; never leaves this class. */
  private static final class Stop extends RuntimeException {
    private final transient FaultCode code;
    private final transient Source.Place place;
    private final transient String pointer;
    private final transient String sentence;

    Stop(FaultCode code, Source.Place place, String pointer, String sentence) {
      super(null, null, false, false);
      this.code = code;
      this.place = place;
      this.pointer = pointer;
      this.sentence = sentence;
    }
  }
}
