package org.entente.intake;

import java.util.Locale;

/** Why nothing in a file can be read. */
public enum FileFault {
  /** No character, or nothing but blanks. */
  EMPTY,
  /** Bytes of no text and of no format that is known. */
  NOT_TEXT,
  /** An Excel workbook of before 2007, or one under a password. */
  OLD_WORKBOOK,
  /** A workbook of another office program. */
  OPEN_DOCUMENT,
  /** An Excel workbook in Microsoft's binary form. */
  BINARY_WORKBOOK,
  PDF,
  /** A page of the web, perhaps called .xls. */
  WEB_PAGE,
  XML,
  /** An archive, which has to be unpacked first. */
  PACKED,
  /** It begins like a workbook and is none, or is cut off. */
  WORKBOOK_DAMAGED,
  WORKBOOK_TOO_LARGE,
  /** No sheet has a row. */
  WORKBOOK_EMPTY,
  /** The sheet that was chosen is not in it. */
  SHEET_MISSING,
  COLUMNS_TOO_MANY,
  /** JSON that breaks off or is none. */
  JSON_DAMAGED,
  /** JSON without an object. */
  JSON_NO_ROWS;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
