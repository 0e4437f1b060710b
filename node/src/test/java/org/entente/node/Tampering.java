package org.entente.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.Node;
import org.entente.ledger.NodesInMemory;
import org.entente.node.store.Statement;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;

/** What somebody with the database's password can do to a node, as skilfully as possible. */
public final class Tampering {
  /** Tables of what a backup holds, so that each stands behind those it points to. */
  private static final List<String> TABLES =
      List.of(
          "case_file",
          "message",
          "told_by",
          "deadline",
          "suspension",
          "attachment",
          "mention",
          "cross_check",
          "possible_match",
          "outbox",
          "receipt",
          "ledger_entry",
          "ledger_node",
          "partner_head",
          "receipt_head",
          "witness_key",
          "own_head",
          "countersigned",
          "log_stop");

  private Tampering() {}

  /** Puts other entries instead of those that are there, with a tree that fits them. */
  public static void rewrite(Store store, UnaryOperator<List<LedgerEntry>> change) {
    store.write(tx -> {
      List<LedgerEntry> before =
          tx.sql("SELECT entry FROM ledger_entry ORDER BY position")
              .query((rs, n) -> LedgerEntry.parse(rs.getBytes("entry")).orThrow())
              .list();
      List<LedgerEntry> after = change.apply(new ArrayList<>(before));
      tx.sql("DELETE FROM ledger_entry").update();
      tx.sql("DELETE FROM ledger_node").update();
      NodesInMemory tree = new NodesInMemory();
      for (int i = 0; i < after.size(); i++) {
        put(tx, tree, after.get(i).at(i));
      }
      return true;
    });
  }

  private static void put(Tx tx, NodesInMemory tree, LedgerEntry entry) {
    tx.sql(
            "INSERT INTO ledger_entry (position, id, matter, event, at, entry) VALUES (:position,"
                + " :id, :matter, :event, :at, :entry)")
        .param("position", entry.index())
        .param("id", entry.id().toString())
        .param("matter", entry.references().get("matter"))
        .param("event", entry.event())
        .param("at", Times.micros(entry.time()))
        .param("entry", entry.encoded())
        .update();
    List<Node> added = MerkleTree.append(tree, entry.index(), entry.leafHash());
    tree.store(added);
    for (Node node : added) {
      tx.sql("INSERT INTO ledger_node (level, position, hash) VALUES (:level, :position, :hash)")
          .param("level", node.level())
          .param("position", node.index())
          .param("hash", node.hash().bytes())
          .update();
    }
  }

  /** Everything that a backup holds of exchange and ledger. */
  public static Backup backup(Store store) {
    return store.read(tx ->
        new Backup(
            TABLES.stream()
                .map(table ->
                    tx.sql("SELECT * FROM " + table).query(new ColumnMapRowMapper()).list())
                .toList()));
  }

  /** The rows of each table, at one time. */
  public record Backup(List<List<Map<String, @Nullable Object>>> tables) {
    /** Sets the database back. */
    public void restore(Store store) {
      store.write(tx -> {
        TABLES.reversed().forEach(table -> tx.sql("DELETE FROM " + table).update());
        for (int i = 0; i < TABLES.size(); i++) {
          for (Map<String, @Nullable Object> row : tables.get(i)) {
            insert(tx, TABLES.get(i), row);
          }
        }
        return true;
      });
    }

    private static void insert(Tx tx, String table, Map<String, @Nullable Object> row) {
      List<String> columns = List.copyOf(row.keySet());
      Statement filling =
          tx.sql(
              "INSERT INTO "
                  + table
                  + " ("
                  + String.join(", ", columns)
                  + ") VALUES ("
                  + String.join(", ", columns.stream().map(c -> ":" + c).toList())
                  + ")");
      row.forEach(filling::param);
      filling.update();
    }
  }
}
