package org.entente.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.entente.subject.CountryCode;
import org.entente.subject.Subject;
import org.entente.subject.Unsaid;

/**
 * What the cells of a row mean.
 *
 * @param columns what each column means
 * @param cells how they are written
 * @param latest the day on which the file was written at the latest
 */
record RowMeaning(
    SubjectKind kind, Map<String, ColumnMeaning> columns, CellForms cells, LocalDate latest) {
  RowMeaning {
    columns = Map.copyOf(columns);
  }

  Subject subject(RowValues values) throws NotUnderstood {
    return new SubjectReading(values, kind, cells.dates(), latest).subject();
  }

  RowValues values(RawRow row) throws NotUnderstood {
    RowValues values = new RowValues();
    for (Map.Entry<String, List<String>> cell : row.cells().entrySet()) {
      ColumnMeaning meaning = columns.get(cell.getKey());
      if (meaning != null && !row.spoiled().containsKey(cell.getKey())) {
        for (String written : cell.getValue()) {
          read(values, meaning, cell.getKey(), written);
        }
      }
    }
    row.spoiled()
        .forEach((column, fault) -> {
          ColumnMeaning meaning = columns.get(column);
          if (meaning != null) {
            values.note(fault, meaning);
          }
        });
    return values;
  }

  private void read(RowValues values, ColumnMeaning meaning, String column, String written)
      throws NotUnderstood {
    if (written.codePoints().anyMatch(RowMeaning::noLetter)) {
      if (meaning.ofName()) {
        // Half a name would meet strangers.
        throw new NotUnderstood(RowFault.NOT_TEXT, meaning);
      }
      values.note(RowFault.NOT_TEXT, meaning);
      return;
    }
    if (written.length() > Limits.CELL_CHARS) {
      values.note(RowFault.VALUE_TOO_LONG, meaning);
      return;
    }
    for (String part : Parting.of(meaning, clean(written), cells.several())) {
      String value = clean(part);
      if (value.length() > Limits.VALUE_CHARS) {
        values.note(RowFault.VALUE_TOO_LONG, meaning);
      } else if (nothing(meaning, value)) {
        if (meaning == ColumnMeaning.BORN && Unsaid.word(value).length() > 1) {
          values.note(RowFault.DATE_UNKNOWN, meaning);
        }
      } else if (!value.isEmpty()) {
        values.add(meaning, new RowValues.Value(value, column));
      }
    }
  }

  private static boolean noLetter(int c) {
    return c == 0xFFFD || c == 0xFFFE || (Character.isISOControl(c) && !Character.isWhitespace(c));
  }

  /**
   * Without blanks of every kind, and without what a spreadsheet is told that a cell is text by.
   */
  private static String clean(String written) {
    int from = 0;
    int to = written.length();
    while (from < to && blank(written.charAt(from))) {
      from++;
    }
    while (to > from && blank(written.charAt(to - 1))) {
      to--;
    }
    String value = written.substring(from, to);
    if (value.startsWith("=\"") && value.endsWith("\"") && value.length() > 2) {
      return value.substring(2, value.length() - 1).strip();
    }
    return value.startsWith("'") && value.indexOf('\'', 1) < 0 ? value.substring(1).strip() : value;
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\uFEFF'
        || c == '\u200B'
        || c == '\u2060';
  }

  private boolean nothing(ColumnMeaning meaning, String value) {
    if (value.isEmpty() || cells.nothing(value)) {
      return !value.isEmpty() || meaning != ColumnMeaning.BORN;
    }
    return switch (meaning) {
      case BORN -> Unsaid.byDate(value);
      case NAME, ALIAS -> Unsaid.byName(value);
      case FAMILY,
          GIVEN,
          PATRONYMIC,
          BIRTH_PLACE,
          MAKE,
          MODEL,
          CALIBRE,
          PLACE_NAME,
          COORDINATES,
          KEY ->
          Unsaid.by(value);
      // NA is Namibia, NO is Norway.
      case NATIONALITY, COUNTRY ->
          Unsaid.byNumber(value)
              && (value.indexOf('/') >= 0 || CountryCode.nationality(value).isEmpty())
              && !CountryCode.former(value);
      case GENDER,
          DOCUMENT,
          PASSPORT,
          IDENTITY_CARD,
          NATIONAL_NUMBER,
          PHONE,
          ACCOUNT,
          ONLINE,
          PLATE,
          VIN,
          SERIAL,
          REGISTRATION,
          IP_ADDRESS,
          SOURCE_PORT,
          SEEN_AT,
          FILE_HASH,
          WEB_ADDRESS,
          WALLET,
          CHAIN,
          DEVICE_NUMBER,
          CATEGORY,
          OFFENCE,
          EVALUATION,
          HANDLING ->
          Unsaid.byNumber(value);
    };
  }
}
