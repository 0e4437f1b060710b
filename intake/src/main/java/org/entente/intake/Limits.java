package org.entente.intake;

/** What a file may ask for at most, so that none fills the memory. */
final class Limits {
  /** A workbook is read in memory, because its parts lie in no order; a million rows fit. */
  static final long WORKBOOK_BYTES = 192L << 20;

  /** What a workbook may unpack to, so that a small file cannot fill the memory. */
  static final long WORKBOOK_TEXT_BYTES = 1L << 30;

  static final long WORKBOOK_STRINGS_BYTES = 256L << 20;

  /** Characters of one row. */
  static final int ROW_CHARS = 64 * 1024;

  /** Lines that one row with line breaks in its cells may span. */
  static final int ROW_LINES = 200;

  static final int COLUMNS = 300;

  /** Characters of one value; names have a limit of their own. */
  static final int VALUE_CHARS = 2_000;

  /** Characters of one cell, which may hold several values. */
  static final int CELL_CHARS = 16_000;

  /** Characters kept of a row that could not be read. */
  static final int KEPT_CHARS = 4_000;

  /** Characters of one string of a JSON document; a longer one ends the reading. */
  static final int JSON_STRING_CHARS = 1 << 20;

  static final int JSON_DEPTH = 100;

  /** Merged areas of one sheet. */
  static final int MERGED = 100_000;

  private Limits() {}
}
