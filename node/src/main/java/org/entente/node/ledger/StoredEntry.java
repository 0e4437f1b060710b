package org.entente.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.Parsed;
import org.entente.node.store.Times;

/**
 * An entry as it is stored, compared with what stands beside it: columns that find it, and the leaf
 * of the tree that was signed. One that differs is never shown as though it had been written so.
 */
final class StoredEntry {
  /** What is read of an entry of the present log. */
  static final String COLUMNS =
      """
      position, event, at, entry, (SELECT hash
      FROM ledger_node
      WHERE level = 0 AND ledger_node.position = ledger_entry.position) AS leaf\
      """;

  private StoredEntry() {}

  /**
   * Reads one.
   *
   * @param rs with the {@link #COLUMNS}; a leaf of null is one of a log that ended, without a tree
   * @throws IllegalStateException when it is not the entry that was written
   */
  static LedgerEntry read(ResultSet rs, int number) throws SQLException {
    LedgerEntry entry = parse(rs.getBytes("entry"));
    byte[] leaf = rs.getBytes("leaf");
    boolean same =
        entry.index() == rs.getLong("position")
            && entry.event().equals(rs.getString("event"))
            && Times.micros(entry.time()) == rs.getLong("at")
            && (leaf == null || Hash.of(leaf).equals(entry.leafHash()));
    if (!same) {
      throw new IllegalStateException(
          "The stored entry " + rs.getLong("position") + " is not the one that was written");
    }
    return entry;
  }

  private static LedgerEntry parse(byte[] encoded) {
    return switch (LedgerEntry.parse(encoded)) {
      case Parsed.Read<LedgerEntry>(LedgerEntry read) -> read;
      case Parsed.Refused<LedgerEntry>(String code, String sentence) ->
          throw new IllegalStateException(
              "A stored entry of the ledger is damaged (" + code + "). " + sentence);
    };
  }
}
