/**
 * What was signed, as data, and the decision that follows.
 *
 * <p>Promises: an {@link org.entente.agreement.Agreement} exists only if both files were read
 * without a fault and the arrangement stays inside its instrument; a decision is a pure function of
 * the act, the recorded consents and the instant. Never: reads a clock, a disk or the network,
 * guesses an article, lets an agreement switch a safeguard off. May use: Jackson, a JSON Schema
 * validator, the JDK; no other part of the project.
 */
@org.jspecify.annotations.NullMarked
package org.entente.agreement;
