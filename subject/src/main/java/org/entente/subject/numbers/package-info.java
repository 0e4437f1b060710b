/**
 * Bank accounts, crypto-assets, telephone numbers, devices and addresses online, each in one
 * canonical form.
 *
 * <p>Promises: what was written stays beside what was read; a number that cannot be read is refused
 * with the reason. Never: asks a network whether a number exists, prints one in toString. May use:
 * libphonenumber, Bouncy Castle, the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject.numbers;
