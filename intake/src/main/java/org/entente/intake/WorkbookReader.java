package org.entente.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the first sheet of an Excel workbook. The packed workbook is held in memory; what it
 * unpacks to is measured before it is read.
 */
final class WorkbookReader implements RowReader {
  /**
   * Places before or behind the point; a few characters of a workbook can ask for a thousand
   * million.
   */
  private static final int EXPONENT = 400;

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final List<String> columns;
  private Optional<RawRow> first = Optional.empty();

  private WorkbookReader(ReadableWorkbook workbook, Stream<Row> stream, boolean header)
      throws IOException {
    this.workbook = workbook;
    this.stream = stream;
    this.rows = stream.iterator();
    this.columns = columns(header);
  }

  static WorkbookReader of(InputStream file, boolean header) throws IOException {
    byte[] packed = file.readNBytes((int) Limits.WORKBOOK_BYTES + 1);
    if (packed.length > Limits.WORKBOOK_BYTES) {
      throw new FileBroken("the workbook is larger than an import takes");
    }
    try {
      measure(packed);
      ReadableWorkbook workbook =
          new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(true, true));
      return new WorkbookReader(workbook, workbook.getFirstSheet().openStream(), header);
    } catch (FileBroken e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new FileBroken("this is not an Excel workbook");
    }
  }

  /** By the directory at the end, as the workbook is read: a part can hide from any other way. */
  private static void measure(byte[] packed) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long all = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(packed).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        boolean strings = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
        long part = 0;
        try (InputStream unpacking = zip.getInputStream(entry)) {
          for (int n = unpacking.read(buffer); n >= 0; n = unpacking.read(buffer)) {
            part += n;
            all += n;
            if (all > Limits.WORKBOOK_TEXT_BYTES
                || (strings && part > Limits.WORKBOOK_STRINGS_BYTES)) {
              throw new FileBroken("the workbook unpacks to more than an import takes");
            }
          }
        }
      }
    }
  }

  private List<String> columns(boolean header) throws IOException {
    Optional<Row> top = row();
    if (top.isEmpty()) {
      return List.of();
    }
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < top.get().getCellCount(); i++) {
      cells.add(text(top.get().getCell(i)).orElse(""));
    }
    if (cells.size() > Limits.COLUMNS) {
      throw new FileBroken("more columns than an import takes");
    }
    List<String> names = Columns.names(cells, header);
    if (!header) {
      first = Optional.of(raw(top.get(), names));
    }
    return names;
  }

  /** The next row with a cell that is not empty. */
  private Optional<Row> row() throws IOException {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (row.stream().anyMatch(c -> c != null && !c.getText().isBlank())) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw new FileBroken("the sheet of the workbook is damaged");
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    if (first.isPresent()) {
      Optional<RawRow> row = first;
      first = Optional.empty();
      return row;
    }
    return row().map(r -> raw(r, columns));
  }

  private static RawRow raw(Row row, List<String> columns) {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    int chars = 0;
    for (int i = 0; i < row.getCellCount(); i++) {
      Optional<String> text = text(row.getCell(i));
      if (text.isEmpty()) {
        return RawRow.broken(row.getRowNum(), "", RowFault.CELL_BROKEN);
      }
      chars += text.get().length();
      if (chars > Limits.ROW_CHARS) {
        return RawRow.broken(row.getRowNum(), text.get(), RowFault.ROW_TOO_LONG);
      }
      if (!text.get().isBlank()) {
        if (i >= columns.size()) {
          return RawRow.broken(row.getRowNum(), text.get(), RowFault.CELLS_TOO_MANY);
        }
        cells.put(columns.get(i), List.of(text.get()));
      }
    }
    return RawRow.of(row.getRowNum(), cells);
  }

  /** What a cell says; empty where its formula failed or it is damaged. */
  private static Optional<String> text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return Optional.of("");
    }
    try {
      return switch (cell.getType()) {
        case ERROR -> Optional.empty();
        case NUMBER -> Optional.of(number(cell));
        case STRING, FORMULA, BOOLEAN, EMPTY -> Optional.of(cell.getText());
      };
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String number(Cell cell) {
    String format = cell.getDataFormatString();
    String shape = format == null ? "" : format.toLowerCase(Locale.ROOT).replaceAll("\\[.*?]", "");
    if (shape.contains("yy") || (shape.contains("d") && shape.contains("m"))) {
      LocalDateTime date = cell.asDate();
      return date.toLocalDate().toString();
    }
    BigDecimal number = cell.asNumber().stripTrailingZeros();
    if (Math.abs((long) number.scale()) > EXPONENT) {
      throw new ArithmeticException("No number of a register has so many places");
    }
    return number.toPlainString();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
