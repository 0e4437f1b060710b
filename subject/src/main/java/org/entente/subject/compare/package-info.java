/**
 * Whether two descriptions mean the same person, with what spoke for it and what against.
 *
 * <p>Promises: one calibrated probability, and the evidence it was made of. May use: {@code
 * subject} and {@code subject.names}.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject.compare;
