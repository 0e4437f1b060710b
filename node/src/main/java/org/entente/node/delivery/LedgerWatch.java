package org.entente.node.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.partners.Partner;
import org.entente.node.store.Tx;

/** What delivery asks of the part that compares ledgers with partners. For many threads. */
public interface LedgerWatch {
  /**
   * Why nothing is exchanged with this partner now, as a code; empty when nothing stands against
   * it.
   */
  Optional<String> stop(AuthorityId partner);

  /** Whether the ledgers were compared, or that was tried, since this node started. */
  boolean compared(AuthorityId partner);

  /** The key and the names of the partner's logs, the one it writes now first. */
  List<CheckpointVerifier> logs(Partner partner);

  /**
   * A head of the partner's log came in a receipt; part of the unit that stores the receipt.
   *
   * @param sealedAt when the message was sealed that the receipt answers
   * @return why the receipt must not be taken; empty when it may
   */
  Optional<String> receipted(Tx tx, Partner partner, SignedCheckpoint head, Instant sealedAt);

  /** What partners ask about ledgers. */
  List<PartnerDoor> doors();

  /**
   * The code as the partner is told it: our own log is "the partner's log" from their point of
   * view.
   */
  static String told(String code) {
    return code.startsWith("own-") ? "partner-" + code.substring("own-".length()) : code;
  }

  /** The code in a problem that a partner answered. */
  static String codeOf(byte[] problem) {
    return Problem.codeOf(problem);
  }
}
