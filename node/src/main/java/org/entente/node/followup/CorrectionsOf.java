package org.entente.node.followup;

import java.util.ArrayList;
import java.util.List;
import org.entente.node.casework.Corrections;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;

/**
 * What was corrected of messages: by notices that left this node, or that it took in. One that the
 * partner's node refused still says what this authority knows to be right.
 */
final class CorrectionsOf implements Corrections.Source {
  private final Bodies bodies;

  CorrectionsOf(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public List<Corrections.Corrected> of(Reads tx, MessageId message) {
    List<Corrections.Corrected> corrected = new ArrayList<>();
    for (NoticeRows.Row row : NoticeRows.corrections(tx, message)) {
      if (bodies.open(row).orElse(null) instanceof Notice.Correction says) {
        corrected.add(new Corrections.Corrected(says.passage(), says.corrected(), row.id()));
      }
    }
    return corrected;
  }

  @Override
  public List<MessageId> corrected(Reads tx, int most) {
    return NoticeRows.corrected(tx, most);
  }
}
