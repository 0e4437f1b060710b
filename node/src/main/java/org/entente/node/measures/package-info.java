/**
 * Urgent measures: alerts, what a life depends on, preservation of data (Directive (EU) 2023/977
 * Art. 4(4), Budapest Convention Art. 29), and calls that came before the written word. Promises
 * that each addressee is decided on by its own agreement, that both nodes move a measure by one
 * table, and that whatever nobody has seen, reviewed or confirmed presses until somebody does.
 * Never tells a partner the name of an officer. May use act, records, casework, delivery, partners,
 * officers, exchange, ledger, store, work.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.measures;
