package org.entente.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of JSON Lines: one object a line. */
final class JsonReader implements RowReader {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Limits.JSON_STRING_CHARS)
                          .maxNumberLength(Limits.VALUE_CHARS)
                          .maxNestingDepth(Limits.JSON_DEPTH)
                          .build())
                  .build())
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
    JsonNode object;
    try {
      object = MAPPER.readTree(line.text().strip().replaceFirst(",$", ""));
    } catch (JacksonException e) {
      return RawRow.broken(line.number(), line.text(), RowFault.NOT_JSON);
    }
    if (object == null || !object.isObject()) {
      return RawRow.broken(line.number(), line.text(), RowFault.NOT_JSON);
    }
    RawRow row = JsonCells.row(line.number(), object);
    for (String column : row.fault().isPresent() ? Set.<String>of() : row.cells().keySet()) {
      if (columns.size() < Limits.COLUMNS) {
        columns.add(column);
      }
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
