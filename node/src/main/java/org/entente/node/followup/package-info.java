/**
 * Notices about messages that were exchanged: correction, erasure, restriction, recall, tightened
 * handling; and, to the giver, reports of inaccuracies and questions whether it may be passed on
 * (Directive (EU) 2016/680 Art. 7(3), 16(5), 16(6), 35(1)(e)). Promises that every recipient of an
 * item is told and that who has not answered is seen and reminded. Never rests on an agreement: the
 * duty outlives it. May use act, retention, casework, delivery, partners, officers, exchange,
 * ledger, store, work.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.followup;
