package org.entente.node.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.jspecify.annotations.Nullable;

/** The rows of questions and of what came of them. */
final class CheckRows {

  private CheckRows() {}

  /** A question at rest. */
  record Row(
      CheckId id,
      OfficerId by,
      Instant at,
      Optional<ListPlace> list,
      Locked about,
      String nameDigest,
      String bornDigest) {}

  /** The line of a list that a question is about. */
  record ListPlace(String list, long line) {}

  /** What is known of an answer when it is written; the arrays are handed over. */
  @SuppressWarnings("ArrayRecordComponent")
  record Result(
      AnswerState state,
      @Nullable String reason,
      @Nullable String quality,
      List<String> families,
      byte @Nullable [] statement,
      byte @Nullable [] answer) {
    static Result notAsked(String reason) {
      return new Result(AnswerState.NOT_ASKED, reason, null, List.of(), null, null);
    }
  }

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO check_question (id, asked_by, asked_at, list_id, line, sealed,
              wrapped_key, salt, question_hash, name_digest, born_digest)
            VALUES (:id, :by, :at, :list, :line, :sealed, :wrapped, :salt, :hash, :name, :born)
            """)
        .param("id", row.id().toString())
        .param("by", row.by().toString())
        .param("at", Times.micros(row.at()))
        .param("list", row.list().map(ListPlace::list).orElse(null))
        .param("line", row.list().map(ListPlace::line).orElse(null))
        .param("sealed", row.about().ciphertext())
        .param("wrapped", row.about().wrappedKey())
        .param("salt", row.about().salt())
        .param("hash", row.about().hash())
        .param("name", row.nameDigest())
        .param("born", row.bornDigest())
        .update();
  }

  static void insert(Tx tx, CheckId id, PartnerAnswer answer) {
    tx.sql(
            """
            INSERT INTO check_answer (question_id, partner, wire_id, state, reason, articles)
            VALUES (:id, :partner, :wire, :state, :reason, :articles)
            """)
        .param("id", id.toString())
        .param("partner", answer.partner().value())
        .param("wire", answer.wire().toString())
        .param("state", answer.state().name())
        .param("reason", answer.reason().isEmpty() ? null : answer.reason())
        .param("articles", String.join("\n", answer.articles()))
        .update();
  }

  /** Writes what came; false if it was written before. */
  static boolean came(Tx tx, CheckId id, AuthorityId partner, Result outcome, Instant now) {
    return tx.sql(
                """
                UPDATE check_answer
                SET state = :state, reason = :reason, quality = :quality, families = :families,
                  statement = :statement, answer = :answer, answered_at = :now
                WHERE question_id = :id AND partner = :partner AND state = 'ASKING'
                """)
            .param("state", outcome.state().name())
            .param("reason", outcome.reason())
            .param("quality", outcome.quality())
            .param("families", String.join(",", outcome.families()))
            .param("statement", outcome.statement())
            .param("answer", outcome.answer())
            .param("now", Times.micros(now))
            .param("id", id.toString())
            .param("partner", partner.value())
            .update()
        == 1;
  }

  /** Whatever was on its way when the node stopped was not asked. */
  static int interrupted(Tx tx) {
    return tx.sql(
            """
            UPDATE check_answer
            SET state = 'NOT_ASKED', reason = 'interrupted'
            WHERE state = 'ASKING'
            """)
        .update();
  }

  static Optional<Row> find(Reads tx, CheckId id) {
    return tx.sql("SELECT * FROM check_question WHERE id = :id")
        .param("id", id.toString())
        .query(CheckRows::row)
        .optional();
  }

  /** The newest single questions; of one officer where one is named. */
  static Paged<Row> newest(Reads tx, Optional<OfficerId> by, Paged.Wanted wanted) {
    String whose = by.map(OfficerId::toString).orElse("");
    String single = " FROM check_question WHERE list_id IS NULL AND (:by = '' OR asked_by = :by)";
    return Paged.of(
        tx.sql(
                """
                SELECT COUNT(*) %s
                """
                    .formatted(single))
            .param("by", whose)
            .query(Long.class)
            .single(),
        wanted,
        page ->
            tx.sql(
                    """
                    SELECT * %s
                    ORDER BY asked_at DESC, id DESC LIMIT :size OFFSET :offset
                    """
                        .formatted(single))
                .param("by", whose)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(CheckRows::row)
                .list());
  }

  /** The newest question about each line of a list; one that was interrupted is asked again. */
  static Map<Long, CheckId> ofLines(Reads tx, String list, long first, long last) {
    Map<Long, CheckId> newest = new HashMap<>();
    tx.sql(
            """
            SELECT line, id
            FROM check_question
            WHERE list_id = :list AND line BETWEEN :first AND :last
            ORDER BY id
            """)
        .param("list", list)
        .param("first", first)
        .param("last", last)
        .each(rs -> {
          newest.put(rs.getLong("line"), CheckId.of(rs.getString("id")));
        });
    return newest;
  }

  /** The answers to those of some questions that have any, in the order of partners. */
  static Map<CheckId, List<PartnerAnswer>> answers(Reads tx, Collection<CheckId> questions) {
    Map<CheckId, List<PartnerAnswer>> answers = new HashMap<>();
    if (questions.isEmpty()) {
      return answers;
    }
    tx.sql(
            """
            SELECT question_id, partner, wire_id, state, reason, quality, families, articles,
              answered_at
            FROM check_answer
            WHERE question_id IN (:ids)
            ORDER BY partner
            """)
        .param("ids", questions.stream().map(CheckId::toString).toList())
        .each(rs -> {
          answers
              .computeIfAbsent(CheckId.of(rs.getString("question_id")), id -> new ArrayList<>())
              .add(answer(rs));
        });
    return answers;
  }

  /**
   * Both signed statements of a partner's answer, for a party that has to prove it. Lines of a list
   * that were asked together have one answer, kept with the first of them.
   */
  static Optional<List<byte[]>> proof(Reads tx, CheckId id, AuthorityId partner) {
    return tx.sql(
            """
            SELECT statement, answer
            FROM check_answer
            WHERE partner = :partner AND answer IS NOT NULL AND wire_id = (SELECT wire_id
              FROM check_answer WHERE question_id = :id AND partner = :partner)
              AND question_id IN (SELECT id FROM check_question WHERE id = :id
              OR list_id = (SELECT list_id FROM check_question WHERE id = :id))
            """)
        .param("id", id.toString())
        .param("partner", partner.value())
        .query((rs, n) -> List.of(rs.getBytes("statement"), rs.getBytes("answer")))
        .optional();
  }

  /** The next page, newest first; identifiers are in the order of time. */
  static List<Row> page(Reads tx, String before, int most) {
    return tx.sql("SELECT * FROM check_question WHERE id < :before ORDER BY id DESC LIMIT :most")
        .param("before", before)
        .param("most", most)
        .query(CheckRows::row)
        .list();
  }

  static List<CheckId> before(Tx tx, Instant before, int most) {
    return tx.sql(
            "SELECT id FROM check_question WHERE asked_at < :before ORDER BY asked_at LIMIT :most")
        .param("before", Times.micros(before))
        .param("most", most)
        .query((rs, n) -> CheckId.of(rs.getString("id")))
        .list();
  }

  static void forget(Tx tx, CheckId id) {
    find(tx, id).ifPresent(row -> tx.forget(row.about().wrappedKey()));
    for (String statement :
        List.of(
            "DELETE FROM check_answer WHERE question_id = :id",
            "DELETE FROM check_question WHERE id = :id")) {
      tx.sql(statement).param("id", id.toString()).update();
    }
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    String list = rs.getString("list_id");
    return new Row(
        CheckId.of(rs.getString("id")),
        OfficerId.of(rs.getString("asked_by")),
        Times.instant(rs.getLong("asked_at")),
        list == null ? Optional.empty() : Optional.of(new ListPlace(list, rs.getLong("line"))),
        new Locked(
            rs.getBytes("sealed"),
            rs.getBytes("wrapped_key"),
            rs.getBytes("salt"),
            rs.getString("question_hash")),
        rs.getString("name_digest"),
        rs.getString("born_digest"));
  }

  private static PartnerAnswer answer(ResultSet rs) throws SQLException {
    return new PartnerAnswer(
        new AuthorityId(rs.getString("partner")),
        UUID.fromString(rs.getString("wire_id")),
        AnswerState.valueOf(rs.getString("state")),
        text(rs.getString("reason")),
        text(rs.getString("quality")),
        parts(rs.getString("families"), ","),
        parts(rs.getString("articles"), "\n"),
        Times.instant(rs.getObject("answered_at")));
  }

  private static String text(@Nullable String column) {
    return column == null ? "" : column;
  }

  private static List<String> parts(@Nullable String column, String between) {
    return column == null || column.isEmpty()
        ? List.of()
        : Arrays.asList(column.split(between, -1));
  }
}
