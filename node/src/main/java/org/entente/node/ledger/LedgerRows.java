package org.entente.node.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entente.ledger.Hash;
import org.entente.ledger.Nodes;
import org.entente.node.store.Reads;

/** The tree's stored hashes, as one transaction sees them. */
final class LedgerRows implements Nodes {
  private final Reads tx;

  LedgerRows(Reads tx) {
    this.tx = tx;
  }

  long size() {
    return tx.sql("SELECT COALESCE(MAX(position) + 1, 0) FROM ledger_entry")
        .query(Long.class)
        .single();
  }

  @Override
  public Hash at(int level, long index) {
    return Hash.of(
        tx.sql("SELECT hash FROM ledger_node WHERE level = :level AND position = :position")
            .param("level", level)
            .param("position", index)
            .query((rs, n) -> rs.getBytes("hash"))
            .single());
  }

  /** One query for a whole proof; the numbers are the tree's own, so they stand in the text. */
  @Override
  public List<Hash> all(List<Place> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    String wanted =
        places.stream()
            .map(place -> "(" + place.level() + "," + place.index() + ")")
            .collect(Collectors.joining(","));
    Map<Place, Hash> found = new HashMap<>();
    tx.sql(
            """
            SELECT level, position, hash
            FROM ledger_node
            WHERE (level, position) IN (VALUES %s)
            """
                .formatted(wanted))
        .query((rs, n) ->
            found.put(
                new Place(rs.getInt("level"), rs.getLong("position")),
                Hash.of(rs.getBytes("hash"))))
        .list();
    return places.stream().map(place -> Objects.requireNonNull(found.get(place))).toList();
  }
}
