package org.entente.node.records;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of a file, one after another. */
interface Rows extends AutoCloseable {
  /** The columns, by name; for JSON Lines those seen so far. */
  List<String> columns();

  /**
   * The next row that is not empty; empty at the end.
   *
   * @throws FileBroken when the rest of the file cannot be read
   */
  Optional<RawRow> next() throws IOException;

  @Override
  void close() throws IOException;
}
