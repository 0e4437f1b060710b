/**
 * Weapons, their parts, ammunition lots, packages, marks, licences, deliveries and finds.
 *
 * <p>Promises: a mark is kept as it was seen beside what was understood of it; nothing is refused
 * for its form; a licence is never written off below nothing. Never: guesses a maker, reads a
 * clock, a disk or the network, prints a mark in toString. May use: the subject library, ICU4J, the
 * JDK; no other part of the project.
 */
@org.jspecify.annotations.NullMarked
package org.entente.arms;
