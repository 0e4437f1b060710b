package org.entente.intake;

import java.util.Locale;

/** Why a row of a file was not taken, or a field of one that was. */
public enum RowFault {
  /** Bytes that are no characters of the file's encoding, or characters that nobody writes. */
  NOT_TEXT,
  /** Longer than a row may be. */
  ROW_TOO_LONG,
  /** A quotation mark is opened and never closed. */
  QUOTE_NOT_CLOSED,
  /** More cells than columns. */
  CELLS_TOO_MANY,
  /** Not a JSON object. */
  NOT_JSON,
  /** A field holds a list of objects. */
  NOT_FLAT,
  /** A cell whose formula failed or was never computed. */
  CELL_BROKEN,
  /** No name, or no letter in it. */
  NAME_MISSING,
  /** Nothing by which this kind of subject is known. */
  NUMBER_MISSING,
  /** A program rounded the number; its digits are gone. */
  NUMBER_DAMAGED,
  /** Not a date. */
  DATE_NOT_READ,
  /** The file says in words that the date is not known. */
  DATE_UNKNOWN,
  /** The day has not come yet. */
  DATE_AHEAD,
  /** Longer than such a value is. */
  VALUE_TOO_LONG,
  /** No country that is known. */
  COUNTRY_UNKNOWN,
  /** A state that ended and has no single successor. */
  COUNTRY_FORMER,
  /** No word for a sex, or a letter that languages read differently. */
  GENDER_UNKNOWN,
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
