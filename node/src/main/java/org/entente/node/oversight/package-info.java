/**
 * The supervisor's desk: who looked at a person and why, what left the country on which article,
 * which look-ups are unusual by plain rules, the answer to a person's request for access, the draft
 * of a breach report (Directive (EU) 2016/680 Art. 14, 15, 24, 25, 30, 31, 37, 38). Promises that
 * it reads only, and that each look is itself an entry with its reason. Never changes anything that
 * it looks at. May use act, retention, followup, checks, measures, records, casework, partners,
 * officers, exchange, ledger, store, work.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.oversight;
