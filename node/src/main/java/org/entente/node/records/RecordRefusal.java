package org.entente.node.records;

import org.entente.node.act.Reason;

/** Why something was not done with the index. */
public enum RecordRefusal implements Reason {
  /** A file name with characters that a name does not have. */
  FILE_NAME_NOT_ALLOWED(Kind.INCOMPLETE),
  /** The file has no byte. */
  FILE_EMPTY(Kind.INCOMPLETE),
  /** The file is larger than an import takes. */
  FILE_TOO_LARGE(Kind.TOO_LARGE),
  /** Neither CSV nor JSON Lines nor an Excel workbook. */
  FORMAT_UNKNOWN(Kind.INCOMPLETE),
  /** The plan of an import lacks a column or a provision. */
  PLAN_INCOMPLETE(Kind.INCOMPLETE),
  /** A list without a reason or without a column that holds names. */
  LIST_INCOMPLETE(Kind.INCOMPLETE),
  /** A person is said to be the same without a reason, or with one that is too long. */
  GROUND_MISSING(Kind.INCOMPLETE);

  private final Kind kind;

  RecordRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
