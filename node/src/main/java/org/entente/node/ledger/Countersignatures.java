package org.entente.node.ledger;

import java.util.List;
import java.util.Optional;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.store.Reads;

/** What proofs ask of the part that collects partners' countersignatures. */
public interface Countersignatures {
  /** The head of the own log over this entry that most partners countersigned. */
  Optional<SignedCheckpoint> over(Reads tx, long position);

  /** Keys of the partners that countersign. */
  List<CosignatureVerifier> witnesses(Reads tx);

  /** Asks the partners that answer to countersign this head; waits a few seconds at most. */
  SignedCheckpoint gather(SignedCheckpoint fresh);
}
