/**
 * The append-only log of a node: a Merkle tree over canonical entries, its signed checkpoints,
 * partners' countersignatures, and files that a court can check without the node.
 *
 * <p>Promises that a changed, missing, added or moved entry is found. Never reads or writes a disk,
 * a clock or a private key of its own; never holds personal data: entries carry references and
 * salted hashes. May use the JDK and, to verify Ed25519, Bouncy Castle.
 */
@org.jspecify.annotations.NullMarked
package org.entente.ledger;
