/**
 * Takes a case, or an urgent measure by itself, out of the node as an evidence file that a judge
 * can check: what was exchanged, receipts, proofs of the ledger, both cards. Promises that nothing
 * leaves without a supervisor's reason and an entry of its own, that what is erased or restricted
 * is named and not shown, and that no clear file touches a disk. Never signs with the key of
 * messages. May use act, followup, measures, countersigning, casework, delivery, partners,
 * officers, exchange, ledger, store and the evidence library.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.evidence;
