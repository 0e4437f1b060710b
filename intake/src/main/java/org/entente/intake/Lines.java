package org.entente.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, of which none can fill the memory. Lines can be put back. */
final class Lines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private final char[] buffer = new char[BUFFER];
  private final Deque<Line> back = new ArrayDeque<>();
  private int at;
  private int filled;
  private long number;

  Lines(Reader in) {
    this.in = in;
  }

  /**
   * One line without its end.
   *
   * @param cut whether it was longer than a row may be, and the rest was passed over
   */
  record Line(long number, String text, boolean cut) {}

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    if (!back.isEmpty()) {
      return back.pop();
    }
    int c = read();
    if (c < 0) {
      return null;
    }
    number++;
    StringBuilder text = new StringBuilder(128);
    boolean cut = false;
    while (c >= 0 && c != '\n' && c != '\r') {
      if (text.length() < Limits.ROW_CHARS) {
        text.append((char) c);
      } else {
        cut = true;
      }
      c = read();
    }
    if (c == '\r' && peek() == '\n') {
      read();
    }
    if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text.deleteCharAt(0);
    }
    return new Line(number, text.toString(), cut);
  }

  /** Puts lines back that were read in this order. */
  void back(List<Line> lines) {
    lines.reversed().forEach(back::push);
  }

  private int read() throws IOException {
    int c = peek();
    at++;
    return c;
  }

  private int peek() throws IOException {
    if (at >= filled) {
      filled = in.read(buffer, 0, BUFFER);
      at = 0;
    }
    return filled <= 0 ? -1 : buffer[at];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
