/**
 * One blind question and its answer: what the asker keeps, what crosses the border, what the owner
 * does with it.
 *
 * <p>Promises: the owner sees elements that are uniform and as many for every subject; outputs come
 * out only of an answer whose proof holds for the committed key. Never: keeps a blind after the
 * question was closed. May use: the packages {@code oprf} and {@code index}, the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.check.question;
