/**
 * Vehicles, firearms and ships by what is stamped, painted or printed on them.
 *
 * <p>Promises: two writings of one marking give one canonical form; a check digit that is there is
 * told. Never: repairs what does not hold, prints a marking in toString. May use: the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject.things;
