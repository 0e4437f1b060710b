package org.entente.node.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of persons as a file in memory: how it is read, and its lines. */
public final class SubjectList {
  /** Some two hundred thousand lines; whoever holds more has a register, not a list. */
  public static final int MOST_BYTES = 32 << 20;

  private SubjectList() {}

  /**
   * A line of a list.
   *
   * @param line where it begins, from 1
   * @param cells as written
   */
  public record Line(long line, Map<String, List<String>> cells, Description.Read read) {
    @Override
    public String toString() {
      return "Line[" + line + "]";
    }
  }

  /** Whether a file may be called like this. */
  public static boolean nameAllowed(String name) {
    return Limits.fileNameAllowed(name);
  }

  /** How the bytes are probably read; empty where they are no list of a known format. */
  public static Optional<Reading> reading(byte[] file) {
    return Sniffing.of(Arrays.copyOf(file, Math.min(file.length, Sniffing.HEAD_BYTES)));
  }

  /**
   * The first rows, with what the columns probably mean.
   *
   * @throws IOException when it is no list of that format
   */
  public static Importing.Look look(byte[] file, Reading reading) throws IOException {
    return Looking.at(new ByteArrayInputStream(file), reading);
  }

  /**
   * How many lines there are.
   *
   * @throws IOException when it is no list of that format
   */
  public static long count(byte[] file, Reading reading) throws IOException {
    try (Rows rows = reading.rows(new ByteArrayInputStream(file))) {
      long count = 0;
      while (rows.next().isPresent()) {
        count++;
      }
      return count;
    }
  }

  /**
   * Some lines after the first {@code passed}.
   *
   * @param columns what each column means
   * @throws IOException when it is no list of that format
   */
  public static List<Line> lines(
      byte[] file, Reading reading, Map<String, Field> columns, long passed, int most)
      throws IOException {
    RowMeaning meaning = new RowMeaning(SubjectKind.PERSON, columns);
    try (Rows rows = reading.rows(new ByteArrayInputStream(file))) {
      rows.pass(passed);
      List<Line> lines = new ArrayList<>();
      for (RawRow row : rows.page(most)) {
        lines.add(new Line(row.line(), row.cells(), Description.read(meaning, row)));
      }
      return lines;
    }
  }
}
