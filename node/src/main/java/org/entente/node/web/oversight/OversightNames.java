package org.entente.node.web.oversight;

import java.util.HashMap;
import java.util.Map;
import org.entente.ledger.LedgerEntry;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.web.frame.Reader;

/** Names beside identifiers of entries; each is looked up once for a page. */
public final class OversightNames {
  private final Officers officers;
  private final String node;
  private final Map<String, String> known = new HashMap<>();

  OversightNames(Officers officers, Reader reader) {
    this.officers = officers;
    this.node = reader.t("ledger.node");
  }

  /** The officer's name, also of a closed account; the node for what it does by itself. */
  public String of(String actor) {
    return actor.equals(LedgerEntry.NODE)
        ? node
        : known.computeIfAbsent(actor, id -> officers.nameOf(OfficerId.of(id)).orElse(id));
  }

  public String of(OfficerId officer) {
    return of(officer.toString());
  }
}
