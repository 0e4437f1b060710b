/**
 * The commands of {@code ./entente}: found a node's folder, run the demonstration, drive it through
 * the public API, verify a ledger or a proof without any node. Knows the nodes only as processes
 * and addresses; may use the agreement, formats, seal and ledger libraries.
 */
@org.jspecify.annotations.NullMarked
package org.entente.command;
