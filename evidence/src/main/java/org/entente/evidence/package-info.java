/**
 * The evidence file of a case: an ASiC-E container with a CAdES signature that holds what was
 * exchanged as it was signed, receipts, proofs of the ledger and an index; made, and verified
 * without a node.
 *
 * <p>Promises: what verifies was signed by the named authority, nothing in it was changed, added or
 * left out since, and each sentence of the verdict rests on a file that was checked. Never: holds a
 * large file in memory, takes a file apart that is compressed, asks a network. May use seal,
 * ledger, the JDK, Bouncy Castle, Jackson.
 */
@org.jspecify.annotations.NullMarked
package org.entente.evidence;
