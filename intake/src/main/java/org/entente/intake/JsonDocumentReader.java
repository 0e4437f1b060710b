package org.entente.intake;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of a JSON document: the objects of one array, objects one after another over any number of
 * lines, or those of an array within an object that only wraps it. Of the document no more than one
 * row is held in memory.
 */
final class JsonDocumentReader implements RowReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final JsonParser parser;
  private final Set<String> columns = new LinkedHashSet<>();
  private boolean any;
  private boolean wraps;
  private boolean over;
  private long left;

  JsonDocumentReader(Reader in) throws IOException {
    PushbackReader start = new PushbackReader(in);
    int first = start.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      start.unread(first);
    }
    this.parser = JsonReader.MAPPER.createParser(start);
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns);
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    try {
      Optional<RawRow> row = over ? Optional.empty() : read();
      if (!any) {
        throw new FileBroken(FileFault.JSON_NO_ROWS);
      }
      return row;
    } catch (JacksonException e) {
      throw new FileBroken(FileFault.JSON_DAMAGED);
    }
  }

  private Optional<RawRow> read() {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        long line = parser.currentLocation().getLineNr();
        boolean first = !any;
        any = true;
        left = Limits.ROW_CHARS;
        JsonNode object = first ? object(true) : tree();
        return Optional.of(row(line, object));
      }
      if (token == JsonToken.END_ARRAY && wraps) {
        over = true;
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private RawRow row(long line, JsonNode object) {
    RawRow row =
        left < 0
            ? RawRow.broken(line, object.toString(), RowFault.ROW_TOO_LONG)
            : JsonCells.row(line, object);
    for (String column : row.fault().isPresent() ? Set.<String>of() : row.cells().keySet()) {
      if (columns.size() < Limits.COLUMNS) {
        columns.add(column);
      }
    }
    return row;
  }

  /** The value at which the parser stands; what is more than a row may hold is passed over. */
  private JsonNode tree() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(false);
      case START_ARRAY -> array();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        left -= parser.getStringLength();
        yield NODES.numberNode(parser.getDecimalValue());
      }
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      case VALUE_STRING -> {
        left -= parser.getStringLength();
        yield NODES.stringNode(left < 0 ? "" : parser.getString());
      }
      case null, default -> NODES.nullNode();
    };
  }

  private ArrayNode array() {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode value = tree();
      left--;
      if (left >= 0) {
        array.add(value);
      }
    }
    return array;
  }

  /**
   * An object; where it only wraps an array of rows, the first of these instead.
   *
   * @param outermost whether it may be a wrapping
   */
  private JsonNode object(boolean outermost) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      left -= name.length();
      JsonToken value = parser.nextToken();
      if (outermost && value == JsonToken.START_ARRAY && !object.has("schema")) {
        Optional<JsonNode> row = wrappedIn(object, name);
        if (row.isPresent()) {
          return row.get();
        }
      } else {
        JsonNode read = tree();
        if (left >= 0) {
          object.set(name, read);
        }
      }
    }
    return object;
  }

  /** The first element of an array, if that is a row rather than the object around it. */
  private Optional<JsonNode> wrappedIn(ObjectNode around, String name) {
    ArrayNode array = NODES.arrayNode();
    boolean first = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode value = tree();
      if (first && value.isObject() && known(value) >= Math.max(1, known(around))) {
        wraps = true;
        return Optional.of(value);
      }
      first = false;
      left--;
      if (left >= 0) {
        array.add(value);
      }
    }
    around.set(name, array);
    return Optional.empty();
  }

  private static long known(JsonNode object) {
    return JsonCells.row(0, object).cells().keySet().stream()
        .filter(key -> ColumnMeaning.ofHeading(key).isPresent())
        .count();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
