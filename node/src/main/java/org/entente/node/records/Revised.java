package org.entente.node.records;

import java.util.Optional;
import org.entente.subject.Subject;

/**
 * A change of a record, for what follows the index.
 *
 * @param revision of this change; later ones are higher
 * @param standing what the record says now; empty once it was erased
 */
public record Revised(RecordId id, long revision, Optional<Standing> standing) {
  /** A record that is there. */
  public record Standing(Subject subject, Provisions provisions) {
    @Override
    public String toString() {
      return "Standing[…]";
    }
  }
}
