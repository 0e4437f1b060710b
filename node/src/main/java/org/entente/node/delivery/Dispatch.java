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
    InstantSource clock) {}
