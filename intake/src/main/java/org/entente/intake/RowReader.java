package org.entente.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands out the rows of a file, one after another. */
public interface RowReader extends AutoCloseable {
  /** The columns, by name; for JSON Lines those seen so far. */
  List<String> columns();

  /**
   * The next row that is not empty; empty at the end.
   *
   * @throws FileBroken when the rest of the file cannot be read
   */
  Optional<RawRow> next() throws IOException;

  /** Passes over rows that were read before. */
  default void pass(long rows) throws IOException {
    for (long passed = 0; passed < rows; passed++) {
      if (next().isEmpty()) {
        return;
      }
    }
  }

  /**
   * The next rows; none at the end.
   *
   * @throws FileBroken when not even the first of them can be read; what was read before the break
   *     is handed out first, and the next page meets the break again
   */
  default List<RawRow> page(int most) throws IOException {
    List<RawRow> page = new ArrayList<>(most);
    try {
      while (page.size() < most) {
        Optional<RawRow> next = next();
        if (next.isEmpty()) {
          break;
        }
        page.add(next.get());
      }
    } catch (FileBroken e) {
      if (page.isEmpty()) {
        throw e;
      }
    }
    return page;
  }

  @Override
  void close() throws IOException;
}
