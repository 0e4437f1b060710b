package org.entente.intake;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The lines of a list of persons, one after another. */
public final class SubjectLines implements AutoCloseable {
  private final RowReader rows;
  private final RowMeaning meaning;

  SubjectLines(RowReader rows, RowMeaning meaning) {
    this.rows = rows;
    this.meaning = meaning;
  }

  /**
   * A line of a list.
   *
   * @param line where it begins, from 1
   * @param cells as written
   */
  public record Line(long line, Map<String, List<String>> cells, Description.Read read) {
    @Override
    public String toString() {
      return "Line[" + line + "]";
    }
  }

  /** Passes over lines that were read before. */
  public void pass(long lines) throws IOException {
    rows.pass(lines);
  }

  /**
   * The next lines; none at the end.
   *
   * @throws IOException as {@link RowReader#page}
   */
  public List<Line> page(int most) throws IOException {
    return rows.page(most).stream()
        .map(row -> new Line(row.line(), row.cells(), Description.read(meaning, row)))
        .toList();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
