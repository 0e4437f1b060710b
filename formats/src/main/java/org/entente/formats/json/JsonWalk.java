package org.entente.formats.json;

import java.io.IOException;
import java.io.InputStream;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks through a JSON document and hands over its parts one by one, so that none is held whole.
 * Numbers are handed over as they are written.
 */
public final class JsonWalk {
  /** A document of some twenty thousand indicators; larger ones are for machines. */
  public static final long DOCUMENT_BYTES = 16L << 20;

  /** One string: the longest pattern or description, not a file in Base64. */
  private static final int STRING_CHARS = 4 << 20;

  private static final int DEPTH = 60;

  /** Values of one part. */
  private static final int PART_VALUES = 20_000;

  /** Characters of one part that are kept. */
  private static final int PART_CHARS = 1 << 20;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(DOCUMENT_BYTES)
                          .maxStringLength(STRING_CHARS)
                          .maxNumberLength(100)
                          .maxNestingDepth(DEPTH)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private int values;
  private int chars;

  private JsonWalk() {}

  /** Who looks at the parts; a path is {@code /objects[]} for each element of {@code objects}. */
  public interface Visitor {
    /** Whether what is under this path is looked at part by part. */
    boolean enters(String path);

    /** Takes a part. */
    void part(String path, JsonNode part);

    /** Learns that a part was larger than a part may be and was left. */
    void tooLarge(String path);
  }

  /**
   * Walks through a document.
   *
   * @throws FormatBroken if it is no JSON, breaks off or is too large
   */
  public static void walk(InputStream in, Visitor visitor) throws IOException {
    try (JsonParser parser = MAPPER.createParser(in)) {
      if (parser.nextToken() == null) {
        throw new FormatBroken(FormatFault.EMPTY);
      }
      visit(parser, "", visitor);
      if (parser.nextToken() != null) {
        throw new FormatBroken(FormatFault.DAMAGED);
      }
    } catch (StreamConstraintsException large) {
      throw new FormatBroken(FormatFault.TOO_LARGE);
    } catch (JacksonException damaged) {
      throw new FormatBroken(FormatFault.DAMAGED);
    }
  }

  /**
   * A short document as a whole, such as one line.
   *
   * @throws FormatBroken if it is no JSON or larger than a part may be
   */
  public static JsonNode part(String text) throws FormatBroken {
    try (JsonParser parser = MAPPER.createParser(text)) {
      parser.nextToken();
      JsonWalk walk = new JsonWalk();
      JsonNode node = parser.currentToken() == null ? NODES.missingNode() : walk.tree(parser);
      if (walk.over()) {
        throw new FormatBroken(FormatFault.TOO_LARGE);
      }
      if (parser.nextToken() != null) {
        throw new FormatBroken(FormatFault.DAMAGED);
      }
      return node;
    } catch (JacksonException damaged) {
      throw new FormatBroken(FormatFault.DAMAGED);
    }
  }

  private static void visit(JsonParser parser, String path, Visitor visitor) {
    JsonToken token = parser.currentToken();
    if (token.isStructStart() && visitor.enters(path)) {
      if (token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          visit(parser, path + "[]", visitor);
        }
      } else {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          visit(parser, path + "/" + name, visitor);
        }
      }
      return;
    }
    JsonWalk walk = new JsonWalk();
    JsonNode node = walk.tree(parser);
    if (walk.over()) {
      visitor.tooLarge(path);
    } else {
      visitor.part(path, node);
    }
  }

  private boolean over() {
    return values > PART_VALUES || chars > PART_CHARS;
  }

  private JsonNode tree(JsonParser parser) {
    values++;
    if (over()) {
      parser.skipChildren();
      return NODES.nullNode();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(tree(parser));
        }
        yield array;
      }
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> {
        String text = parser.getString();
        chars += text.length();
        yield NODES.stringNode(over() ? "" : text);
      }
    };
  }

  private ObjectNode object(JsonParser parser) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      chars += name.length();
      parser.nextToken();
      JsonNode value = tree(parser);
      if (!over()) {
        object.set(name, value);
      }
    }
    return object;
  }
}
