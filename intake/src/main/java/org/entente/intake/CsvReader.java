package org.entente.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma-separated values by RFC 4180, with any delimiter. A quotation mark that is never
 * closed costs one row and not the rest of the file.
 */
final class CsvReader implements RowReader {
  private static final char QUOTE = '"';

  /** Lines that a row of headings may span. */
  private static final int HEADING_LINES = 20;

  private final Lines lines;
  private final char delimiter;
  private final List<String> columns;

  CsvReader(Reader in, FileLayout layout) throws IOException {
    this.lines = new Lines(in);
    this.delimiter = layout.delimiter();
    pass(layout.place().above());
    this.columns = columns(layout.header());
  }

  /** Passes over the lines above the table, and over the hint for spreadsheets. */
  private void pass(int above) throws IOException {
    for (int i = 0; i < above; i++) {
      lines.next();
    }
    Lines.Line first = above == 0 ? lines.next() : null;
    if (first != null && !Reading.HINT.matcher(first.text()).matches()) {
      lines.back(List.of(first));
    }
  }

  private List<String> columns(boolean header) throws IOException {
    Lines.Line first = filled();
    if (first == null) {
      return List.of();
    }
    List<String> cells =
        split(header ? whole(first) : first.text(), delimiter).orElse(List.of(first.text()));
    if (cells.size() > Limits.COLUMNS) {
      throw new FileBroken(FileFault.COLUMNS_TOO_MANY);
    }
    if (!header) {
      lines.back(List.of(first));
    }
    return Columns.names(cells, header);
  }

  /** The heading, whose cells may hold line breaks, too. */
  private String whole(Lines.Line first) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    List<Lines.Line> taken = new ArrayList<>();
    while (split(text.toString(), delimiter).isEmpty() && taken.size() < HEADING_LINES) {
      Lines.Line more = lines.next();
      if (more == null) {
        break;
      }
      taken.add(more);
      text.append('\n').append(more.text());
    }
    if (split(text.toString(), delimiter).isEmpty()) {
      lines.back(taken);
      return first.text();
    }
    return text.toString();
  }

  private Lines.@Nullable Line filled() throws IOException {
    Lines.Line line = lines.next();
    while (line != null && blank(line.text())) {
      line = lines.next();
    }
    return line;
  }

  /** Also the sign by which old programs end a file. */
  private static boolean blank(String line) {
    return line.isBlank() || line.equals("\u001A");
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    Lines.Line first = filled();
    if (first == null) {
      return Optional.empty();
    }
    if (first.cut()) {
      return Optional.of(RawRow.broken(first.number(), first.text(), RowFault.ROW_TOO_LONG));
    }
    Optional<List<String>> cells = split(first.text(), delimiter);
    return Optional.of(cells.isPresent() ? row(first, cells.get()) : goOn(first));
  }

  /**
   * A cell is open at the end of the line: the row goes on, or its quotation mark is one too many.
   */
  private RawRow goOn(Lines.Line first) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    List<Lines.Line> taken = new ArrayList<>();
    while (taken.size() < Limits.ROW_LINES && text.length() <= Limits.ROW_CHARS) {
      Lines.Line more = lines.next();
      if (more == null) {
        break;
      }
      taken.add(more);
      text.append('\n').append(more.text());
      if (more.text().indexOf(QUOTE) >= 0 && !more.cut()) {
        Optional<List<String>> cells = split(text.toString(), delimiter);
        if (cells.isPresent()) {
          return row(first, cells.get());
        }
      }
    }
    lines.back(taken);
    return RawRow.broken(first.number(), first.text(), RowFault.QUOTE_NOT_CLOSED);
  }

  private RawRow row(Lines.Line line, List<String> values) {
    int last = values.size();
    while (last > columns.size() && values.get(last - 1).isBlank()) {
      last--;
    }
    if (last > columns.size()) {
      return RawRow.broken(line.number(), String.join(" ", values), RowFault.CELLS_TOO_MANY);
    }
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (int i = 0; i < last; i++) {
      String value = values.get(i);
      if (!value.isBlank()) {
        cells.put(columns.get(i), List.of(value));
      }
    }
    return RawRow.of(line.number(), cells);
  }

  /** The cells of a row; empty if one is still open at its end. */
  static Optional<List<String>> split(String row, char delimiter) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean fresh = true;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (quoted && c == QUOTE) {
        if (i + 1 < row.length() && row.charAt(i + 1) == QUOTE) {
          cell.append(QUOTE);
          i++;
        } else {
          quoted = false;
        }
      } else if (quoted) {
        cell.append(c);
      } else if (c == QUOTE && fresh) {
        quoted = true;
        fresh = false;
      } else if (c == delimiter) {
        cells.add(cell.toString());
        cell.setLength(0);
        fresh = true;
      } else {
        cell.append(c);
        fresh = false;
      }
    }
    cells.add(cell.toString());
    return quoted ? Optional.empty() : Optional.of(cells);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
