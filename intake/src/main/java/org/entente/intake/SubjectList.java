package org.entente.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of persons as a file in memory: how it is read, and its lines. */
public final class SubjectList {
  /** Some two hundred thousand lines; an office that holds more has a register, not a list. */
  public static final int MOST_BYTES = 32 << 20;

  private final byte[] file;
  private final FileLayout layout;

  /** A list that is read in this way. */
  public SubjectList(byte[] file, FileLayout layout) {
    this.file = file;
    this.layout = layout;
  }

  /** A list as it is probably read; empty where the bytes are no list of a known format. */
  public static Optional<SubjectList> of(byte[] file) {
    byte[] head = Arrays.copyOf(file, Math.min(file.length, Sniffing.HEAD_BYTES));
    return Sniffing.of(head).map(layout -> new SubjectList(file, layout));
  }

  public FileLayout layout() {
    return layout;
  }

  /**
   * The first rows, with what the columns probably mean.
   *
   * @throws IOException when it is no list of that layout
   */
  public FirstLook look() throws IOException {
    return FirstLook.at(stream(), layout);
  }

  /**
   * How many lines there are.
   *
   * @throws IOException when it is no list of that layout
   */
  public long count() throws IOException {
    try (RowReader rows = layout.rows(stream())) {
      long count = 0;
      while (rows.next().isPresent()) {
        count++;
      }
      return count;
    }
  }

  /**
   * The lines, one after another.
   *
   * @param columns what each column means
   * @throws IOException when it is no list of that layout
   */
  public SubjectLines lines(Map<String, ColumnMeaning> columns) throws IOException {
    return new SubjectLines(layout.rows(stream()), new RowMeaning(SubjectKind.PERSON, columns));
  }

  /**
   * Some lines after the first {@code passed}.
   *
   * @param columns what each column means
   * @throws IOException when it is no list of that layout
   */
  public List<SubjectLines.Line> lines(Map<String, ColumnMeaning> columns, long passed, int most)
      throws IOException {
    try (SubjectLines lines = lines(columns)) {
      lines.pass(passed);
      return lines.page(most);
    }
  }

  private InputStream stream() {
    return new ByteArrayInputStream(file);
  }
}
