package org.entente.node.evidence;

import org.entente.evidence.Index;
import org.entente.node.casework.Originals;
import org.entente.node.measures.MeasureOriginals;

/** What the index of an evidence file says its matter is. */
final class Matters {
  private Matters() {}

  static Index.Matter of(Originals.Matter matter) {
    return new Index.Matter(
        matter.request(),
        matter.id().value(),
        matter.reference(),
        matter.partner().value(),
        matter.partnerReference().orElse(""),
        matter.opening().code(),
        matter.offence().code(),
        matter.openedAt());
  }

  static Index.Matter of(MeasureOriginals.Exchanged measure) {
    return new Index.Matter(
        measure.opened().value(),
        measure.id().value(),
        measure.reference(),
        measure.partner().value(),
        measure.partnerReference(),
        measure.kind().code(),
        measure.offence().code(),
        measure.at());
  }
}
