package org.entente.node.delivery;

import java.util.Map;
import org.entente.node.ledger.Event;
import org.entente.node.store.Tx;

/** What a family makes of a message that has arrived. */
public sealed interface Verdict {
  /**
   * It is kept.
   *
   * @param opens of cases, a partner may open so many in a while
   * @param bodyHash SHA-256 of salt and content, hexadecimal, for the ledger
   * @param references what its ledger entry names beside message, sender and digest
   * @param event of that entry
   */
  record Keep(
      Keeping keeping, Opens opens, String bodyHash, Map<String, String> references, Event event)
      implements Verdict {
    public Keep {
      references = Map.copyOf(references);
    }
  }

  /** What a message begins. */
  enum Opens {
    NOTHING,
    CASE,
    /** Counted by itself: a backlog that has used up what may be opened holds no urgent case up. */
    URGENT_CASE
  }

  /** It would be kept, but attachments of it are not here; the partner sends them and it again. */
  record Missing() implements Verdict {}

  /**
   * It is not taken; the sender is told in a signed receipt and gives up.
   *
   * @param code stable
   * @param references what its ledger entry names beside message, sender, digest and code
   */
  record Refuse(String code, Map<String, String> references) implements Verdict {
    public Refuse {
      references = Map.copyOf(references);
    }
  }

  /**
   * Nothing is decided yet: the sender gets a problem (409) and tries again.
   *
   * @param code stable
   */
  record Later(String code) implements Verdict {}

  /** Writes a message and what follows from it, inside the transaction of its receipt. */
  interface Keeping {
    /**
     * Keeps it, if what it was judged on still holds.
     *
     * @throws GroundMoved when it does not
     * @return this node's reference of the case, for the receipt; empty where there is none
     */
    String keep(Tx tx);
  }
}
