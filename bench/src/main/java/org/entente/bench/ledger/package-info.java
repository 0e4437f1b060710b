/**
 * A ledger of many millions of entries: appending, proofs made and checked, and a whole file
 * verified beside plain SHA-256 of the same bytes in the same run. Promises: what is timed is also
 * checked to hold, and the file is removed at the end. Never: writes outside its temporary folder.
 */
@org.jspecify.annotations.NullMarked
package org.entente.bench.ledger;
