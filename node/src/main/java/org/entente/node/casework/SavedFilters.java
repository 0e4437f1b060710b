package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * Parts of the work list that an officer comes back to, under names of their own; nobody else sees
 * them. Safe for use by many threads.
 */
public final class SavedFilters {
  /** The longest name of one. */
  public static final int NAME_MOST = 60;

  /** How many an officer keeps; the oldest goes. */
  static final int MOST_EACH = 20;

  private final Store store;
  private final Contents contents;
  private final InstantSource clock;

  SavedFilters(Store store, Contents contents, InstantSource clock) {
    this.store = store;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param query what stands behind the question mark of its address
   */
  public record Saved(UUID id, String name, String query) {
    @Override
    public String toString() {
      return "Saved[" + id + "]";
    }
  }

  private record Row(String id, String query, Locked name) {}

  /**
   * Keeps a part of the list under a name.
   *
   * @param query an address that was read before
   */
  public Outcome<UUID> save(Officer by, String name, String query) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > NAME_MOST) {
      return Outcome.refused(Rejection.NAME_MISSING);
    }
    UUID id = UUID.randomUUID();
    Locked locked = contents.lockReason(place(id.toString()), called);
    return store.write(tx -> {
      tx.sql(
              """
              INSERT INTO saved_filter (id, officer_id, query, at, sealed_name, wrapped_key, salt,
                name_hash)
              VALUES (:id, :officer, :query, :at, :sealed, :key, :salt, :hash)
              """)
          .param("id", id.toString())
          .param("officer", by.id().toString())
          .param("query", query)
          .param("at", Times.micros(clock.instant()))
          .param("sealed", locked.ciphertext())
          .param("key", locked.wrappedKey())
          .param("salt", locked.salt())
          .param("hash", locked.hash())
          .update();
      List<Row> all = rows(tx, by.id());
      all.subList(0, Math.max(0, all.size() - MOST_EACH)).forEach(row -> forget(tx, row));
      return Outcome.done(id);
    });
  }

  /** The officer's own, the oldest first. */
  public List<Saved> of(OfficerId officer) {
    return store.read(tx -> rows(tx, officer)).stream()
        .map(row ->
            new Saved(
                UUID.fromString(row.id()),
                contents.openReason(place(row.id()), row.name()),
                row.query()))
        .toList();
  }

  /** The officer does not want it any more; of another officer's nothing happens. */
  public void remove(Officer by, UUID id) {
    store.write(tx -> {
      rows(tx, by.id()).stream()
          .filter(row -> row.id().equals(id.toString()))
          .forEach(row -> forget(tx, row));
      return true;
    });
  }

  private static List<Row> rows(Reads tx, OfficerId officer) {
    return tx.sql("SELECT * FROM saved_filter WHERE officer_id = :officer ORDER BY at, id")
        .param("officer", officer.toString())
        .query(SavedFilters::row)
        .list();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(rs.getString("id"), rs.getString("query"), LockedColumns.only(rs, "name"));
  }

  private static void forget(Tx tx, Row row) {
    tx.forget(row.name().wrappedKey());
    tx.sql("DELETE FROM saved_filter WHERE id = :id").param("id", row.id()).update();
  }

  private static String place(String id) {
    return "saved-filter/" + id;
  }
}
