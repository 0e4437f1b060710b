/**
 * Dates as registers write them, in several scripts, languages and calendars.
 *
 * <p>Promises: what was written stays beside every date it may mean, with each doubt told. Never:
 * takes a day for a month in silence, reads a clock, guesses a calendar or a century. May use:
 * ICU4J, the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject.dates;
