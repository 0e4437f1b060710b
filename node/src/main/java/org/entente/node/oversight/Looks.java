package org.entente.node.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import tools.jackson.databind.json.JsonMapper;

/**
 * The supervisors' own looks: what was looked for and why lies sealed beside the entry. The one
 * place of this package that writes; the architecture test holds it to that. Safe for use by many
 * threads.
 */
final class Looks {
  /** How long what a look found can be opened again without a new reason. */
  static final Duration OPEN = Duration.ofHours(24);

  /** How long a look and its reason are kept, as long as those of checks. */
  static final int KEPT_YEARS = 3;

  private static final int ERASED_AT_ONCE = 500;

  private final Store store;
  private final Journal journal;
  private final Vault vault;
  private final Decisions decisions;
  private final InstantSource clock;

  Looks(Store store, Journal journal, Vault vault, Decisions decisions, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.vault = vault;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** What kinds of looks are kept. */
  enum Kind {
    SEARCH(Event.PERSON_LOOKED_FOR),
    HISTORY(Event.PERSON_HISTORY_READ),
    ANSWER(Event.ACCESS_ANSWER_DRAFTED),
    BREACH(Event.BREACH_REPORT_DRAFTED);

    private final Event event;

    Kind(Event event) {
      this.event = event;
    }
  }

  /** A look at rest. */
  record Row(
      LookId id,
      OfficerId by,
      Kind kind,
      Instant at,
      Locked locked,
      Optional<OfficerId> confirmedBy) {}

  /** Keeps a look sealed and writes its entry, both or neither. */
  LookId keep(Officer by, Kind kind, Object said, Map<String, String> references) {
    LookId id = LookId.next();
    Locked locked = vault.lock(JsonMapper.shared().writeValueAsBytes(said), place(id));
    Map<String, String> all = new TreeMap<>(references);
    all.put("look", id.toString());
    store.write(tx -> {
      insert(tx, new Row(id, by.id(), kind, clock.instant(), locked, Optional.empty()));
      return journal.append(tx, kind.event, by.id().toString(), all, locked.hash());
    });
    return id;
  }

  /** Notes a look that is about no person in particular. */
  void note(Officer by, Map<String, String> references) {
    store.write(tx -> journal.append(tx, Event.SUPERVISION_READ, by.id().toString(), references));
  }

  private static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO supervision_look (id, officer_id, kind, at, sealed_look, wrapped_key,
              salt, look_hash)
            VALUES (:id, :by, :kind, :at, :sealed, :key, :salt, :hash)
            """)
        .param("id", row.id().toString())
        .param("by", row.by().toString())
        .param("kind", row.kind().name())
        .param("at", Times.micros(row.at()))
        .param("sealed", row.locked().ciphertext())
        .param("key", row.locked().wrappedKey())
        .param("salt", row.locked().salt())
        .param("hash", row.locked().hash())
        .update();
  }

  /** A look with what it said. */
  record Opened<T>(LookId id, OfficerId by, Instant at, T said, Optional<OfficerId> confirmedBy) {}

  /** A second person stands for what a look led to; false if an officer did before. */
  boolean confirm(Officer by, LookId id) {
    return store.write(tx -> {
      boolean first =
          tx.sql(
                      """
                      UPDATE supervision_look
                      SET confirmed_by = :by, confirmed_at = :at
                      WHERE id = :id AND confirmed_by IS NULL AND officer_id <> :by
                      """)
                  .param("by", by.id().toString())
                  .param("at", Times.micros(clock.instant()))
                  .param("id", id.toString())
                  .update()
              == 1;
      if (first) {
        journal.append(
            tx, Event.ACCESS_ANSWER_CONFIRMED, by.id().toString(), Map.of("look", id.toString()));
      }
      return first;
    });
  }

  /** A look of this kind, by any officer at any time. */
  <T> Optional<Opened<T>> find(LookId id, Kind kind, Class<T> type) {
    Optional<Row> row =
        store.read(tx ->
            tx.sql("SELECT * FROM supervision_look WHERE id = :id AND kind = :kind")
                .param("id", id.toString())
                .param("kind", kind.name())
                .query(Looks::row)
                .optional());
    return row.flatMap(r -> open(r, type));
  }

  /** The officer's own look of this kind, while it can be opened without a new reason. */
  <T> Optional<Opened<T>> own(Officer by, LookId id, Kind kind, Class<T> type) {
    return find(id, kind, type)
        .filter(look -> look.by().equals(by.id()))
        .filter(look -> look.at().plus(OPEN).isAfter(clock.instant()));
  }

  /** The newest looks of a kind. */
  <T> Paged<Opened<T>> newest(Kind kind, Class<T> type, Paged.Wanted wanted) {
    Paged<Row> rows =
        store.read(tx ->
            Paged.of(
                tx.sql("SELECT COUNT(*) FROM supervision_look WHERE kind = :kind")
                    .param("kind", kind.name())
                    .query(Long.class)
                    .single(),
                wanted,
                page ->
                    tx.sql(
                            """
                            SELECT *
                            FROM supervision_look
                            WHERE kind = :kind
                            ORDER BY at DESC, id DESC LIMIT :size OFFSET :offset
                            """)
                        .param("kind", kind.name())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(Looks::row)
                        .list()));
    return rows.with(rows.lines().stream().flatMap(row -> open(row, type).stream()).toList());
  }

  private <T> Optional<Opened<T>> open(Row row, Class<T> type) {
    try {
      byte[] said = vault.unlock(row.locked(), place(row.id())).open(decisions.ownRecords());
      return Optional.of(
          new Opened<>(
              row.id(),
              row.by(),
              row.at(),
              JsonMapper.shared().readValue(said, type),
              row.confirmedBy()));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  /** Forgets expired looks. */
  int eraseDue() {
    Instant now = clock.instant();
    if (!store.provenTime().erases(now)) {
      return 0;
    }
    Instant before = now.atZone(ZoneOffset.UTC).minusYears(KEPT_YEARS).toInstant();
    int erased = 0;
    List<Row> due = store.read(tx -> due(tx, before));
    while (!due.isEmpty()) {
      List<Row> page = due;
      store.write(tx -> {
        for (Row row : page) {
          tx.forget(row.locked().wrappedKey());
          tx.sql("DELETE FROM supervision_look WHERE id = :id")
              .param("id", row.id().toString())
              .update();
          journal.append(
              tx, Event.SUPERVISION_LOOK_ERASED, Journal.NODE, Map.of("look", row.id().toString()));
        }
        return page.size();
      });
      erased += page.size();
      due = store.read(tx -> due(tx, before));
    }
    return erased;
  }

  private static List<Row> due(Reads tx, Instant before) {
    return tx.sql("SELECT * FROM supervision_look WHERE at < :before ORDER BY at LIMIT :most")
        .param("before", Times.micros(before))
        .param("most", ERASED_AT_ONCE)
        .query(Looks::row)
        .list();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        LookId.of(rs.getString("id")),
        OfficerId.of(rs.getString("officer_id")),
        Kind.valueOf(rs.getString("kind")),
        Times.instant(rs.getLong("at")),
        LockedColumns.only(rs, "look"),
        Optional.ofNullable(rs.getString("confirmed_by")).map(OfficerId::of));
  }

  private static String place(LookId id) {
    return "oversight-look/" + id;
  }
}
