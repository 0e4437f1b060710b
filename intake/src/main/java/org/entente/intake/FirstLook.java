package org.entente.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file seems to hold, by its first rows.
 *
 * @param rows the first of them
 * @param proposed what each column seems to mean; columns that are not known are not in it
 */
public record FirstLook(
    FileLayout reading,
    List<String> columns,
    List<RawRow> rows,
    Map<String, ColumnMeaning> proposed) {
  /** Rows that are shown before anything is done with a file. */
  private static final int SHOWN = 20;

  /**
   * Reads the first rows and closes the stream.
   *
   * @throws FileBroken when this is no file of that format
   */
  public static FirstLook at(InputStream file, FileLayout layout) throws IOException {
    try (InputStream buffered = new BufferedInputStream(file);
        RowReader rows = layout.rows(buffered)) {
      List<RawRow> first = new ArrayList<>();
      for (int i = 0; i < SHOWN; i++) {
        rows.next().ifPresent(first::add);
      }
      Map<String, ColumnMeaning> proposed = new LinkedHashMap<>();
      for (String column : rows.columns()) {
        ColumnMeaning.ofHeading(column).ifPresent(meaning -> proposed.put(column, meaning));
      }
      return new FirstLook(layout, rows.columns(), first, proposed);
    }
  }
}
