package org.entente.node.records;

import java.util.Locale;

/** Why something was not done with the index. */
public enum RecordRefusal {
  /** The officer's role does not permit it. */
  ROLE_MISSING,
  /** There is no such record, import or pair, or it was erased. */
  NOT_FOUND,
  /** Not possible in the state it is in. */
  WRONG_STATE,
  /** A search without a name, date or number. */
  NOTHING_ASKED,
  /** A file name with characters that a name does not have. */
  FILE_NAME_NOT_ALLOWED,
  /** The file has no byte. */
  FILE_EMPTY,
  /** The file is larger than an import takes. */
  FILE_TOO_LARGE,
  /** Neither CSV nor JSON Lines nor an Excel workbook. */
  FORMAT_UNKNOWN,
  /** The plan of an import lacks a column or a provision. */
  PLAN_INCOMPLETE,
  /** A list without a reason or without a column that holds names. */
  LIST_INCOMPLETE,
  /** Somebody is said to be the same person without a reason, or with one that is too long. */
  GROUND_MISSING,
  /** The search cluster is not reached. */
  INDEX_SILENT,
  /** The disk has too little room. */
  DISK_FULL,
  /** The disk did not read or write. */
  DISK_FAULT;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
