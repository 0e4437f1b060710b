/**
 * Ledgers compared between partners: countersigns theirs, collects their countersignatures, stops
 * when a log was rewritten, forked or rolled back, and lets two persons lift a stop or continue a
 * log after a backup was restored. Promises that what was countersigned is on disk before the
 * countersignature leaves, and that both heads are kept as proof. Never repairs a ledger. May use
 * act, delivery, partners, officers, ledger, store, work.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.countersigning;
