package org.entente.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a file, and lines with letters beyond ASCII from further on: a name in the
 * millionth row may be the first that tells the encoding.
 *
 * @param whole whether the beginning is the whole file
 */
record Sample(byte[] head, byte[] later, boolean whole) {
  private static final int HEAD_BYTES = 1 << 18;
  private static final int LATER_BYTES = 1 << 16;
  private static final long MOST_BYTES = 64L << 20;
  private static final int BUFFER = 1 << 16;

  static Sample of(InputStream file) throws IOException {
    byte[] head = file.readNBytes(HEAD_BYTES);
    return new Sample(
        head, head.length < HEAD_BYTES ? new byte[0] : later(file), head.length < HEAD_BYTES);
  }

  private static byte[] later(InputStream file) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    boolean high = false;
    boolean cut = true;
    long all = 0;
    for (int n = file.read(buffer); n > 0; n = file.read(buffer)) {
      for (int i = 0; i < n; i++) {
        byte b = buffer[i];
        if (b == '\n' || line.size() >= Limits.KEPT_CHARS) {
          if (high && !cut) {
            line.write('\n');
            line.writeTo(kept);
          }
          line.reset();
          high = false;
          cut = b != '\n';
        } else {
          high |= b < 0;
          line.write(b);
        }
      }
      all += n;
      if (all > MOST_BYTES || kept.size() > LATER_BYTES) {
        break;
      }
    }
    return kept.toByteArray();
  }

  /** Both, every byte as a character. */
  String bytes() {
    return new String(head, StandardCharsets.ISO_8859_1)
        + new String(later, StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return "Sample[" + head.length + "]";
  }
}
