/**
 * Who or what is meant: persons with their names as written, dates of birth, documents, vehicles,
 * firearms, numbers, addresses of the Internet, crypto-assets, devices, places.
 *
 * <p>Promises: what was written is kept as written beside what was read from it; a value that
 * carries check digits says whether they hold. Never: drops a letter in silence, guesses a date,
 * reads a clock, a disk or the network. May use: ICU4J, libphonenumber, Bouncy Castle, the JDK; no
 * other part of the project.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject;
