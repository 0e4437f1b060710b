/**
 * Blind checks: what partners may check of the national index, and asking partners whether they
 * know a person or thing.
 *
 * <p>Promises: a partner is answered by its own key of its own epoch only, counted and recorded by
 * both sides; a check that did not come about is "not asked" and never "no hit"; a hit is a
 * possible match until a person at the owner has confirmed it. Never: tells a partner who is meant,
 * follows a hit up by itself. May use act, records, delivery, partners, officers, ledger, store,
 * work and the libraries check, subject and intake.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.checks;
