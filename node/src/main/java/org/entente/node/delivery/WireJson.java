package org.entente.node.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
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

  /** A field of a content; longer or stranger ones would not be shown well. */
  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_-]{1,40}");

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
          .annotationIntrospector(new LaterFields())
          .injectableValues(LaterFields.values())
          .addModule(StrictTexts.module())
          .build();

  private WireJson() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Content of a later version than its first. */
  public static byte[] bytes(Object content, int version) {
    ObjectNode whole = MAPPER.createObjectNode().put("version", version);
    whole.setAll((ObjectNode) MAPPER.valueToTree(content));
    return MAPPER.writeValueAsBytes(whole);
  }

  public static <T> T read(String text, Class<T> type) {
    return whole(MAPPER.readValue(text, type));
  }

  public static <T> T read(byte[] bytes, Class<T> type) {
    return whole(MAPPER.readValue(bytes, type));
  }

  /**
   * Reads content, which carries a version of its own: none is version 1 and read strictly. Of a
   * later version, the fields that are not known here are named beside it.
   *
   * @throws NotSupported when it says a code that is not known here
   */
  public static <T> Understood<T> content(byte[] bytes, Class<T> type) {
    try { // Nearly all is of version 1, and is parsed once; whatever is not shows below what it is.
      return new Understood<>(read(bytes, type), List.of());
    } catch (JacksonException e) {
      return versioned(bytes, type);
    }
  }

  private static <T> Understood<T> versioned(byte[] bytes, Class<T> type) {
    try {
      if (!(read(bytes, JsonNode.class) instanceof ObjectNode later) || !later.has("version")) {
        return new Understood<>(read(bytes, type), List.of());
      }
      if (as(later.remove("version"), Integer.class) < 2) {
        throw new UnfitJson("Version 1 of a content is not written");
      }
      return later(later, type);
    } catch (InvalidFormatException e) {
      throw e.getTargetType().isEnum() && e.getValue() instanceof String ? new NotSupported() : e;
    }
  }

  /** Takes out what is not known, one field after the other, until the rest is understood. */
  private static <T> Understood<T> later(ObjectNode content, Class<T> type) {
    Set<String> unknown = new TreeSet<>();
    while (unknown.size() <= Understood.MOST) {
      try {
        return new Understood<>(as(content, type), List.copyOf(unknown));
      } catch (UnrecognizedPropertyException e) {
        unknown.add(withdrawn(content, e.getPath()));
      }
    }
    throw new UnfitJson("A later version adds few fields");
  }

  /** Takes a field out and returns where it stood. */
  private static String withdrawn(ObjectNode content, List<JacksonException.Reference> path) {
    JsonNode holder = content;
    List<String> place = new ArrayList<>();
    for (JacksonException.Reference step : path.subList(0, path.size() - 1)) {
      String name = step.getPropertyName();
      holder = name == null ? holder.path(step.getIndex()) : holder.path(name);
      place.add(name == null ? Integer.toString(step.getIndex()) : name);
    }
    String field = path.getLast().getPropertyName();
    if (!(holder instanceof ObjectNode object)
        || field == null
        || !FIELD.matcher(field).matches()
        || object.remove(field) == null) {
      throw new UnfitJson("A field of a later version has a plain name");
    }
    place.add(field);
    return String.join(".", place);
  }

  /** A part of what was read. */
  static <T> T as(JsonNode part, Class<T> type) {
    return whole(MAPPER.treeToValue(part, type));
  }

  private static <T> T whole(T value) {
    if (value == null || Whole.missing(value).isPresent()) {
      throw new UnfitJson("A field is missing");
    }
    return value;
  }

  /** It is JSON, and not what is expected; says nothing of what stands in it. */
  private static final class UnfitJson extends JacksonException {
    private static final long serialVersionUID = 1L;

    UnfitJson(String said) {
      super(said);
    }
  }
}
