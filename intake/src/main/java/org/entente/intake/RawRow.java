package org.entente.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a file, before anything is made of it.
 *
 * @param line where it begins, from 1
 * @param cells by column; a cell that holds a list has several values
 * @param fault why it could not be cut into cells
 * @param spoiled columns of which the cell is damaged or holds more than a value, and how
 */
public record RawRow(
    long line,
    Map<String, List<String>> cells,
    Optional<RowFault> fault,
    Map<String, RowFault> spoiled) {
  static RawRow of(long line, Map<String, List<String>> cells) {
    return new RawRow(line, cells, Optional.empty(), Map.of());
  }

  static RawRow of(long line, Map<String, List<String>> cells, Map<String, RowFault> spoiled) {
    return new RawRow(line, cells, Optional.empty(), spoiled);
  }

  static RawRow broken(long line, String text, RowFault fault) {
    String start = text.substring(0, Math.min(text.length(), Limits.KEPT_CHARS));
    return new RawRow(line, Map.of("", List.of(start)), Optional.of(fault), Map.of());
  }

  /** The values of a column in one line. */
  public String shown(String column) {
    return String.join("; ", cells.getOrDefault(column, List.of()));
  }

  @Override
  public String toString() {
    return "RawRow[" + line + "]";
  }
}
