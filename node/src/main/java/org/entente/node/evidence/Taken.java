package org.entente.node.evidence;

import java.util.Map;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.CaseId;
import org.entente.node.measures.MeasureId;

/** What evidence is taken of. */
public sealed interface Taken {
  /** A case, with the urgent measures that belong to it. */
  record OfCase(CaseId id) implements Taken {}

  /** An urgent measure by itself, between this authority and one partner. */
  record OfMeasure(MeasureId id, AuthorityId partner) implements Taken {}

  /** What the entry of the ledger says of it; no names, no content. */
  default Map<String, String> references() {
    return switch (this) {
      case OfCase(CaseId id) -> Map.of("case", id.toString());
      case OfMeasure(MeasureId id, AuthorityId partner) ->
          Map.of("measure", id.toString(), "partner", partner.value());
    };
  }
}
