package org.entente.node.web.frame;

import java.util.List;
import java.util.Map;
import org.entente.node.casework.Unsent;
import org.entente.node.officers.OfficerId;

/**
 * What was typed into the forms of a page and not sent.
 *
 * @param own by this officer, in another tab or before; given back
 * @param beside by colleagues, without what it says
 * @param names of those colleagues
 */
public record Written(
    List<Unsent.Kept> own, List<Unsent.Line> beside, Map<OfficerId, String> names) {
  public Written {
    own = List.copyOf(own);
    beside = List.copyOf(beside);
    names = Map.copyOf(names);
  }

  boolean isEmpty() {
    return own.isEmpty() && beside.isEmpty();
  }
}
