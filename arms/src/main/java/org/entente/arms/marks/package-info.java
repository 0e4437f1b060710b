/**
 * What was understood of a mark, beside what was seen.
 *
 * <p>Promises: every text has a reading, if only its own letters; where two readings are possible
 * both are told; what was assumed is told. Never: replaces what was seen, refuses a form, throws,
 * takes a maker from a code without a table that names its source. May use: the subject library,
 * ICU4J, the JDK; no other part of the project.
 */
@org.jspecify.annotations.NullMarked
package org.entente.arms.marks;
