/** Tests of the log, in the words of those who rely on it. */
@org.jspecify.annotations.NullMarked
package org.entente.ledger;
