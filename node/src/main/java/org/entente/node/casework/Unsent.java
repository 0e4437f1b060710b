package org.entente.node.casework;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an officer typed and could not send: the session had ended, a colleague was faster, or a
 * field was missing.
 *
 * <p><b>Guarantees.</b> It is kept sealed, given to nobody but that officer, and forgotten after a
 * fortnight or once the same form was taken. Bounded in length and number; where there are too
 * many, the oldest goes.
 *
 * <p><b>Does not guarantee</b> that the step is possible again later. Safe for use by many threads.
 */
public final class Unsent {
  /** Longest form that is kept: the longest text of a message several times. */
  public static final int MOST_CHARS = 200_000;

  /** How many forms of one officer are kept. */
  public static final int MOST_EACH = 20;

  /** How long one is kept. */
  public static final Duration KEPT = Duration.ofDays(14);

  /** A session ends long before; a form that is older finds nobody. */
  private static final Duration OWNED = Duration.ofDays(1);

  private static final byte[] NO_SALT = new byte[0];

  private final Store store;
  private final Vault vault;
  private final Decisions decisions;
  private final InstantSource clock;

  public Unsent(Store store, Vault vault, Decisions decisions, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * A form that was kept.
   *
   * @param path where it was sent to
   */
  public record Kept(UUID id, String path, Instant at, Map<String, List<String>> fields) {
    public Kept {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
      return "Kept[" + id + "]";
    }
  }

  /** A line of the list of what an officer has not sent. */
  public record Line(UUID id, String path, Instant at) {}

  private record Said(String path, Map<String, List<String>> fields) {}

  /** Notes that forms with this token are this officer's. */
  public void owned(OfficerId officer, String token) {
    Instant now = clock.instant();
    Instant before = over(now, OWNED);
    store.write(tx -> {
      tx.sql("DELETE FROM form_owner WHERE at < :before")
          .param("before", Times.micros(before))
          .update();
      return tx.sql(
              """
              INSERT INTO form_owner (token_hash, officer_id, at)
              VALUES (:hash, :officer, :at)
              ON CONFLICT (token_hash) DO UPDATE
              SET officer_id = excluded.officer_id, at = excluded.at
              """)
          .param("hash", hash(token))
          .param("officer", officer.toString())
          .param("at", Times.micros(now))
          .update();
    });
  }

  /** Before that nothing is needed any more; nothing is that old where the clock is in doubt. */
  private Instant over(Instant now, Duration kept) {
    return store.provenTime().erases(now) ? now.minus(kept) : Instant.EPOCH;
  }

  /** Whose form carried this token. */
  public Optional<OfficerId> owner(String token) {
    return store.read(tx ->
        tx.sql("SELECT officer_id FROM form_owner WHERE token_hash = :hash AND at >= :after")
            .param("hash", hash(token))
            .param("after", Times.micros(clock.instant().minus(OWNED)))
            .query(String.class)
            .optional()
            .map(OfficerId::of));
  }

  /**
   * Keeps a form; what this officer kept of the same place before is replaced.
   *
   * @param place which form it is
   * @return empty where it is too long
   */
  public Optional<UUID> keep(
      OfficerId by, String place, String path, Map<String, List<String>> fields) {
    byte[] said = JsonMapper.shared().writeValueAsBytes(new Said(path, fields));
    if (said.length > MOST_CHARS) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    Locked locked = vault.lock(said, row(id));
    Instant now = clock.instant();
    Instant before = over(now, KEPT);
    return Optional.of(
        store.write(tx -> {
          forget(
              tx,
              "WHERE at < :before OR officer_id = :officer AND place = :place",
              by,
              place,
              before);
          insert(tx, id, by, place, now, locked);
          List<String> older =
              tx.sql("SELECT id FROM unsent WHERE officer_id = :officer ORDER BY at DESC, id DESC")
                  .param("officer", by.toString())
                  .query((rs, n) -> rs.getString("id"))
                  .list();
          for (String each : older.subList(Math.min(MOST_EACH, older.size()), older.size())) {
            forget(tx, each);
          }
          return id;
        }));
  }

  private static void insert(
      Tx tx, UUID id, OfficerId by, String place, Instant at, Locked locked) {
    tx.sql(
            """
            INSERT INTO unsent (id, officer_id, place, at, sealed_content, wrapped_key, salt,
              content_hash)
            VALUES (:id, :officer, :place, :at, :sealed, :key, :salt, :hash)
            """)
        .param("id", id.toString())
        .param("officer", by.toString())
        .param("place", place)
        .param("at", Times.micros(at))
        .param("sealed", locked.ciphertext())
        .param("key", locked.wrappedKey())
        .param("salt", locked.salt())
        .param("hash", locked.hash())
        .update();
  }

  /** What this officer typed and did not send, the newest first. */
  public List<Line> of(OfficerId officer) {
    List<Line> lines = new ArrayList<>();
    for (UUID id :
        store.read(tx ->
            tx.sql(
                    """
                    SELECT id
                    FROM unsent
                    WHERE officer_id = :officer AND at >= :after
                    ORDER BY at DESC, id DESC
                    """)
                .param("officer", officer.toString())
                .param("after", Times.micros(clock.instant().minus(KEPT)))
                .query((rs, n) -> UUID.fromString(rs.getString("id")))
                .list())) {
      open(officer, id).ifPresent(kept -> lines.add(new Line(id, kept.path(), kept.at())));
    }
    return lines;
  }

  /** One of them, for its officer. */
  public Optional<Kept> open(OfficerId officer, UUID id) {
    return store
        .read(tx ->
            tx.sql("SELECT * FROM unsent WHERE id = :id AND officer_id = :officer AND at >= :after")
                .param("id", id.toString())
                .param("officer", officer.toString())
                .param("after", Times.micros(clock.instant().minus(KEPT)))
                .query(Unsent::found)
                .optional())
        .flatMap(found -> opened(id, found));
  }

  private record Found(Instant at, Locked locked) {}

  private static Found found(ResultSet rs, int number) throws SQLException {
    return new Found(Times.instant(rs.getLong("at")), LockedColumns.only(rs, "content"));
  }

  private Optional<Kept> opened(UUID id, Found found) {
    try {
      byte[] said = vault.unlock(found.locked(), row(id)).open(decisions.ownDraft());
      Said read = JsonMapper.shared().readValue(said, Said.class);
      return Optional.of(new Kept(id, read.path(), found.at(), read.fields()));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  /** The same form was taken after all. */
  public void taken(OfficerId officer, String place) {
    boolean there =
        store.read(tx ->
            tx.sql("SELECT COUNT(*) FROM unsent WHERE officer_id = :officer AND place = :place")
                    .param("officer", officer.toString())
                    .param("place", place)
                    .query(Long.class)
                    .single()
                > 0);
    if (there) {
      store.write(tx -> {
        forget(
            tx,
            "WHERE at < :before OR officer_id = :officer AND place = :place",
            officer,
            place,
            Instant.EPOCH);
        return true;
      });
    }
  }

  /** The officer does not want it any more. */
  public void discard(OfficerId officer, UUID id) {
    if (open(officer, id).isPresent()) {
      store.write(tx -> {
        forget(tx, id.toString());
        return true;
      });
    }
  }

  private static void forget(Tx tx, String where, OfficerId officer, String place, Instant before) {
    tx.sql(
            """
            SELECT id FROM unsent %s
            """
                .formatted(where))
        .param("officer", officer.toString())
        .param("place", place)
        .param("before", Times.micros(before))
        .query((rs, n) -> rs.getString("id"))
        .list()
        .forEach(id -> forget(tx, id));
  }

  private static void forget(Tx tx, String id) {
    byte @Nullable [] key =
        tx.sql("SELECT wrapped_key FROM unsent WHERE id = :id")
            .param("id", id)
            .query((rs, n) -> rs.getBytes("wrapped_key"))
            .single();
    if (key != null) {
      tx.forget(key);
    }
    tx.sql("DELETE FROM unsent WHERE id = :id").param("id", id).update();
  }

  private static String row(UUID id) {
    return "unsent/" + id;
  }

  private static String hash(String token) {
    return Vault.hash(token.getBytes(StandardCharsets.UTF_8), NO_SALT);
  }
}
