package org.entente.node.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.SubjectKind;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of records. */
final class RecordRows {
  private static final byte[] NOTHING = new byte[0];

  private RecordRows() {}

  /** A register as one import read it. */
  record Register(String source, String kind, ImportId newest) {}

  /** A record at rest. */
  record Row(
      RecordId id,
      String source,
      Locked locked,
      Provisions provisions,
      Optional<RecordId> mergedInto,
      ImportId importId,
      Instant createdAt,
      Instant updatedAt,
      boolean erased,
      long revision) {}

  /** What an import has to know of a record that is there already. */
  record Known(RecordId id, String digest, boolean erased, ImportId importId) {}

  /** A record to be written. */
  record Written(
      RecordId id,
      String source,
      String key,
      SubjectKind kind,
      String digest,
      Locked locked,
      Provisions provisions,
      ImportId importId,
      long revision) {}

  static Map<String, Known> known(Reads tx, String source, Collection<String> keys) {
    Map<String, Known> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    tx.sql(
            """
            SELECT id, source_key, content_digest, erased_at, import_id
            FROM record
            WHERE source = :source AND source_key IN (:keys)
            """)
        .param("source", source)
        .param("keys", keys)
        .each(rs -> {
          found.put(
              rs.getString("source_key"),
              new Known(
                  RecordId.of(rs.getString("id")),
                  rs.getString("content_digest"),
                  rs.getObject("erased_at") != null,
                  ImportId.of(rs.getString("import_id"))));
        });
    return found;
  }

  /** Destroys the key of what a record says now: it is erased, or about to say something else. */
  static void forget(Tx tx, RecordId id) {
    tx.sql("SELECT wrapped_key FROM record WHERE id = :id")
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("wrapped_key"))
        .list()
        .forEach(tx::forget);
  }

  /** Writes a record, instead of what its source said before under the same key. */
  static void put(Tx tx, Written w, Instant now) {
    tx.sql(
            """
            INSERT INTO record (id, source, source_key, kind, content_digest, sealed_content,
              wrapped_key, salt, content_hash, category, offence, evaluation, handling,
              review_by, erase_by, checkable_by, merged_into, import_id, created_at, updated_at,
              erased_at, revision)
            VALUES (:id, :source, :key, :kind, :digest, :content, :wrapped, :salt, :hash,
              :category, :offence, :evaluation, :handling, :review, :erase, :checkable, NULL,
              :import, :now, :now, NULL, :revision)
            ON CONFLICT (source, source_key) DO UPDATE
            SET kind = excluded.kind, content_digest = excluded.content_digest,
              sealed_content = excluded.sealed_content, wrapped_key = excluded.wrapped_key,
              salt = excluded.salt, content_hash = excluded.content_hash,
              category = excluded.category, offence = excluded.offence,
              evaluation = excluded.evaluation, handling = excluded.handling,
              review_by = excluded.review_by, erase_by = excluded.erase_by,
              checkable_by = excluded.checkable_by, import_id = excluded.import_id,
              updated_at = excluded.updated_at, erased_at = NULL, revision = excluded.revision
            """)
        .param("id", w.id().toString())
        .param("source", w.source())
        .param("key", w.key())
        .param("kind", w.kind().code())
        .param("digest", w.digest())
        .param("content", w.locked().ciphertext())
        .param("wrapped", w.locked().wrappedKey())
        .param("salt", w.locked().salt())
        .param("hash", w.locked().hash())
        .param("category", w.provisions().category().code())
        .param("offence", w.provisions().offence().code())
        .param("evaluation", w.provisions().evaluation().code())
        .param("handling", handling(w.provisions()))
        .param("review", Times.micros(w.provisions().reviewBy()))
        .param("erase", Times.micros(w.provisions().eraseBy()))
        .param("checkable", checkable(w.provisions()))
        .param("import", w.importId().toString())
        .param("now", Times.micros(now))
        .param("revision", w.revision())
        .update();
  }

  /** Notes that an import met these records again, word for word. */
  static void metAgain(Tx tx, Collection<RecordId> ids, ImportId importId) {
    if (!ids.isEmpty()) {
      tx.sql("UPDATE record SET import_id = :import WHERE id IN (:ids)")
          .param("import", importId.toString())
          .param("ids", texts(ids))
          .update();
    }
  }

  static Optional<Row> find(Reads tx, RecordId id) {
    return tx.sql("SELECT * FROM record WHERE id = :id AND erased_at IS NULL")
        .param("id", id.toString())
        .query(RecordRows::row)
        .optional();
  }

  static List<Row> find(Reads tx, Collection<RecordId> ids) {
    return ids.isEmpty()
        ? List.of()
        : tx.sql("SELECT * FROM record WHERE id IN (:ids) AND erased_at IS NULL")
            .param("ids", texts(ids))
            .query(RecordRows::row)
            .list();
  }

  /** What was merged into this record. */
  static List<RecordId> joined(Reads tx, RecordId id) {
    return tx.sql("SELECT id FROM record WHERE merged_into = :id AND erased_at IS NULL ORDER BY id")
        .param("id", id.toString())
        .query((rs, n) -> RecordId.of(rs.getString("id")))
        .list();
  }

  /** Changes after a revision, oldest first; erased records among them. */
  static List<Row> after(Reads tx, long revision, int limit) {
    return tx.sql("SELECT * FROM record WHERE revision > :r ORDER BY revision LIMIT :limit")
        .param("r", revision)
        .param("limit", limit)
        .query(RecordRows::row)
        .list();
  }

  static long newest(Reads tx) {
    return tx.sql("SELECT COALESCE(MAX(revision), 0) FROM record").query(Long.class).single();
  }

  /**
   * Records of a register that an import did not meet, though an earlier one had.
   *
   * @param after the last one that was seen; empty at first
   */
  static List<Row> departed(Reads tx, Register register, String after, int limit) {
    return tx.sql(
            """
            SELECT *
            FROM record
            WHERE source = :source AND kind = :kind AND erased_at IS NULL AND import_id IN (
              SELECT earlier.id
              FROM record_import earlier, record_import newest
              WHERE newest.id = :import AND earlier.uploaded_at < newest.uploaded_at) AND id > :after
            ORDER BY id LIMIT :limit
            """)
        .param("source", register.source())
        .param("kind", register.kind())
        .param("import", register.newest().toString())
        .param("after", after)
        .param("limit", limit)
        .query(RecordRows::row)
        .list();
  }

  static long countDeparted(Tx tx, Register register) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM record
            WHERE source = :source AND kind = :kind AND erased_at IS NULL AND import_id IN (
              SELECT earlier.id
              FROM record_import earlier, record_import newest
              WHERE newest.id = :import AND earlier.uploaded_at < newest.uploaded_at)
            """)
        .param("source", register.source())
        .param("kind", register.kind())
        .param("import", register.newest().toString())
        .query(Long.class)
        .single();
  }

  /** Has the need to keep records looked at now. */
  static void review(Tx tx, Collection<RecordId> ids, Instant now) {
    tx.sql("UPDATE record SET review_by = :now WHERE id IN (:ids) AND review_by > :now")
        .param("now", Times.micros(now))
        .param("ids", texts(ids))
        .update();
  }

  /** Puts a record under further codes; those it has stay. */
  static void handle(Tx tx, RecordId id, Set<HandlingCode> more, Instant now) {
    find(tx, id)
        .ifPresent(row -> {
          Set<HandlingCode> all = EnumSet.noneOf(HandlingCode.class);
          all.addAll(row.provisions().handling());
          all.addAll(more);
          tx.sql(
                  """
                  UPDATE record
                  SET handling = :handling, updated_at = :now, revision = :revision
                  WHERE id = :id
                  """)
              .param(
                  "handling",
                  all.stream().map(HandlingCode::code).sorted().collect(Collectors.joining(",")))
              .param("now", Times.micros(now))
              .param("revision", newest(tx) + 1)
              .param("id", id.toString())
              .update();
        });
  }

  static long count(Reads tx) {
    return tx.sql("SELECT COUNT(*) FROM record WHERE erased_at IS NULL").query(Long.class).single();
  }

  static void merge(Tx tx, RecordId id, Optional<RecordId> into) {
    tx.sql("UPDATE record SET merged_into = :into WHERE id = :id")
        .param("into", into.map(RecordId::toString).orElse(null))
        .param("id", id.toString())
        .update();
  }

  /** Destroys content and key; the row stays, so that the index follows. */
  static void erase(Tx tx, RecordId id, Instant now) {
    forget(tx, id);
    tx.sql("UPDATE record SET merged_into = NULL WHERE merged_into = :id")
        .param("id", id.toString())
        .update();
    tx.sql("DELETE FROM record_pair WHERE first = :id OR second = :id")
        .param("id", id.toString())
        .update();
    tx.sql("UPDATE possible_match SET record_said = NULL WHERE record_id = :id")
        .param("id", id.toString())
        .update();
    tx.sql(
            """
            UPDATE record
            SET content_digest = '', sealed_content = :nothing, wrapped_key = :nothing,
              salt = :nothing, content_hash = '', merged_into = NULL, erased_at = :now,
              updated_at = :now, revision = :revision
            WHERE id = :id
            """)
        .param("nothing", NOTHING)
        .param("now", Times.micros(now))
        .param("revision", newest(tx) + 1)
        .param("id", id.toString())
        .update();
  }

  static List<RecordId> due(Reads tx, Instant now, int limit) {
    return tx.sql(
            """
            SELECT id
            FROM record
            WHERE erase_by <= :now AND erased_at IS NULL
            ORDER BY erase_by LIMIT :limit
            """)
        .param("now", Times.micros(now))
        .param("limit", limit)
        .query((rs, n) -> RecordId.of(rs.getString("id")))
        .list();
  }

  /** Records whose key is gone while their row says otherwise: a backup was restored. */
  static List<RecordId> unreadable(Reads tx, int limit) {
    return tx.sql(
            """
            SELECT id
            FROM record
            WHERE erased_at IS NULL AND LENGTH(wrapped_key) = 0
            ORDER BY id LIMIT :limit
            """)
        .param("limit", limit)
        .query((rs, n) -> RecordId.of(rs.getString("id")))
        .list();
  }

  static List<String> sources(Reads tx) {
    return tx.sql("SELECT DISTINCT source FROM record ORDER BY source")
        .query((rs, n) -> rs.getString("source"))
        .list();
  }

  private static List<String> texts(Collection<RecordId> ids) {
    return ids.stream().map(RecordId::toString).toList();
  }

  static String handling(Provisions p) {
    return p.handling().stream().map(HandlingCode::code).sorted().collect(Collectors.joining(","));
  }

  static String checkable(Provisions p) {
    return p.checkableBy().stream()
        .map(AuthorityId::value)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    String into = rs.getString("merged_into");
    return new Row(
        RecordId.of(rs.getString("id")),
        rs.getString("source"),
        LockedColumns.only(rs, "content"),
        provisions(rs),
        into == null ? Optional.empty() : Optional.of(RecordId.of(into)),
        ImportId.of(rs.getString("import_id")),
        Times.instant(rs.getLong("created_at")),
        Times.instant(rs.getLong("updated_at")),
        rs.getObject("erased_at") != null,
        rs.getLong("revision"));
  }

  private static Provisions provisions(ResultSet rs) throws SQLException {
    return new Provisions(
        DataSubjectCategory.ofCode(rs.getString("category")).orElseThrow(),
        OffenceArea.ofCode(rs.getString("offence")).orElseThrow(),
        Evaluation.ofCode(rs.getString("evaluation")).orElseThrow(),
        codes(rs.getString("handling"))
            .map(code -> HandlingCode.ofCode(code).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        Times.instant(rs.getLong("review_by")),
        Times.instant(rs.getLong("erase_by")),
        codes(rs.getString("checkable_by")).map(AuthorityId::new).toList());
  }

  private static Stream<String> codes(String joined) {
    return joined.isEmpty() ? Stream.of() : Arrays.stream(joined.split(","));
  }
}
