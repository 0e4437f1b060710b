package org.entente.node.oversight;

import java.time.Instant;
import java.util.Set;
import org.entente.node.ledger.Event;
import org.entente.node.officers.OfficerId;

/**
 * One look of an officer, or one act that could follow from looks, as the ledger tells it.
 *
 * @param position in the present ledger; negative for one that ended
 * @param records identifiers of the records looked at
 * @param about the case or question; empty where there is none
 */
record LookUp(
    OfficerId officer, Instant at, Event event, long position, Set<String> records, String about) {
  LookUp {
    records = Set.copyOf(records);
  }
}
