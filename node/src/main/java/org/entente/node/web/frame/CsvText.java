package org.entente.node.web.frame;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of CSV (RFC 4180) that a spreadsheet may open: what would be read as a formula is marked as
 * text by an apostrophe before it. A cell with a semicolon is quoted, because spreadsheets of many
 * languages split there.
 */
public final class CsvText {
  private static final String FORMULA = "=+-@\t\r";

  private CsvText() {}

  /** One row with its line end. */
  public static String row(List<String> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String value) {
    String text = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean plain =
        text.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
