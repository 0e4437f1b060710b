/**
 * What identifies something on the Internet, each in one canonical form: addresses, digests of
 * files, domains and pages.
 *
 * <p>Promises: what was written stays beside what was read; what cannot be read is refused with the
 * reason. Never: asks a network whether something exists, prints a value in toString. May use: the
 * JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject.net;
