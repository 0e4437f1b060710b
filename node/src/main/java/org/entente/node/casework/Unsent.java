package org.entente.node.casework;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Query;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.node.work.Worker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an officer typed into a form and has not sent: saved while it was typed, or kept because the
 * session had ended, a colleague was faster, or a field was missing.
 *
 * <p><b>Guarantees.</b> It is kept sealed and given to nobody but that officer, or to a colleague
 * who takes a draft over. A form that stands in two tabs is kept twice: no text ever replaces
 * another one unseen. It is forgotten once the same form was taken, after a fortnight, with the
 * account of its officer and with the content of its case. Bounded in length and number; where
 * there are too many, the oldest goes.
 *
 * <p><b>Does not guarantee</b> that the step is possible again later. Safe for use by many threads.
 */
public final class Unsent {
  /**
   * Longest form that is kept: both files of a proposed agreement, or a long message many times.
   */
  public static final int MOST_BYTES = 1_000_000;

  /** How many forms of one officer are kept. */
  public static final int MOST_EACH = 50;

  /** How long one is kept. */
  public static final Duration KEPT = Duration.ofDays(14);

  /** A text that was saved so lately is being written now. */
  public static final Duration PRESENT = Duration.ofMinutes(5);

  /** A session ends long before; a form that is older finds nobody. */
  private static final Duration OWNED = Duration.ofDays(1);

  /** Matters of one page whose writers are looked for. */
  private static final int MATTERS_MOST = 100;

  private static final byte[] NO_SALT = new byte[0];

  private static final Pattern MATTER =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Where drafts of a case are written; what is typed elsewhere is its officer's alone. */
  private static final Pattern DRAFTING =
      Pattern.compile(
          "/cases/[^/]+/messages(#.*)?|/messages/[^/]+/content(#.*)?|/requests/[^/]+/.+");

  private final Store store;
  private final Journal journal;
  private final Vault vault;
  private final Decisions decisions;
  private final InstantSource clock;
  private final Worker daily = Worker.every("unsent", Duration.ofDays(1), this::clear);

  public Unsent(
      Store store, Journal journal, Vault vault, Decisions decisions, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.vault = vault;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Forgets every day what was kept long enough. */
  public Worker daily() {
    return daily;
  }

  /**
   * One form as it was opened once, in one tab.
   *
   * @param version how often its text was saved, as far as the tab knows; 0 where it never was
   */
  public record Copy(UUID writing, long version) {
    /** A form that nothing was typed into yet. */
    public static Copy fresh() {
      return new Copy(UUID.randomUUID(), 0);
    }
  }

  /** What came of saving a text. */
  public sealed interface Saved {
    /** It is kept under this identifier and version. */
    record Done(Copy copy) implements Saved {}

    /**
     * Somewhere else the same form was saved with another text. Both are kept.
     *
     * @param copy under which this text is kept now
     * @param other the other text; its officer is another one where it was taken over
     */
    record Beside(Copy copy, UUID other, OfficerId otherBy) implements Saved {}

    /** It is longer than what is kept. */
    record TooLong() implements Saved {}
  }

  /**
   * A form that was kept.
   *
   * @param path where it was sent to
   */
  public record Kept(Copy copy, String path, Instant at, Map<String, List<String>> fields) {
    public Kept {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public UUID id() {
      return copy.writing();
    }

    @Override
    public String toString() {
      return "Kept[" + copy.writing() + "]";
    }
  }

  /**
   * That there is such a text, without what it says.
   *
   * @param place which form it is: the address it is sent to, with its kind where one takes several
   * @param since when it was begun
   * @param at when it was saved last
   */
  public record Line(UUID id, OfficerId officer, String place, Instant since, Instant at) {
    /** Where the form is sent to. */
    public String path() {
      int kind = place.indexOf('#');
      return kind < 0 ? place : place.substring(0, kind);
    }

    /** Whether it is being written at this moment. */
    public boolean present(Instant now) {
      return at.plus(PRESENT).isAfter(now);
    }

    boolean drafting() {
      return DRAFTING.matcher(place).matches();
    }
  }

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
   * Saves what stands in a form now.
   *
   * @param copy what the tab knows of the form; a text that was saved since under the same
   *     identifier is not replaced, both are kept
   * @param place which form it is
   */
  public Saved save(
      OfficerId by, Copy copy, String place, String path, Map<String, List<String>> fields) {
    byte[] said = JsonMapper.shared().writeValueAsBytes(new Said(path, fields));
    if (said.length > MOST_BYTES) {
      return new Saved.TooLong();
    }
    Instant now = clock.instant();
    Instant before = over(now, KEPT);
    return store.write(tx -> {
      forgetBefore(tx, before);
      Optional<Held> held = held(tx, copy.writing());
      if (held.isEmpty()) {
        insert(tx, copy.writing(), by, place, now, said);
        bound(tx, by);
        return new Saved.Done(new Copy(copy.writing(), 1));
      }
      Held there = held.get();
      if (there.by().equals(by)
          && there.place().equals(place)
          && there.version() == copy.version()) {
        update(tx, copy.writing(), now, said);
        return new Saved.Done(new Copy(copy.writing(), there.version() + 1));
      }
      UUID own = UUID.randomUUID();
      insert(tx, own, by, place, now, said);
      bound(tx, by);
      Copy kept = new Copy(own, 1);
      return there.place().equals(place)
          ? new Saved.Beside(kept, copy.writing(), there.by())
          : new Saved.Done(kept);
    });
  }

  private record Held(OfficerId by, String place, long version) {}

  private static Optional<Held> held(Reads tx, UUID id) {
    return tx.sql("SELECT officer_id, place, version FROM unsent WHERE id = :id")
        .param("id", id.toString())
        .query((rs, n) ->
            new Held(
                OfficerId.of(rs.getString("officer_id")),
                rs.getString("place"),
                rs.getLong("version")))
        .optional();
  }

  /** Where an officer has too many, the oldest goes. */
  private static void bound(Tx tx, OfficerId by) {
    List<String> all =
        tx.sql("SELECT id FROM unsent WHERE officer_id = :officer ORDER BY at DESC, id DESC")
            .param("officer", by.toString())
            .query((rs, n) -> rs.getString("id"))
            .list();
    all.subList(Math.min(MOST_EACH, all.size()), all.size()).forEach(id -> forget(tx, id));
  }

  private void insert(Tx tx, UUID id, OfficerId by, String place, Instant at, byte[] said) {
    Locked locked = vault.lock(said, row(id));
    Matcher matter = MATTER.matcher(place);
    tx.sql(
            """
            INSERT INTO unsent (id, officer_id, place, matter, since, at, version, sealed_content,
              wrapped_key, salt, content_hash)
            VALUES (:id, :officer, :place, :matter, :at, :at, 1, :sealed, :key, :salt, :hash)
            """)
        .param("id", id.toString())
        .param("officer", by.toString())
        .param("place", place)
        .param("matter", matter.find() ? matter.group() : null)
        .param("at", Times.micros(at))
        .param("sealed", locked.ciphertext())
        .param("key", locked.wrappedKey())
        .param("salt", locked.salt())
        .param("hash", locked.hash())
        .update();
  }

  /** The key of what stood there before is destroyed. */
  private void update(Tx tx, UUID id, Instant at, byte[] said) {
    forgetKey(tx, id.toString());
    Locked locked = vault.lock(said, row(id));
    tx.sql(
            """
            UPDATE unsent
            SET at = :at, version = version + 1, sealed_content = :sealed, wrapped_key = :key,
              salt = :salt, content_hash = :hash
            WHERE id = :id
            """)
        .param("id", id.toString())
        .param("at", Times.micros(at))
        .param("sealed", locked.ciphertext())
        .param("key", locked.wrappedKey())
        .param("salt", locked.salt())
        .param("hash", locked.hash())
        .update();
  }

  private static final String LINES =
      """
      SELECT id, officer_id, place, since, at
      FROM unsent
      WHERE at >= :after AND %s
      ORDER BY at DESC, id DESC
      """;

  private static Line line(ResultSet rs, int number) throws SQLException {
    return new Line(
        UUID.fromString(rs.getString("id")),
        OfficerId.of(rs.getString("officer_id")),
        rs.getString("place"),
        Times.instant(rs.getLong("since")),
        Times.instant(rs.getLong("at")));
  }

  private long after() {
    return Times.micros(clock.instant().minus(KEPT));
  }

  /** What this officer typed and did not send, the newest first. */
  public List<Line> of(OfficerId officer) {
    return store.read(tx ->
        tx.sql(LINES.formatted("officer_id = :officer"))
            .param("officer", officer.toString())
            .param("after", after())
            .query(Unsent::line)
            .list());
  }

  /**
   * What colleagues have begun to draft in these matters, the newest first.
   *
   * @param matters identifiers of cases and messages
   */
  public List<Line> beside(OfficerId officer, Collection<String> matters) {
    if (matters.isEmpty()) {
      return List.of();
    }
    return store
        .read(tx ->
            tx.sql(LINES.formatted("matter IN (:matters) AND officer_id <> :officer"))
                .param("officer", officer.toString())
                .param("matters", matters.stream().limit(MATTERS_MOST).toList())
                .param("after", after())
                .query(Unsent::line)
                .list())
        .stream()
        .filter(Line::drafting)
        .toList();
  }

  /** One of them, for its officer. */
  public Optional<Kept> open(OfficerId officer, UUID id) {
    return store
        .read(tx ->
            tx.sql("SELECT * FROM unsent WHERE id = :id AND officer_id = :officer AND at >= :after")
                .param("id", id.toString())
                .param("officer", officer.toString())
                .param("after", after())
                .query(Unsent::found)
                .optional())
        .flatMap(found -> opened(id, found));
  }

  private record Found(long version, Instant at, Locked locked) {}

  private static Found found(ResultSet rs, int number) throws SQLException {
    return new Found(
        rs.getLong("version"), Times.instant(rs.getLong("at")), LockedColumns.only(rs, "content"));
  }

  private Optional<Kept> opened(UUID id, Found found) {
    try {
      byte[] said = vault.unlock(found.locked(), row(id)).open(decisions.ownDraft());
      Said read = JsonMapper.shared().readValue(said, Said.class);
      return Optional.of(
          new Kept(new Copy(id, found.version()), read.path(), found.at(), read.fields()));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  /** The form was taken after all; another form of the same page is not. */
  public void taken(OfficerId officer, UUID writing, String place) {
    forget(officer, writing, held -> held.place().equals(place));
  }

  /** The officer does not want it any more. */
  public void discard(OfficerId officer, UUID id) {
    forget(officer, id, held -> true);
  }

  private void forget(OfficerId officer, UUID id, Predicate<Held> which) {
    Predicate<Held> own = held -> held.by().equals(officer);
    if (store.read(tx -> held(tx, id)).filter(own.and(which)).isPresent()) {
      store.write(tx -> {
        held(tx, id).filter(own.and(which)).ifPresent(held -> forget(tx, id.toString()));
        return true;
      });
    }
  }

  /**
   * A colleague goes on with what an officer has begun to draft; that officer keeps what they type
   * from now on beside it.
   */
  public Outcome<Line> takeOver(Officer by, UUID id) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<Line> found =
          tx.sql(LINES.formatted("id = :id AND officer_id <> :officer"))
              .param("id", id.toString())
              .param("officer", by.id().toString())
              .param("after", after())
              .query(Unsent::line)
              .optional()
              .filter(Line::drafting);
      if (found.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      tx.sql("UPDATE unsent SET officer_id = :officer WHERE id = :id")
          .param("id", id.toString())
          .param("officer", by.id().toString())
          .update();
      bound(tx, by.id());
      Matcher matter = MATTER.matcher(found.get().place());
      journal.append(
          tx,
          Event.DRAFT_TAKEN_OVER,
          by.id().toString(),
          Map.of(
              found.get().place().startsWith("/cases/") ? "case" : "message",
              matter.find() ? matter.group() : ""));
      return Outcome.done(found.get());
    });
  }

  /** Forgets what was kept long enough. */
  void clear() {
    Instant before = over(clock.instant(), KEPT);
    store.write(tx -> forgetBefore(tx, before));
  }

  /** What an officer typed goes with their account. */
  public static void forget(Tx tx, OfficerId officer) {
    ids(tx.sql("SELECT id FROM unsent WHERE officer_id = :officer")
            .param("officer", officer.toString()))
        .forEach(id -> forget(tx, id));
  }

  /** What was typed into forms of a case goes with its content. */
  public static void forget(Tx tx, CaseId id) {
    ids(tx.sql(
                """
                SELECT id FROM unsent
                WHERE matter = :case OR matter IN (SELECT id FROM message WHERE case_id = :case)
                """)
            .param("case", id.toString()))
        .forEach(each -> forget(tx, each));
  }

  private static int forgetBefore(Tx tx, Instant before) {
    List<String> old =
        ids(
            tx.sql("SELECT id FROM unsent WHERE at < :before")
                .param("before", Times.micros(before)));
    old.forEach(id -> forget(tx, id));
    return old.size();
  }

  private static List<String> ids(Query sql) {
    return sql.query((rs, n) -> rs.getString("id")).list();
  }

  private static void forget(Tx tx, String id) {
    forgetKey(tx, id);
    tx.sql("DELETE FROM unsent WHERE id = :id").param("id", id).update();
  }

  private static void forgetKey(Tx tx, String id) {
    byte @Nullable [] key =
        tx.sql("SELECT wrapped_key FROM unsent WHERE id = :id")
            .param("id", id)
            .query((rs, n) -> rs.getBytes("wrapped_key"))
            .single();
    if (key != null) {
      tx.forget(key);
    }
  }

  private static String row(UUID id) {
    return "unsent/" + id;
  }

  private static String hash(String token) {
    return Vault.hash(token.getBytes(StandardCharsets.UTF_8), NO_SALT);
  }
}
