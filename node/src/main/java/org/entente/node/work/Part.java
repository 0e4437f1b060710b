package org.entente.node.work;

import java.io.IOException;
import java.util.stream.Stream;

/** A part of a node that is started with it and closed with it. */
public interface Part extends AutoCloseable {
  /**
   * Begins to work; nothing where the part only has to be closed.
   *
   * @throws IOException when a port or a file that it needs cannot be opened
   */
  default void start() throws IOException {}

  /** Its workers, for health and figures. */
  default Stream<Worker> workers() {
    return Stream.empty();
  }

  /** Ends its work, started or not. */
  @Override
  void close();
}
