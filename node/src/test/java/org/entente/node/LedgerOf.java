package org.entente.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.ledger.CheckpointSigner;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.seal.Identity;

/** The ledger of a node under test: the key it is signed with, and what stands in it. */
public final class LedgerOf {
  private LedgerOf() {}

  /** Signs with the identity's key, as the running node does. */
  public static CheckpointSigner signer(Identity identity) {
    return signer(identity, identity.card().authority() + "/ledger");
  }

  /** Signs under another name. */
  public static CheckpointSigner signer(Identity identity, String name) {
    return Parts.ledgerSigner(identity, name);
  }

  /** A signed head over the first entries. */
  public static SignedCheckpoint head(Journal journal, Reads tx, long size) {
    return journal.checkpoint(tx, size);
  }

  /** The codes of all events, oldest first. */
  public static List<String> events(Store store) {
    return store.read(tx ->
        tx.sql("SELECT event FROM ledger_entry ORDER BY position").query(String.class).list());
  }

  /** Everything that stands in the entries, as text. */
  public static String text(Store store) {
    List<String> entries =
        store.read(tx ->
            tx.sql("SELECT entry FROM ledger_entry ORDER BY position")
                .query((rs, n) -> new String(rs.getBytes("entry"), StandardCharsets.UTF_8))
                .list());
    return String.join("\n", entries);
  }
}
