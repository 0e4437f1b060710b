/**
 * The national index: records are imported, searched, merged and erased; requests and lists are
 * compared with them. Promises: a record and the ledger's entry about it are written together; no
 * name, date or number lies on a disk in clear; the search index can be rebuilt from the store at
 * any time; each look into it is an entry of the ledger. Never: sends anything to a partner. May
 * use act, casework, delivery, officers, exchange, forms, ledger, store, work and the libraries
 * arms, subject and intake.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.records;
