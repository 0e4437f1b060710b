package org.entente.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The cells of a JSON object. What stands in an object within it is a column of its own, {@code
 * name.given}; the properties of a FollowTheMoney entity are columns without more. A list of
 * objects is kept as it is written and marked.
 */
final class JsonCells {
  private static final int DEPTH = 4;

  private final Map<String, List<String>> cells = new LinkedHashMap<>();
  private final Map<String, RowFault> spoiled = new LinkedHashMap<>();
  private int chars;

  private JsonCells() {}

  /** The row of an object; broken if it is larger than a row may be. */
  static RawRow row(long line, JsonNode object) {
    JsonCells cells = new JsonCells();
    cells.add("", object, 0);
    if (cells.chars > Limits.ROW_CHARS) {
      return RawRow.broken(line, object.toString(), RowFault.ROW_TOO_LONG);
    }
    return cells.cells.size() > Limits.COLUMNS
        ? RawRow.broken(line, object.toString(), RowFault.CELLS_TOO_MANY)
        : RawRow.of(line, cells.cells, cells.spoiled);
  }

  private void add(String path, JsonNode object, int depth) {
    boolean entity = object.has("schema") && object.path("properties").isObject();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getValue().isObject() && depth < DEPTH) {
        add(entity && field.getKey().equals("properties") ? "" : name, field.getValue(), depth + 1);
      } else {
        put(name, field.getValue());
      }
      if (chars > Limits.ROW_CHARS || cells.size() > Limits.COLUMNS) {
        return;
      }
    }
  }

  private void put(String name, JsonNode value) {
    Optional<List<String>> values = values(value);
    List<String> all = values.orElseGet(() -> List.of(value.toString()));
    if (values.isEmpty()) {
      spoiled.put(name, RowFault.NOT_FLAT);
    }
    if (!all.isEmpty()) {
      cells.merge(
          name,
          all,
          (a, b) -> {
            List<String> both = new ArrayList<>(a);
            both.addAll(b);
            return both;
          });
      chars += all.stream().mapToInt(String::length).sum();
    }
  }

  private static Optional<List<String>> values(JsonNode node) {
    List<String> values = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node.values() : List.of(node)) {
      if (each.isContainer()) {
        return Optional.empty();
      }
      String value = each.isNull() ? "" : each.isNumber() ? number(each) : each.asString("");
      if (!value.isBlank()) {
        values.add(value);
      }
    }
    return Optional.of(values);
  }

  /** As it is written, but for a number of which the exponent hides no digit. */
  private static String number(JsonNode node) {
    String written = node.asString("");
    if (node.isBigDecimal() && written.indexOf('E') >= 0) {
      BigDecimal number = node.decimalValue();
      return number.scale() == 0 && number.precision() < 40 ? number.toPlainString() : written;
    }
    return written;
  }
}
