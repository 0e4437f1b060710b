/**
 * The ledger and its proofs, and stops where ledgers do not fit; pages and API. Uses no other room
 * of the web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.ledger;
