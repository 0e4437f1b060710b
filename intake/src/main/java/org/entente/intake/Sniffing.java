package org.entente.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a file seems to be, by its first bytes. */
final class Sniffing {
  /** Bytes looked at. */
  static final int HEAD_BYTES = 1 << 18;

  private static final int LINES = 20;

  /** Letters by which one-byte encodings are told apart. */
  private static final String OF_1250 = "čćžšđČĆŽŠĐ";

  private static final String OF_1254 = "ğışçöüİĞŞÇÖÜ";

  /** In Cyrillic text most letters lie above ASCII; in Latin text few do. */
  private static final double CYRILLIC_SHARE = 0.4;

  private Sniffing() {}

  /** How to read it; empty if it is nothing that is known. */
  static Optional<FileLayout> of(byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return Optional.of(new FileLayout(FileLayout.Format.WORKBOOK, "UTF-8", ',', true));
    }
    String charset = charset(head);
    String text = new String(head, Charset.forName(charset));
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (start.isBlank() || start.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (start.stripLeading().startsWith("{")) {
      return Optional.of(new FileLayout(FileLayout.Format.JSON_LINES, charset, ',', true));
    }
    List<String> lines = start.lines().filter(l -> !l.isBlank()).limit(LINES).toList();
    char delimiter = delimiter(lines);
    return Optional.of(
        new FileLayout(
            FileLayout.Format.CSV, charset, delimiter, header(lines.getFirst(), delimiter)));
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  static String charset(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return "UTF-8";
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return "UTF-16LE";
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return "UTF-16BE";
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] > head.length / 10) {
      return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
    }
    return isUtf8(head) ? "UTF-8" : oneByte(head);
  }

  /** Whether this is UTF-8 up to a last character that may be cut. */
  private static boolean isUtf8(byte[] head) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(head.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), out, head.length < HEAD_BYTES);
    return !result.isError();
  }

  private static String oneByte(byte[] head) {
    int high = 0;
    int letters = 0;
    for (byte b : head) {
      int c = b & 0xff;
      if (c >= 0x80) {
        high++;
      }
      letters += c >= 0x80 || Character.isLetter(c) ? 1 : 0;
    }
    if (letters > 0 && high > CYRILLIC_SHARE * letters) {
      return "windows-1251";
    }
    return count(head, "windows-1254", OF_1254) > count(head, "windows-1250", OF_1250)
        ? "windows-1254"
        : "windows-1250";
  }

  private static long count(byte[] head, String charset, String letters) {
    return new String(head, Charset.forName(charset))
        .chars()
        .filter(c -> letters.indexOf(c) >= 0)
        .count();
  }

  /** The delimiter that cuts most lines into the same number of cells, more than one. */
  private static char delimiter(List<String> lines) {
    return FileLayout.DELIMITERS.stream()
        .max(
            Comparator.comparingLong((Character d) -> agreement(lines, d))
                .thenComparing(Comparator.comparingInt(FileLayout.DELIMITERS::indexOf).reversed()))
        .orElseThrow();
  }

  private static long agreement(List<String> lines, char delimiter) {
    int cells = CsvReader.split(lines.getFirst(), delimiter).map(List::size).orElse(1);
    return cells < 2
        ? 0
        : lines.stream()
                    .filter(l -> CsvReader.split(l, delimiter).map(List::size).orElse(0) == cells)
                    .count()
                * 100
            + cells;
  }

  /** Names of columns have no digits in most cells and are known more often than not. */
  private static boolean header(String first, char delimiter) {
    List<String> cells = CsvReader.split(first, delimiter).orElse(List.of(first));
    long known = cells.stream().filter(c -> ColumnMeaning.ofHeading(c).isPresent()).count();
    boolean digits = cells.stream().anyMatch(c -> c.chars().anyMatch(Character::isDigit));
    return known > 0 || !digits;
  }
}
