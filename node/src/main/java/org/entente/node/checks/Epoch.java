package org.entente.node.checks;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.store.Vault.Locked;

/**
 * The time during which one key answers one partner, and the sealed index made with that key.
 *
 * @param seed of the key, sealed; empty once the epoch is closed
 * @param publicKey the commitment to the key, in hexadecimal
 * @param commitment position of the ledger's entry that holds it
 * @param followed revision of the records up to which they are sealed
 * @param revision of the index; every published change is a new one
 * @param records how many records it holds
 */
record Epoch(
    EpochId id,
    AuthorityId partner,
    State state,
    Locked seed,
    String publicKey,
    long commitment,
    Instant openedAt,
    Instant closesAt,
    long followed,
    long revision,
    long records,
    Optional<Instant> publishedAt) {
  /** How far it is. */
  enum State {
    /** Records are being sealed; nobody is answered yet. */
    BUILDING,
    /** The partner is answered. */
    OPEN,
    /** The key is destroyed. */
    CLOSED
  }

  @Override
  public String toString() {
    return "Epoch[" + id + "]";
  }
}
