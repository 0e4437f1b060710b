package org.entente.intake;

/** Why a row was not understood; never leaves this package, says nothing of the row itself. */
final class NotUnderstood extends Exception {
  private static final long serialVersionUID = 1L;

  final RowFault fault;
  final String field;

  NotUnderstood(RowFault fault, ColumnMeaning column) {
    this(Note.of(fault, column));
  }

  NotUnderstood(Note note) {
    super(note.fault().code(), null, false, false);
    this.fault = note.fault();
    this.field = note.field();
  }
}
