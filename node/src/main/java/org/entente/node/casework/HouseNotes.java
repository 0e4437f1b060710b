package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * What officers note about a matter for their own house. It is sealed, goes with the content of the
 * case, and no message, evidence file or export carries it. Safe for use by many threads.
 */
public final class HouseNotes {
  /** Notes about one matter. */
  static final int MOST = 500;

  private final Store store;
  private final Journal journal;
  private final Contents contents;
  private final InstantSource clock;

  HouseNotes(Store store, Journal journal, Contents contents, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.clock = clock;
  }

  /** A note as officers read it. */
  public record Note(UUID id, OfficerId by, Instant at, String text) {
    @Override
    public String toString() {
      return "Note[" + id + "]";
    }
  }

  private record Row(UUID id, CaseId caseId, OfficerId by, Instant at, Locked text) {}

  /** Adds a note. */
  public Outcome<UUID> add(Officer by, CaseId caseId, String text) {
    if (!Rights.may(by, Right.NOTE_CASES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    List<ContentFault> faults = ContentRules.faults("note", text);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Hindrance.Faulty(faults));
    }
    UUID id = UUID.randomUUID();
    Locked locked = contents.lockReason(place(id), text.strip());
    return store.write(tx -> {
      Optional<CaseRows.Row> file = CaseRows.find(tx, caseId);
      if (file.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (file.get().restricted() || file.get().erasedAt().isPresent()) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      if (rows(tx, caseId).size() >= MOST) {
        return Outcome.refused(Rejection.TOO_MANY_NOTES);
      }
      tx.sql(
              """
              INSERT INTO house_note (id, case_id, officer_id, at, sealed_text, wrapped_key, salt,
                text_hash)
              VALUES (:id, :case, :by, :at, :sealed, :key, :salt, :hash)
              """)
          .param("id", id.toString())
          .param("case", caseId.toString())
          .param("by", by.id().toString())
          .param("at", Times.micros(clock.instant()))
          .param("sealed", locked.ciphertext())
          .param("key", locked.wrappedKey())
          .param("salt", locked.salt())
          .param("hash", locked.hash())
          .update();
      journal.append(
          tx,
          Event.CASE_NOTED,
          by.id().toString(),
          Map.of("case", caseId.toString(), "note", id.toString()),
          locked.hash());
      return Outcome.done(id);
    });
  }

  /** Strikes a note out for good; only who wrote it can. */
  public Outcome<CaseId> strike(Officer by, UUID id) {
    if (!Rights.may(by, Right.NOTE_CASES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<Row> found = find(tx, id).filter(row -> row.by().equals(by.id()));
      if (found.isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      forget(tx, found.get());
      journal.append(
          tx,
          Event.CASE_NOTE_STRUCK,
          by.id().toString(),
          Map.of("case", found.get().caseId().toString(), "note", id.toString()));
      return Outcome.done(found.get().caseId());
    });
  }

  /** The notes about a case, the oldest first; none of a restricted one. */
  public List<Note> of(Officer by, CaseId id) {
    if (!Rights.may(by, Right.READ_CASES)) {
      return List.of();
    }
    return store.read(tx ->
        CaseRows.find(tx, id).filter(file -> !file.restricted()).isEmpty()
            ? List.of()
            : rows(tx, id).stream()
                .map(row ->
                    new Note(
                        row.id(),
                        row.by(),
                        row.at(),
                        contents.openReason(place(row.id()), row.text())))
                .toList());
  }

  /** They go with the content of the case. */
  static void forget(Tx tx, CaseId id) {
    rows(tx, id).forEach(row -> forget(tx, row));
  }

  private static void forget(Tx tx, Row row) {
    tx.forget(row.text().wrappedKey());
    tx.sql("DELETE FROM house_note WHERE id = :id").param("id", row.id().toString()).update();
  }

  private static Optional<Row> find(Reads tx, UUID id) {
    return tx.sql("SELECT * FROM house_note WHERE id = :id")
        .param("id", id.toString())
        .query(HouseNotes::row)
        .optional();
  }

  private static List<Row> rows(Reads tx, CaseId id) {
    return tx.sql("SELECT * FROM house_note WHERE case_id = :case ORDER BY at, id")
        .param("case", id.toString())
        .query(HouseNotes::row)
        .list();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        UUID.fromString(rs.getString("id")),
        CaseId.of(rs.getString("case_id")),
        OfficerId.of(rs.getString("officer_id")),
        Times.instant(rs.getLong("at")),
        LockedColumns.only(rs, "text"));
  }

  private static String place(UUID id) {
    return "house-note/" + id;
  }
}
