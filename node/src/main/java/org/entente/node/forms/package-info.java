/**
 * What can be filled in of fields of crime, and of traces and deliveries of weapons, beside the
 * words of a message: each form is one description, from which its page, card, bytes, rules and
 * texts follow. Promises that what is said is kept as written, that a form carries no more about
 * anybody than it says it does, and that amounts of different units are never added. May use
 * nothing of the other capabilities.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.forms;
