package org.entente.node.records;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at the beginning of a file and proposes what its columns mean. */
final class Looking {
  private Looking() {}

  /**
   * Reads the first rows and closes the stream.
   *
   * @throws FileBroken when this is no file of that format
   */
  static Importing.Look at(InputStream file, Reading reading) throws IOException {
    try (InputStream buffered = new BufferedInputStream(file);
        Rows rows = reading.rows(buffered)) {
      List<RawRow> first = new ArrayList<>();
      for (int i = 0; i < Limits.SHOWN; i++) {
        rows.next().ifPresent(first::add);
      }
      Map<String, Field> proposed = new LinkedHashMap<>();
      for (String column : rows.columns()) {
        Field.ofHeader(column).ifPresent(field -> proposed.put(column, field));
      }
      return new Importing.Look(reading, rows.columns(), first, proposed);
    }
  }
}
