package org.entente.node.delivery;

import java.time.InstantSource;
import org.entente.agreement.AuthorityId;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Store;

/** The parts that sending and receiving share. */
public record Dispatch(
    Store store,
    Journal journal,
    Receipts receipts,
    Outbox outbox,
    Families families,
    LedgerWatch watch,
    AuthorityId own,
    int casesAnHour,
    InstantSource clock) {
  /** Cases that a partner may open in an hour where nobody set another number. */
  public static final int CASES_AN_HOUR = PartnerRate.CASES_AN_HOUR;
}
