package org.entente.node.web.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.duty.HandOver;
import org.entente.node.officers.OfficerId;

/**
 * What the page of a watch that changes hands shows.
 *
 * @param now as the node would write it at this moment
 * @param waiting signed by who went, and accepted by nobody
 * @param names of officers
 */
public record HandOverPage(
    HandOver.Page now,
    Optional<HandOver> waiting,
    List<HandOver> earlier,
    Map<OfficerId, String> names,
    boolean member) {
  /** An officer's name; a dash where nobody did it. */
  public String name(Optional<OfficerId> officer) {
    return officer.map(id -> names.getOrDefault(id, id.toString())).orElse("–");
  }
}
