package org.entente.intake;

import java.util.Locale;

/** Why a row of a file was not taken. */
public enum RowFault {
  /** Bytes that are no characters of the file's encoding. */
  NOT_TEXT,
  /** Longer than a row may be. */
  ROW_TOO_LONG,
  /** A quotation mark is opened and never closed. */
  QUOTE_NOT_CLOSED,
  /** More cells than columns. */
  CELLS_TOO_MANY,
  /** Not a JSON object on one line. */
  NOT_JSON,
  /** A field holds an object or a list of objects. */
  NOT_FLAT,
  /** A cell whose formula failed. */
  CELL_BROKEN,
  /** No name, or no letter in it. */
  NAME_MISSING,
  /** Nothing by which this kind of subject is known. */
  NUMBER_MISSING,
  /** Not a date. */
  DATE_NOT_READ,
  /** Longer than such a value is. */
  VALUE_TOO_LONG,
  /** Not two letters of ISO 3166-1. */
  COUNTRY_UNKNOWN,
  /** Not a code of its list. */
  CODE_UNKNOWN,
  /** An earlier row of the same file has the same key and says something else. */
  KEY_TWICE,
  /** The key column is empty. */
  KEY_MISSING;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
