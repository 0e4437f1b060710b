package org.entente.node.oversight;

import org.entente.ledger.Hash;
import org.entente.ledger.Nodes;
import org.entente.node.store.Tx;

/** The tree's stored hashes, as one transaction sees them. */
final class LedgerRows implements Nodes {
  private final Tx tx;

  LedgerRows(Tx tx) {
    this.tx = tx;
  }

  long size() {
    return tx.sql("SELECT COALESCE(MAX(position) + 1, 0) FROM ledger_entry")
        .query(Long.class)
        .single();
  }

  @Override
  public Hash at(int level, long index) {
    return Hash.of(
        tx.sql("SELECT hash FROM ledger_node WHERE level = :level AND position = :position")
            .param("level", level)
            .param("position", index)
            .query((rs, n) -> rs.getBytes("hash"))
            .single());
  }
}
