package org.entente.node.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.agreement.AuthorityId;
import org.entente.node.checks.Epoch.State;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The rows of epochs and of what is sealed under them. */
final class EpochRows {
  private static final byte[] NOTHING = new byte[0];

  /** Rows read at once. */
  private static final int PAGE = 10_000;

  private EpochRows() {}

  /** A part of an index at rest. */
  record Part(long position, Effect effect, String digest, long sizeBytes, long prefixes) {}

  /** What a part does. */
  enum Effect {
    SHARD,
    ADDED,
    REMOVED
  }

  static void insert(Tx tx, Epoch epoch) {
    tx.sql(
            """
            INSERT INTO check_epoch (id, partner, state, sealed_seed, wrapped_key, salt,
              seed_hash, public_key, commitment, opened_at, closes_at, followed, revision,
              records)
            VALUES (:id, :partner, :state, :seed, :wrapped, :salt, :hash, :key, :commitment,
              :opened, :closes, 0, 0, 0)
            """)
        .param("id", epoch.id().toString())
        .param("partner", epoch.partner().value())
        .param("state", epoch.state().name())
        .param("seed", epoch.seed().ciphertext())
        .param("wrapped", epoch.seed().wrappedKey())
        .param("salt", epoch.seed().salt())
        .param("hash", epoch.seed().hash())
        .param("key", epoch.publicKey())
        .param("commitment", epoch.commitment())
        .param("opened", Times.micros(epoch.openedAt()))
        .param("closes", Times.micros(epoch.closesAt()))
        .update();
  }

  static List<Epoch> living(Reads tx) {
    return tx.sql("SELECT * FROM check_epoch WHERE state <> 'CLOSED' ORDER BY opened_at, id")
        .query(EpochRows::epoch)
        .list();
  }

  static List<Epoch> living(Reads tx, AuthorityId partner) {
    return living(tx).stream().filter(epoch -> epoch.partner().equals(partner)).toList();
  }

  static Optional<Epoch> open(Reads tx, AuthorityId partner) {
    return living(tx, partner).stream().filter(epoch -> epoch.state() == State.OPEN).findFirst();
  }

  static Optional<Epoch> find(Tx tx, EpochId id) {
    return tx.sql("SELECT * FROM check_epoch WHERE id = :id")
        .param("id", id.toString())
        .query(EpochRows::epoch)
        .optional();
  }

  /** Opens a built epoch; the one before it is closed by the caller, in the same transaction. */
  static void opened(Tx tx, EpochId id) {
    tx.sql("UPDATE check_epoch SET state = 'OPEN' WHERE id = :id AND state = 'BUILDING'")
        .param("id", id.toString())
        .update();
  }

  /** Destroys the seed of an epoch and everything that was sealed with it. */
  static boolean close(Tx tx, EpochId id) {
    find(tx, id).ifPresent(epoch -> tx.forget(epoch.seed().wrappedKey()));
    boolean living =
        tx.sql(
                    """
                    UPDATE check_epoch
                    SET state = 'CLOSED', sealed_seed = :nothing, wrapped_key = :nothing,
                      salt = :nothing
                    WHERE id = :id AND state <> 'CLOSED'
                    """)
                .param("nothing", NOTHING)
                .param("id", id.toString())
                .update()
            == 1;
    for (String table : List.of("check_sealed", "check_segment")) {
      tx.sql(
              """
              DELETE
              FROM %s
              WHERE epoch_id = :id
              """
                  .formatted(table))
          .param("id", id.toString())
          .update();
    }
    return living;
  }

  /** Moves on; false if the epoch was closed or another thread was faster. */
  static boolean follow(Tx tx, Epoch epoch, long followed, long records) {
    return tx.sql(
                """
                UPDATE check_epoch
                SET followed = :followed, records = records + :records
                WHERE id = :id AND followed = :before AND state <> 'CLOSED'
                """)
            .param("followed", followed)
            .param("records", records)
            .param("id", epoch.id().toString())
            .param("before", epoch.followed())
            .update()
        == 1;
  }

  /** What those of some records that are sealed have under an epoch. */
  static Map<String, byte[]> sealed(Reads tx, EpochId epoch, Collection<String> records) {
    Map<String, byte[]> sealed = new HashMap<>();
    tx.sql(
            """
            SELECT record_id, prefixes
            FROM check_sealed
            WHERE epoch_id = :epoch AND record_id IN (:ids)
            """)
        .param("epoch", epoch.toString())
        .param("ids", records)
        .each(rs -> {
          sealed.put(rs.getString("record_id"), rs.getBytes("prefixes"));
        });
    return sealed;
  }

  static void seal(Tx tx, EpochId epoch, String record, byte[] prefixes) {
    tx.sql(
            """
            INSERT INTO check_sealed (epoch_id, record_id, prefixes)
            VALUES (:epoch, :id, :prefixes)
            ON CONFLICT (epoch_id, record_id) DO UPDATE
            SET prefixes = excluded.prefixes
            """)
        .param("epoch", epoch.toString())
        .param("id", record)
        .param("prefixes", prefixes)
        .update();
  }

  static void unseal(Tx tx, EpochId epoch, String record) {
    tx.sql("DELETE FROM check_sealed WHERE epoch_id = :epoch AND record_id = :id")
        .param("epoch", epoch.toString())
        .param("id", record)
        .update();
  }

  /** Hands over what every record has under an epoch, one after the other. */
  static void each(Reads tx, EpochId epoch, Consumer<byte[]> consumer) {
    // By pages: a driver may hold the whole of a result in memory.
    Optional<String> last = Optional.of("");
    while (last.isPresent()) {
      last = page(tx, epoch, last.get(), consumer);
    }
  }

  private static Optional<String> page(
      Reads tx, EpochId epoch, String after, Consumer<byte[]> consumer) {
    String[] last = {null};
    tx.sql(
            """
            SELECT record_id, prefixes
            FROM check_sealed
            WHERE epoch_id = :epoch AND record_id > :after
            ORDER BY record_id LIMIT :page
            """)
        .param("epoch", epoch.toString())
        .param("after", after)
        .param("page", PAGE)
        .each(rs -> {
          consumer.accept(rs.getBytes("prefixes"));
          last[0] = rs.getString("record_id");
        });
    return Optional.ofNullable(last[0]);
  }

  static List<Part> parts(Reads tx, EpochId epoch) {
    return tx.sql("SELECT * FROM check_segment WHERE epoch_id = :epoch ORDER BY position")
        .param("epoch", epoch.toString())
        .query((rs, n) ->
            new Part(
                rs.getLong("position"),
                Effect.valueOf(rs.getString("effect")),
                rs.getString("digest"),
                rs.getLong("size_bytes"),
                rs.getLong("prefixes")))
        .list();
  }

  static List<String> digests(Reads tx) {
    return tx.sql("SELECT DISTINCT digest FROM check_segment")
        .query((rs, n) -> rs.getString("digest"))
        .list();
  }

  static void put(Tx tx, EpochId epoch, Part part) {
    tx.sql(
            """
            INSERT INTO check_segment (epoch_id, position, effect, digest, size_bytes, prefixes)
            VALUES (:epoch, :position, :effect, :digest, :size, :prefixes)
            """)
        .param("epoch", epoch.toString())
        .param("position", part.position())
        .param("effect", part.effect().name())
        .param("digest", part.digest())
        .param("size", part.sizeBytes())
        .param("prefixes", part.prefixes())
        .update();
  }

  static void clearParts(Tx tx, EpochId epoch) {
    tx.sql("DELETE FROM check_segment WHERE epoch_id = :epoch")
        .param("epoch", epoch.toString())
        .update();
  }

  static void published(Tx tx, EpochId epoch, Instant now) {
    tx.sql("UPDATE check_epoch SET revision = revision + 1, published_at = :now WHERE id = :id")
        .param("now", Times.micros(now))
        .param("id", epoch.toString())
        .update();
  }

  private static Epoch epoch(ResultSet rs, int number) throws SQLException {
    return new Epoch(
        EpochId.of(rs.getString("id")),
        new AuthorityId(rs.getString("partner")),
        State.valueOf(rs.getString("state")),
        LockedColumns.only(rs, "seed"),
        rs.getString("public_key"),
        rs.getLong("commitment"),
        Times.instant(rs.getLong("opened_at")),
        Times.instant(rs.getLong("closes_at")),
        rs.getLong("followed"),
        rs.getLong("revision"),
        rs.getLong("records"),
        Times.instant(rs.getObject("published_at")));
  }
}
