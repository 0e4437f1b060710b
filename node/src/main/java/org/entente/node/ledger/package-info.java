/**
 * The node's ledger: every act is an entry, written in the act's own transaction; proofs and
 * exports for those who check. Entries carry references and salted hashes, never names or content.
 * May use store, work and the ledger library.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.ledger;
