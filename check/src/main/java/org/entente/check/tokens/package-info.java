/**
 * The exact tokens of a subject for the blind check: byte strings of which two descriptions of one
 * person or thing mostly share at least one.
 *
 * <p>Promises: at most 24 a side, the same for the same subject; every token of a person holds a
 * part of the name and the date of birth or a part of it. Never: throws at what a subject holds,
 * prints a token. May use: {@code org.entente.subject}, the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.check.tokens;
