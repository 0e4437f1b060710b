/**
 * Accounts, roles and sign-in. Promises that a password is kept only as an Argon2id hash, a token
 * only as its digest, that guessing is slowed down, and that every sign-in stands in the ledger.
 * Never decides what an agreement permits. May use store and ledger.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.officers;
