package org.entente.agreement;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Holds a file against its JSON Schema (2020-12) and says in our codes what is wrong. */
final class SchemaCheck {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(Dialects.getDraft202012());

  static final SchemaCheck INSTRUMENT = new SchemaCheck("entente-instrument", "instrument");
  static final SchemaCheck ARRANGEMENT = new SchemaCheck("entente-arrangement", "arrangement");

  static final SchemaCheck HISTORY = new SchemaCheck("entente-history", "history");

  /** The newest version of each format; the ones before it are read too. */
  private static final int NEWEST = 2;

  private final String format;
  private final Map<BigInteger, Schema> schemas;

  private SchemaCheck(String format, String name) {
    this.format = format;
    this.schemas =
        Map.of(
            BigInteger.ONE, schema(name + ".schema.json"),
            BigInteger.TWO, schema(name + ".2.schema.json"));
  }

  private static Schema schema(String file) {
    return REGISTRY.getSchema(Packed.text(file), InputFormat.JSON);
  }

  List<Fault> faults(Source source) {
    JsonNode root = source.root();
    if (!root.isObject()) {
      return List.of(source.fault("", FaultCode.WRONG_TYPE, "The file is not a JSON object."));
    }
    if (!root.path("format").asString("").equals(format)) {
      return List.of(
          source.fault(
              "/format", FaultCode.UNKNOWN_VERSION, "The format is not \"" + format + "\"."));
    }
    Schema schema =
        root.path("version").isIntegralNumber()
            ? schemas.get(root.path("version").bigIntegerValue())
            : null;
    if (schema == null) {
      return List.of(
          source.fault(
              "/version", FaultCode.UNKNOWN_VERSION, "The version is not 1 to " + NEWEST + "."));
    }
    return schema.validate(root).stream().map(error -> fault(source, error)).toList();
  }

  private static Fault fault(Source source, Error error) {
    String pointer = error.getInstanceLocation().toString();
    String property = error.getProperty() == null ? "" : error.getProperty();
    String named = Source.step(pointer, property);
    String field = "The field \"" + Source.shortened(property) + "\"";
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          source.fault(named, FaultCode.UNKNOWN_FIELD, field + " is not part of the format.");
      case "propertyNames" ->
          source.fault(
              pointer,
              FaultCode.UNKNOWN_FIELD,
              "Something stands here that is no language tag such as en or sr-Latn.");
      case "required" -> source.fault(named, FaultCode.MISSING_FIELD, field + " is missing.");
      case "type" -> source.fault(pointer, FaultCode.WRONG_TYPE, type(error));
      case "enum", "const" ->
          source.fault(pointer, FaultCode.UNKNOWN_VALUE, "The value is not in the closed list.");
      case "pattern" -> source.fault(pointer, FaultCode.MALFORMED, shape(pointer));
      case "uniqueItems" ->
          source.fault(pointer, FaultCode.DUPLICATE, "The list holds something twice.");
      // The rest are bounds: lengths, counts and numbers.
      default ->
          source.fault(
              pointer, FaultCode.OUT_OF_BOUNDS, "The value breaks " + error.getKeyword() + ".");
    };
  }

  /** The shapes that a field asks for, by its name, as examples. */
  private static final Map<String, String> SHAPES =
      Map.ofEntries(
          Map.entry("date", "A day is written \"2026-01-31\", in quotation marks."),
          Map.entry("at", "An instant is written \"2026-01-31T00:00:00Z\"."),
          Map.entry("address", "An address is one of electronic mail, such as desk@aa.example."),
          Map.entry("telephone", "A telephone number is written \"+99 12 345678\"."),
          Map.entry(
              "label",
              "A label is one to three small letters, such as a, in version 2 up to eight."),
          Map.entry("authority", "An authority is written such as aa.min."),
          Map.entry("country", "A country is two capital letters of ISO 3166-1, such as RS."),
          Map.entry("party", "A state is two capital letters of ISO 3166-1, such as RS."),
          Map.entry("towards", "A state is two capital letters of ISO 3166-1, such as RS."),
          Map.entry("id", "An identifier is written such as aa-bb-2026-01-31."),
          Map.entry("number", "A number is written such as 11, 11a or 11bis."),
          Map.entry("hash", "A hash is 64 digits of 0-9 and a-f, in quotation marks."),
          Map.entry("fingerprint", "A fingerprint is 64 digits of 0-9 and a-f."));

  private static String shape(String pointer) {
    return SHAPES.getOrDefault(
        pointer.substring(pointer.lastIndexOf('/') + 1),
        "The text holds a line break or another character that cannot stand here.");
  }

  private static String type(Error error) {
    String message = error.getMessage() == null ? "" : error.getMessage();
    if (message.contains("object expected")) {
      return "Fields stand here, such as a text by language: {en: \"...\"}.";
    }
    if (message.contains("array expected")) {
      return "A list stands here, such as [one, another].";
    }
    if (message.contains("string expected")) {
      return "A text stands here, in quotation marks.";
    }
    return message.contains("integer expected")
        ? "A whole number stands here, without quotation marks."
        : "The value has another type than asked for.";
  }
}
