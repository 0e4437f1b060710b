package org.entente.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.entente.intake.FileLayout.Format;

/**
 * Rows of one sheet of an Excel workbook, as the person who made it sees them: what formulas came
 * to, dates and leading zeros as they are shown, a merged cell in each of its rows.
 */
final class SheetReader implements RowReader {
  /**
   * Places before or behind the point; a few characters of a workbook can ask for a thousand
   * million.
   */
  private static final int EXPONENT = 400;

  /** More digits than a spreadsheet keeps: those behind are made up. */
  private static final BigDecimal EXACT = BigDecimal.TEN.pow(15);

  private static final int FIRST_ROWS = 60;
  private static final int SHOWN_CELLS = 8;
  private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");

  private final Book book;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final List<Merge> merges;
  private final List<Merge> open = new ArrayList<>();
  private final List<String> columns;
  private final boolean ownsBook;
  private int merged;
  private long row;
  private Optional<RawRow> first = Optional.empty();

  /** What a cell says. */
  private record Cell(String text, Optional<RowFault> spoiled) {
    static final Cell EMPTY = new Cell("", Optional.empty());
  }

  private record Row(long number, TreeMap<Integer, Cell> cells, boolean tooMany) {}

  /** An area that shows the cell at its upper left in each of its rows. */
  private static final class Merge {
    final long from;
    final long to;
    final int column;
    Cell cell = Cell.EMPTY;

    Merge(long from, long to, int column) {
      this.from = from;
      this.to = to;
      this.column = column;
    }
  }

  private SheetReader(Book book, Book.Sheet sheet, Optional<FileLayout> layout, boolean ownsBook)
      throws IOException {
    this.book = book;
    this.ownsBook = ownsBook;
    try {
      this.merges = merges(book, sheet);
      this.in = book.open(sheet);
      this.xml = Book.reader(in);
    } catch (XMLStreamException | RuntimeException e) {
      throw new FileBroken(FileFault.WORKBOOK_DAMAGED);
    }
    this.columns = layout.isPresent() ? columns(layout.get()) : List.of();
  }

  static SheetReader of(InputStream file, FileLayout layout) throws IOException {
    Book book = Book.of(file);
    return new SheetReader(book, book.sheet(layout.place().sheet()), Optional.of(layout), true);
  }

  /** How a workbook is probably read, and which sheets it has. */
  static Reading seen(InputStream file) throws IOException {
    try (Book book = Book.of(file)) {
      List<Doubt.Choice> choices = new ArrayList<>();
      Optional<FileLayout> layout = Optional.empty();
      for (Book.Sheet sheet :
          book.sheets().stream()
              .sorted(Comparator.comparing((Book.Sheet s) -> !s.shown()))
              .toList()) {
        List<Row> rows = firstRows(book, sheet);
        if (!rows.isEmpty()) {
          Table table = Table.in(rows.stream().map(SheetReader::texts).toList());
          choices.add(
              new Doubt.Choice(
                  sheet.name(), texts(rows.get(table.at())).stream().limit(SHOWN_CELLS).toList()));
          layout = layout.or(() -> Optional.of(layout(sheet, rows, table)));
        }
      }
      return new Reading(
          layout.orElseThrow(() -> new FileBroken(FileFault.WORKBOOK_EMPTY)),
          choices.size() < 2
              ? List.of()
              : List.of(new Doubt(Doubt.About.SHEET, choices.getFirst().value(), choices)));
    }
  }

  private static FileLayout layout(Book.Sheet sheet, List<Row> rows, Table table) {
    long above = rows.get(table.at()).number() - 1;
    boolean named = sheet.name().length() <= SHEET_CHARS;
    return new FileLayout(
        Format.WORKBOOK,
        "UTF-8",
        ',',
        table.header(),
        new Place(
            table.at() == 0 ? 0 : (int) Math.min(above, Place.MOST_ABOVE),
            named ? sheet.name() : ""),
        CellForms.USUAL);
  }

  private static final int SHEET_CHARS = 100;

  private static List<Row> firstRows(Book book, Book.Sheet sheet) throws IOException {
    try (SheetReader reader = new SheetReader(book, sheet, Optional.empty(), false)) {
      List<Row> rows = new ArrayList<>();
      for (Optional<Row> row = reader.filled();
          row.isPresent() && rows.size() < FIRST_ROWS;
          row = reader.filled()) {
        rows.add(row.get());
      }
      return rows;
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    int last = row.cells().isEmpty() ? -1 : Math.min(row.cells().lastKey(), Limits.COLUMNS);
    for (int i = 0; i <= last; i++) {
      texts.add(row.cells().getOrDefault(i, Cell.EMPTY).text());
    }
    return texts;
  }

  private List<String> columns(FileLayout layout) throws IOException {
    Optional<Row> top = filled();
    while (top.isPresent() && top.get().number() <= layout.place().above()) {
      top = filled();
    }
    if (top.isEmpty()) {
      return List.of();
    }
    if (top.get().tooMany()) {
      throw new FileBroken(FileFault.COLUMNS_TOO_MANY);
    }
    List<String> names = Columns.names(texts(top.get()), layout.header());
    if (names.size() > Limits.COLUMNS) {
      throw new FileBroken(FileFault.COLUMNS_TOO_MANY);
    }
    if (!layout.header()) {
      first = Optional.of(raw(top.get(), names));
    }
    return names;
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
    return filled().map(r -> raw(r, columns));
  }

  private static RawRow raw(Row row, List<String> columns) {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    Map<String, RowFault> spoiled = new LinkedHashMap<>();
    int chars = 0;
    for (Map.Entry<Integer, Cell> each : row.cells().entrySet()) {
      Cell cell = each.getValue();
      chars += cell.text().length();
      if (chars > Limits.ROW_CHARS) {
        return RawRow.broken(row.number(), cell.text(), RowFault.ROW_TOO_LONG);
      }
      if (cell.text().isBlank() && cell.spoiled().isEmpty()) {
        continue;
      }
      if (each.getKey() >= columns.size()) {
        return RawRow.broken(row.number(), cell.text(), RowFault.CELLS_TOO_MANY);
      }
      String column = columns.get(each.getKey());
      cells.put(column, List.of(cell.text()));
      cell.spoiled().ifPresent(fault -> spoiled.put(column, fault));
    }
    return row.tooMany()
        ? RawRow.broken(row.number(), "", RowFault.CELLS_TOO_MANY)
        : RawRow.of(row.number(), cells, spoiled);
  }

  /** The next row with a cell of its own that is not empty. */
  private Optional<Row> filled() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          Row next = row();
          if (next.tooMany()
              || next.cells().values().stream()
                  .anyMatch(c -> !c.text().isBlank() || c.spoiled().isPresent())) {
            merge(next);
            return Optional.of(next);
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException e) {
      throw new FileBroken(FileFault.WORKBOOK_DAMAGED);
    }
  }

  private Row row() throws XMLStreamException, IOException {
    String number = Book.attribute(xml, "r");
    row = number.matches("\\d{1,7}") ? Long.parseLong(number) : row + 1;
    TreeMap<Integer, Cell> cells = new TreeMap<>();
    boolean tooMany = false;
    int column = -1;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        Matcher reference = REFERENCE.matcher(Book.attribute(xml, "r"));
        column = reference.matches() ? column(reference.group(1)) : column + 1;
        Cell cell = cell();
        if (column <= Limits.COLUMNS) {
          cells.put(column, cell);
        } else {
          tooMany |= !cell.text().isBlank();
        }
      }
    }
    return new Row(row, cells, tooMany);
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      char c = Character.toUpperCase(letters.charAt(i));
      column = column * 26 + (c - 'A' + 1);
    }
    return column - 1;
  }

  private Cell cell() throws XMLStreamException, IOException {
    String type = Book.attribute(xml, "t");
    String style = Book.attribute(xml, "s");
    String value = null;
    String inline = "";
    boolean formula = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> value = xml.getElementText();
          case "is" -> inline = CellText.read(xml, "is");
          case "f" -> {
            formula = true;
            xml.getElementText();
          }
          default -> {}
        }
      }
    }
    if (value == null) {
      return formula && inline.isEmpty()
          ? new Cell("", Optional.of(RowFault.CELL_BROKEN))
          : new Cell(inline, Optional.empty());
    }
    return cell(type, value, style.matches("\\d{1,6}") ? Integer.parseInt(style) : -1);
  }

  private Cell cell(String type, String value, int style) throws IOException, XMLStreamException {
    return switch (type) {
      case "s" -> shared(value);
      case "str", "inlineStr", "d" -> new Cell(CellText.plain(value), Optional.empty());
      case "b" -> new Cell(Book.yes(value) ? "TRUE" : "FALSE", Optional.empty());
      case "e" -> new Cell(value, Optional.of(RowFault.CELL_BROKEN));
      default -> number(value, style);
    };
  }

  private Cell shared(String value) throws IOException, XMLStreamException {
    List<String> strings = book.strings();
    int at = value.strip().matches("\\d{1,9}") ? Integer.parseInt(value.strip()) : -1;
    return at >= 0 && at < strings.size()
        ? new Cell(strings.get(at), Optional.empty())
        : new Cell(value, Optional.of(RowFault.CELL_BROKEN));
  }

  private Cell number(String value, int style) throws IOException, XMLStreamException {
    BigDecimal number;
    try {
      number = new BigDecimal(value.strip()).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return new Cell(
          value, value.isBlank() ? Optional.empty() : Optional.of(RowFault.CELL_BROKEN));
    }
    if (Math.abs((long) number.scale()) > EXPONENT) {
      return new Cell(value, Optional.of(RowFault.CELL_BROKEN));
    }
    return new Cell(
        book.formats().shown(number, style, book.from1904()),
        number.abs().compareTo(EXACT) >= 0
            ? Optional.of(RowFault.NUMBER_DAMAGED)
            : Optional.empty());
  }

  /** Shows merged cells in this row, and keeps those that begin in it. */
  private void merge(Row next) {
    open.removeIf(merge -> merge.to < next.number());
    while (merged < merges.size() && merges.get(merged).from <= next.number()) {
      Merge merge = merges.get(merged++);
      if (merge.from == next.number() && open.size() < Limits.COLUMNS) {
        merge.cell = next.cells().getOrDefault(merge.column, Cell.EMPTY);
        open.add(merge);
      }
    }
    for (Merge merge : open) {
      if (merge.from < next.number()
          && next.cells().getOrDefault(merge.column, Cell.EMPTY).text().isBlank()) {
        next.cells().put(merge.column, merge.cell);
      }
    }
  }

  /** Areas of several rows, by their first. */
  private static List<Merge> merges(Book book, Book.Sheet sheet)
      throws IOException, XMLStreamException {
    List<Merge> merges = new ArrayList<>();
    if (!book.merges(sheet)) {
      return merges;
    }
    try (InputStream in = book.open(sheet)) {
      XMLStreamReader xml = Book.reader(in);
      while (xml.hasNext() && merges.size() < Limits.MERGED) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("mergeCell")) {
          String[] corners = Book.attribute(xml, "ref").split(":", -1);
          Matcher from = REFERENCE.matcher(corners[0]);
          Matcher to = REFERENCE.matcher(corners[corners.length - 1]);
          if (from.matches() && to.matches() && !from.group(2).equals(to.group(2))) {
            merges.add(
                new Merge(
                    Long.parseLong(from.group(2)),
                    Long.parseLong(to.group(2)),
                    column(from.group(1))));
          }
        }
      }
    }
    merges.removeIf(merge -> merge.column > Limits.COLUMNS);
    merges.sort(Comparator.comparingLong(merge -> merge.from));
    return merges;
  }

  @Override
  public void close() throws IOException {
    in.close();
    if (ownsBook) {
      book.close();
    }
  }
}
