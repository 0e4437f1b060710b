package org.entente.node.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.HandlingCode;
import org.entente.evidence.Index;
import org.entente.ledger.LedgerEntry;
import org.entente.seal.IdentityCard;

/** Makes the page that a person reads first, a PDF. */
public interface CoverPage {
  byte[] pdf(Facts facts);

  /**
   * What it tells.
   *
   * @param items messages and notices, oldest first
   * @param urgent the identifiers of those that were exchanged in urgent measures
   * @param handling the codes that messages are under, by their identifiers
   * @param receipts when a receiver says it got or refused each of them, by its clock
   * @param entries of the own ledger
   * @param countersigned how many of them a partner countersigned
   * @param timeService where the time is stamped; empty when no service vouches for it
   */
  record Facts(
      Index.Matter matter,
      IdentityCard exporter,
      IdentityCard partner,
      Instant at,
      List<Index.Item> items,
      Set<UUID> urgent,
      Map<UUID, Set<HandlingCode>> handling,
      List<Receipted> receipts,
      List<LedgerEntry> entries,
      long countersigned,
      Optional<String> timeService) {
    public Facts {
      items = List.copyOf(items);
      urgent = Set.copyOf(urgent);
      handling = Map.copyOf(handling);
      receipts = List.copyOf(receipts);
      entries = List.copyOf(entries);
    }
  }

  /** A signed receipt. */
  record Receipted(Index.Item item, Instant at, boolean accepted) {}
}
