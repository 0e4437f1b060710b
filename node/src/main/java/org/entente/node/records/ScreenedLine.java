package org.entente.node.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a list that matched a record, or could not be read.
 *
 * @param position for asking for the lines after it
 * @param fault why it could not be read, a stable code; empty if it could
 * @param cells as written
 * @param found whom it may mean, the likeliest first; records erased meanwhile are not among them
 */
public record ScreenedLine(
    long position, long line, String fault, Map<String, List<String>> cells, List<Found> found) {
  public ScreenedLine {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    found = List.copyOf(found);
  }

  @Override
  public String toString() {
    return "ScreenedLine[" + line + "]";
  }
}
