package org.entente.node.work;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Parts in their order: started forward, closed backward, so that nothing that is still used is
 * taken away.
 *
 * <p><b>Guarantees.</b> Each part is closed once, however often this is closed and whether it was
 * started or not. One that fails to close does not keep the others from it; the log says which and
 * where.
 */
public final class Lifecycle implements Part {
  private final List<Part> parts;
  private final AtomicBoolean closed = new AtomicBoolean();

  public Lifecycle(Part... parts) {
    this.parts = List.of(parts);
  }

  /** The parts in the order in which they start. */
  public List<Part> parts() {
    return parts;
  }

  @Override
  public void start() throws IOException {
    for (Part part : parts) {
      part.start();
    }
  }

  @Override
  public Stream<Worker> workers() {
    return parts.stream().flatMap(Part::workers);
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    for (Part part : parts.reversed()) {
      try {
        part.close();
      } catch (RuntimeException | Error e) {
        Faults.met("Closing " + part.getClass().getSimpleName(), e);
      }
    }
  }
}
