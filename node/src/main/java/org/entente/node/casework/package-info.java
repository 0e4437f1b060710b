/**
 * Cases, drafts, approval, requests with their deadlines, clarification, reply, refusal, consent,
 * closure: the one way in for every act, whether from a page, the API or a partner. Never lets a
 * message leave or be seen without a decision that names its article. May use act, delivery,
 * partners, officers, exchange, forms, ledger, store, work.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.casework;
