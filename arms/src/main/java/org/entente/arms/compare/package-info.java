/**
 * Whether two descriptions mean one weapon or one lot, with the reasons.
 *
 * <p>Promises: the same two descriptions give the same answer, whichever is named first; every
 * answer has its reasons; what is in doubt speaks neither for nor against. Never: says that a
 * likeness is more than possible, reads a register. May use: the subject library, ICU4J, the JDK;
 * no other part of the project.
 */
@org.jspecify.annotations.NullMarked
package org.entente.arms.compare;
