package org.entente.formats;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, none longer than it may be. */
public final class Line {
  private final Reader in;
  private final int most;
  private long number;
  private boolean over;

  /**
   * @param most characters of a line; the rest of a longer one is passed over
   */
  public Line(Reader in, int most) {
    this.in = in;
    this.most = most;
  }

  /** The next line, or null at the end. */
  public @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    over = false;
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < most) {
        line.append((char) c);
      } else {
        over = true;
      }
      c = in.read();
    }
    number++;
    return line.toString();
  }

  /** The number of the last line, counted from 1. */
  public long number() {
    return number;
  }

  /** Whether the last line was longer than a line may be. */
  public boolean over() {
    return over;
  }
}
