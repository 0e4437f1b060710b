package org.entente.intake;

/**
 * What was not understood in one field of a row that was taken all the same.
 *
 * @param field the code of what the column means
 */
public record Note(RowFault fault, String field) {
  static Note of(RowFault fault, ColumnMeaning field) {
    return new Note(fault, field.code());
  }
}
