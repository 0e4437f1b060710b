package org.entente.node.records;

import org.entente.intake.FileBroken;
import org.entente.node.act.Reason;

/** Why something was not done with the index. */
public enum RecordRefusal implements Reason {
  /** A file name with characters that a name does not have. */
  FILE_NAME_NOT_ALLOWED(Kind.INCOMPLETE),
  /** The file has no byte. */
  FILE_EMPTY(Kind.INCOMPLETE),
  /** The file is larger than an import takes. */
  FILE_TOO_LARGE(Kind.TOO_LARGE),
  /** Neither CSV nor JSON nor an Excel workbook. */
  FORMAT_UNKNOWN(Kind.INCOMPLETE),
  /** An Excel workbook of before 2007, or one under a password. */
  OLD_WORKBOOK(Kind.INCOMPLETE),
  /** A workbook of another office program. */
  OPEN_DOCUMENT(Kind.INCOMPLETE),
  /** An Excel workbook in Microsoft's binary form. */
  BINARY_WORKBOOK(Kind.INCOMPLETE),
  PDF(Kind.INCOMPLETE),
  /** A page of the web. */
  WEB_PAGE(Kind.INCOMPLETE),
  XML(Kind.INCOMPLETE),
  /** An archive. */
  PACKED(Kind.INCOMPLETE),
  /** It begins like a workbook and is none, or is cut off. */
  WORKBOOK_DAMAGED(Kind.INCOMPLETE),
  WORKBOOK_TOO_LARGE(Kind.TOO_LARGE),
  /** No sheet has a row. */
  WORKBOOK_EMPTY(Kind.INCOMPLETE),
  /** The sheet that was chosen is not in it. */
  SHEET_MISSING(Kind.INCOMPLETE),
  COLUMNS_TOO_MANY(Kind.INCOMPLETE),
  /** JSON that breaks off or is none. */
  JSON_DAMAGED(Kind.INCOMPLETE),
  /** JSON without an object. */
  JSON_NO_ROWS(Kind.INCOMPLETE),
  /** The file leaves open how it is read, and nobody said. */
  NEEDS_READING(Kind.INCOMPLETE),

  /** The plan of an import lacks a column or a provision. */
  PLAN_INCOMPLETE(Kind.INCOMPLETE),
  /** A list without a reason or without a column that holds names. */
  LIST_INCOMPLETE(Kind.INCOMPLETE),
  /** A person is said to be the same without a reason, or with one that is too long. */
  GROUND_MISSING(Kind.INCOMPLETE),
  /** It was taken from its message before and is still in the index. */
  TAKEN_ALREADY(Kind.STATE);

  private final Kind kind;

  /** Why nothing in a file can be read. */
  static RecordRefusal of(FileBroken broken) {
    return switch (broken.why()) {
      case EMPTY -> FILE_EMPTY;
      case NOT_TEXT -> FORMAT_UNKNOWN;
      case OLD_WORKBOOK -> OLD_WORKBOOK;
      case OPEN_DOCUMENT -> OPEN_DOCUMENT;
      case BINARY_WORKBOOK -> BINARY_WORKBOOK;
      case PDF -> PDF;
      case WEB_PAGE -> WEB_PAGE;
      case XML -> XML;
      case PACKED -> PACKED;
      case WORKBOOK_DAMAGED -> WORKBOOK_DAMAGED;
      case WORKBOOK_TOO_LARGE -> WORKBOOK_TOO_LARGE;
      case WORKBOOK_EMPTY -> WORKBOOK_EMPTY;
      case SHEET_MISSING -> SHEET_MISSING;
      case COLUMNS_TOO_MANY -> COLUMNS_TOO_MANY;
      case JSON_DAMAGED -> JSON_DAMAGED;
      case JSON_NO_ROWS -> JSON_NO_ROWS;
    };
  }

  RecordRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
