/**
 * Who is on watch, and who is told at night. Promises that an urgent matter, a deadline, a line
 * that is down or a stopped log rings until a person acknowledges it, and that a broken promise
 * shows in the node's health. Never writes a word of content or a name into what leaves the node.
 * May use act, casework, countersigning, delivery, measures, officers, partners, ledger, store,
 * work and the duty and seal libraries.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.duty;
