package org.entente.agreement;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.math.BigInteger;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds a file against its JSON Schema (2020-12) and says in our codes what is wrong. */
final class SchemaCheck {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(Dialects.getDraft202012());

  static final SchemaCheck INSTRUMENT = new SchemaCheck("entente-instrument", "instrument");
  static final SchemaCheck ARRANGEMENT = new SchemaCheck("entente-arrangement", "arrangement");

  static final SchemaCheck HISTORY = new SchemaCheck("entente-history", "history");

  /** The one version of each format. */
  private static final int VERSION = 1;

  private final String format;
  private final Schema schema;

  private SchemaCheck(String format, String name) {
    this.format = format;
    this.schema = REGISTRY.getSchema(Packed.text(name + ".schema.json"), InputFormat.JSON);
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
    if (!root.path("version").isIntegralNumber()
        || !root.path("version").bigIntegerValue().equals(BigInteger.valueOf(VERSION))) {
      return List.of(
          source.fault(
              "/version", FaultCode.UNKNOWN_VERSION, "The version is not " + VERSION + "."));
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
      case "required" -> source.fault(named, FaultCode.MISSING_FIELD, field + " is missing.");
      case "type" ->
          source.fault(pointer, FaultCode.WRONG_TYPE, "The value has another type than asked for.");
      case "enum", "const" ->
          source.fault(pointer, FaultCode.UNKNOWN_VALUE, "The value is not in the closed list.");
      case "pattern" ->
          source.fault(pointer, FaultCode.MALFORMED, "The value has not the shape asked for.");
      case "uniqueItems" ->
          source.fault(pointer, FaultCode.DUPLICATE, "The list holds something twice.");
      // The rest are bounds: lengths, counts and numbers.
      default ->
          source.fault(
              pointer, FaultCode.OUT_OF_BOUNDS, "The value breaks " + error.getKeyword() + ".");
    };
  }
}
