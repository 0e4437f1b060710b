package org.entente.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One file that goes into an evidence file.
 *
 * @param name its path in the container
 * @param source gives its bytes as often as they are asked for, the same each time
 */
public record Part(String name, Source source) {
  /** Refuses a name that does not fit into a container. */
  public Part {
    if (!Layout.isName(name)) {
      throw new IllegalArgumentException("a file of a container has another kind of name");
    }
  }

  /** Where the bytes of a file come from; large ones are never held in memory. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /** A small file. */
  public static Part of(String name, byte[] bytes) {
    return new Part(name, () -> new ByteArrayInputStream(bytes));
  }

  /** The file read once to its end: its length, digest and checksum. */
  public Measured measured() throws IOException {
    return Measured.of(this);
  }
}
