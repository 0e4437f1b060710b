package org.entente.node.delivery;

import org.entente.node.store.Tx;

/**
 * What a message of ours says, to be sealed anew under the same identifier.
 *
 * @param envelope as it was sealed
 * @param keeping what has to be kept in step with the new sealing
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, handed over, never compared.
public record Afresh(Envelope envelope, byte[] body, Keeping keeping) {
  /** Writes what follows from the new sealing, in the transaction that puts it into the outbox. */
  public interface Keeping {
    void keep(Tx tx, Outbox.Sealing sealing);
  }

  @Override
  public String toString() {
    return "Afresh[…]";
  }
}
