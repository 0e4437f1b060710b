package org.entente.evidence;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON of a container, read so that nothing that would be written otherwise is taken. */
final class IndexText {
  private static final int DEPTH_MAX = 12;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private IndexText() {}

  static byte[] write(Index index) {
    return MAPPER.writeValueAsBytes(index);
  }

  static Index read(byte[] json) throws Refused {
    try {
      JsonNode tree = MAPPER.readTree(json);
      String format = tree.path("format").asString("");
      Refused.unless(
          format.equals(Index.FORMAT)
              || format.equals(Index.WITH_MEASURES)
              || !format.startsWith("entente-evidence/"),
          "unknown-version",
          "This evidence file was made by a newer version: update this software.");
      if (format.equals(Index.FORMAT) && tree instanceof ObjectNode first) {
        // Does not know measures: written again below, they are not there either.
        first.putArray("measures");
      }
      Index index = MAPPER.treeToValue(tree, Index.class);
      if (Arrays.equals(write(index), json)) {
        return index;
      }
    } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
      // Said below, without its content.
    }
    throw new Refused("index-malformed", "The index is not of the form of an evidence file.");
  }

  /** Any other JSON of the container; missing for what is none. */
  static JsonNode tree(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException malformed) {
      return tools.jackson.databind.node.MissingNode.getInstance();
    }
  }
}
