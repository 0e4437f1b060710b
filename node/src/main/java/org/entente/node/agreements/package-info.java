/**
 * The life of an agreement between two nodes: introduction of partners, proposal, comparison,
 * ratification by two persons, amendment, suspension, resumption, termination. Each step is a
 * sealed note with a signed receipt and an entry in both ledgers. Promises that an agreement enters
 * into force on both nodes with the same hash at the same instant, and that one side's suspension
 * stops both. May use act, delivery, partners, officers, exchange, ledger, store.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.agreements;
