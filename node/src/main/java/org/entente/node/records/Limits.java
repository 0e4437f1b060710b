package org.entente.node.records;

/** What an import takes at most. */
final class Limits {
  /** Larger than any national register exports at once; the disk has to hold it once, sealed. */
  static final long FILE_BYTES = 8L << 30;

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

  /** Characters kept of a row that could not be read. */
  static final int KEPT_CHARS = 4_000;

  /** Rows in one transaction. */
  static final int BATCH = 1_000;

  /** Rows that are shown before an import starts. */
  static final int SHOWN = 20;

  /** Faults after which an import stops: the plan is wrong then, not the rows. */
  static final int FAULTS = 100_000;

  /** Room that must stay free on the disk. */
  static final long RESERVE_BYTES = 512L << 20;

  static final int FILE_NAME_CHARS = 150;

  private Limits() {}

  /** Whether a file may be called like this: no path, nothing that is not seen. */
  static boolean fileNameAllowed(String name) {
    return !name.isBlank()
        && name.length() <= FILE_NAME_CHARS
        && name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\');
  }
}
