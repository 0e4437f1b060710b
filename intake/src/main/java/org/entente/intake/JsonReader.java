package org.entente.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of JSON Lines: one flat object a line; a field may hold a list of plain values. */
final class JsonReader implements RowReader {
  private static final char REPLACED = '\uFFFD';

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Lines lines;
  private final Set<String> columns = new LinkedHashSet<>();

  JsonReader(Reader in) {
    this.lines = new Lines(in);
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns);
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    Lines.Line line = lines.next();
    while (line != null && line.text().isBlank()) {
      line = lines.next();
    }
    return line == null ? Optional.empty() : Optional.of(row(line));
  }

  private RawRow row(Lines.Line line) {
    if (line.cut()) {
      return RawRow.broken(line.number(), line.text(), RowFault.ROW_TOO_LONG);
    }
    if (line.text().indexOf(REPLACED) >= 0) {
      return RawRow.broken(line.number(), line.text(), RowFault.NOT_TEXT);
    }
    JsonNode object;
    try {
      object = MAPPER.readTree(line.text());
    } catch (JacksonException e) {
      return RawRow.broken(line.number(), line.text(), RowFault.NOT_JSON);
    }
    if (object == null || !object.isObject()) {
      return RawRow.broken(line.number(), line.text(), RowFault.NOT_JSON);
    }
    if (object.size() > Limits.COLUMNS) {
      return RawRow.broken(line.number(), line.text(), RowFault.CELLS_TOO_MANY);
    }
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      Optional<List<String>> values = values(field.getValue());
      if (values.isEmpty()) {
        return RawRow.broken(line.number(), line.text(), RowFault.NOT_FLAT);
      }
      if (!values.get().isEmpty()) {
        cells.put(field.getKey(), values.get());
      }
      if (columns.size() < Limits.COLUMNS) {
        columns.add(field.getKey());
      }
    }
    return RawRow.of(line.number(), cells);
  }

  private static Optional<List<String>> values(JsonNode node) {
    List<String> values = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node.values() : List.of(node)) {
      if (each.isContainer()) {
        return Optional.empty();
      }
      String value = each.isNull() ? "" : each.asString("");
      if (!value.isBlank()) {
        values.add(value);
      }
    }
    return Optional.of(values);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
