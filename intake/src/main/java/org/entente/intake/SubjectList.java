package org.entente.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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

  /**
   * A list as it is probably read.
   *
   * @throws FileBroken when the bytes are no list of a known format
   */
  public static SubjectList of(byte[] file) throws IOException {
    return new SubjectList(file, Reading.of(new ByteArrayInputStream(file)).layout());
  }

  /**
   * The first rows as the list proposes to read them, with what it leaves open.
   *
   * @param latest the day on which it was written at the latest
   * @throws FileBroken when nothing in it can be read
   */
  public static FirstLook seen(byte[] file, LocalDate latest) throws IOException {
    return FirstLook.at(() -> new ByteArrayInputStream(file), latest);
  }

  public FileLayout layout() {
    return layout;
  }

  /**
   * The first rows, with what the columns probably mean, and what is open about the reading.
   *
   * @param latest the day on which it was written at the latest
   * @throws IOException when it is no list of that layout
   */
  public FirstLook look(LocalDate latest) throws IOException {
    return FirstLook.at(this::stream, layout, latest);
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
   * @param latest the day on which it was written at the latest
   * @throws IOException when it is no list of that layout
   */
  public SubjectLines lines(Map<String, ColumnMeaning> columns, LocalDate latest)
      throws IOException {
    return new SubjectLines(
        layout.rows(stream()), new RowMeaning(SubjectKind.PERSON, columns, layout.cells(), latest));
  }

  /**
   * Some lines after the first {@code passed}.
   *
   * @param columns what each column means
   * @throws IOException when it is no list of that layout
   */
  public List<SubjectLines.Line> lines(
      Map<String, ColumnMeaning> columns, LocalDate latest, long passed, int most)
      throws IOException {
    try (SubjectLines lines = lines(columns, latest)) {
      lines.pass(passed);
      return lines.page(most);
    }
  }

  private InputStream stream() {
    return new ByteArrayInputStream(file);
  }
}
