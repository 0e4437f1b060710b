/**
 * The sealed index: which outputs of an owner's function belong to records that a partner may
 * check, as something that can be handed over.
 *
 * <p>Promises: whoever has no output of the function learns the number of outputs and nothing else;
 * an output that was not put in is met with a probability of 2^-32; bytes from a stranger are
 * refused or read within their bounds. Never: sees a subject, a key or an input. May use: the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.check.index;
