package org.entente.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines that end with a newline byte, each up to a limit, in constant memory. */
final class LineReader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;
  private long line;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Number of the line last asked for, from 1. */
  long line() {
    return line;
  }

  /**
   * The next line without its newline.
   *
   * @return null if the stream has ended, ends before the newline, or the line is longer than the
   *     limit
   */
  byte @Nullable [] next(int maxBytes) throws IOException {
    line++;
    int scanned = from;
    while (true) {
      for (; scanned < to; scanned++) {
        if (buffer[scanned] == '\n') {
          byte[] found = Arrays.copyOfRange(buffer, from, scanned);
          from = scanned + 1;
          return found.length > maxBytes ? null : found;
        }
      }
      if (to - from > maxBytes) {
        return null;
      }
      scanned -= from;
      if (!fill()) {
        return null;
      }
    }
  }

  /** True if not one byte is left. */
  boolean atEnd() throws IOException {
    return from == to && !fill();
  }

  /** Moves what is unread to the front and reads more behind it. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int read = in.read(buffer, to, buffer.length - to);
    if (read > 0) {
      to += read;
    }
    return read > 0;
  }
}
