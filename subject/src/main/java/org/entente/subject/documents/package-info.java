/**
 * Identity and travel documents: their numbers and their machine readable zones (ICAO 9303).
 *
 * <p>Promises: every check digit is told; the zone stays as printed beside what was read. Never:
 * repairs a zone (it only suggests, where check digits confirm), reads a clock. May use: ICU4J, the
 * JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject.documents;
