package org.entente.node.delivery;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as it crosses the border: unknown, repeated and missing fields, nulls, values of another
 * type, trailing text and deep nesting are refused; fields are written in the order of their
 * records. Safe for use by many threads.
 */
public final class WireJson {
  private static final int DEPTH_MAX = 12;

  /**
   * A proposal carries two files of at most 256 KiB in Base64; every other text is bounded by its
   * own rule.
   */
  private static final int TEXT_MAX = 360_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxStringLength(TEXT_MAX)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .addModule(StrictTexts.module())
          .build();

  private WireJson() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static <T> T read(String text, Class<T> type) {
    return whole(MAPPER.readValue(text, type));
  }

  public static <T> T read(byte[] bytes, Class<T> type) {
    return whole(MAPPER.readValue(bytes, type));
  }

  private static <T> T whole(T value) {
    if (value == null || Whole.missing(value).isPresent()) {
      throw new IncompleteJson();
    }
    return value;
  }

  /** A field is null that must not be; says nothing of the rest. */
  private static final class IncompleteJson extends JacksonException {
    private static final long serialVersionUID = 1L;

    IncompleteJson() {
      super("A field is missing");
    }
  }
}
