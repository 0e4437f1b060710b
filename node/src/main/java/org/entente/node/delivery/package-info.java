/**
 * Carries sealed messages to partners and takes theirs: outbox, mutual TLS, attachments, receipts,
 * retry. Promises that a released message arrives once, in order, over crashes and cut lines, and
 * that a receipt means that the partner's disk holds it. Knows families of mail ({@link
 * org.entente.node.delivery.Mail}) and no kind of any; never opens content. After a loss it names
 * what receipts of partners prove and this node no longer has. May use act, officers, partners,
 * exchange, ledger, store, work.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.delivery;
