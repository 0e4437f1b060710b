/**
 * Files to described subjects: rows of CSV, JSON Lines and Excel workbooks become persons and
 * things as written.
 *
 * <p>Promises: every row is understood or comes back with its line and a stable code that says why
 * not; what was written is kept as written beside what was understood; no row, file or workbook
 * takes more memory than its limit, whatever it claims. Never: repairs or guesses a value in
 * silence, puts what stands in a row into an exception, reads a clock, a disk or the network. May
 * use: the subject and agreement libraries, Jackson, fastexcel, the JDK; no other part of the
 * project.
 */
@org.jspecify.annotations.NullMarked
package org.entente.intake;
