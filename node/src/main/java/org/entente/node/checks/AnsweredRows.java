package org.entente.node.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/** The rows of what partners asked. */
final class AnsweredRows {
  private AnsweredRows() {}

  /** What was answered before, under one identifier. */
  @SuppressWarnings("ArrayRecordComponent")
  record Before(String digest, byte[] answer) {}

  /** A question with its answer; the arrays are handed over. */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      Asked asked,
      String digest,
      byte[] statement,
      byte[] answer,
      @Nullable String code,
      Instant at) {}

  static Optional<Before> find(Reads tx, AuthorityId partner, String id) {
    return tx.sql("SELECT digest, answer FROM check_answered WHERE id = :id AND partner = :partner")
        .param("id", id)
        .param("partner", partner.value())
        .query((rs, n) -> new Before(rs.getString("digest"), rs.getBytes("answer")))
        .optional();
  }

  static void insert(Tx tx, Row row) {
    Asked asked = row.asked();
    tx.sql(
            """
            INSERT INTO check_answered (id, partner, epoch_id, officer, subjects, listed,
              agreement, code, digest, statement, answer, at)
            VALUES (:id, :partner, :epoch, :officer, :subjects, :listed, :agreement, :code,
              :digest, :statement, :answer, :at)
            """)
        .param("id", asked.check().toString())
        .param("partner", asked.asker())
        .param("epoch", asked.epoch().toString())
        .param("officer", asked.officer())
        .param("subjects", asked.subjects())
        .param("listed", asked.list() ? 1 : 0)
        .param("agreement", asked.agreement())
        .param("code", row.code())
        .param("digest", row.digest())
        .param("statement", row.statement())
        .param("answer", row.answer())
        .param("at", Times.micros(row.at()))
        .update();
  }

  /** How many subjects an officer of a partner was answered about one by one since an instant. */
  static long single(Reads tx, AuthorityId partner, String officer, Instant since) {
    return tx.sql(
            """
            SELECT COALESCE(SUM(subjects), 0)
            FROM check_answered
            WHERE partner = :partner AND officer = :officer AND at > :since AND code IS NULL
              AND listed = 0
            """)
        .param("partner", partner.value())
        .param("officer", officer)
        .param("since", Times.micros(since))
        .query(Long.class)
        .single();
  }

  /** How many subjects a partner was answered about since an instant, in lists and one by one. */
  static long answered(Reads tx, AuthorityId partner, Instant since) {
    return tx.sql(
            """
            SELECT COALESCE(SUM(subjects), 0)
            FROM check_answered
            WHERE partner = :partner AND at >= :since AND code IS NULL
            """)
        .param("partner", partner.value())
        .param("since", Times.micros(since))
        .query(Long.class)
        .single();
  }

  /** The days up to now, the oldest first; also those on which nothing was asked. */
  static List<OfferView.Day> days(Reads tx, AuthorityId partner, int days, Instant now) {
    long day = Duration.ofDays(1).toMillis() * 1_000;
    long today = Times.micros(now) / day;
    List<long[]> rows =
        tx.sql(
                """
                SELECT at / :day AS d, SUM(CASE WHEN code IS NULL THEN subjects ELSE 0 END) AS s,
                  SUM(CASE WHEN code IS NULL THEN 0 ELSE subjects END) AS r
                FROM check_answered
                WHERE partner = :partner AND at >= :since
                GROUP BY d
                """)
            .param("day", day)
            .param("partner", partner.value())
            .param("since", (today - days + 1) * day)
            .query((rs, n) -> new long[] {rs.getLong("d"), rs.getLong("s"), rs.getLong("r")})
            .list();
    List<OfferView.Day> all = new ArrayList<>();
    for (long d = today - days + 1; d <= today; d++) {
      long number = d;
      long[] found =
          rows.stream().filter(row -> row[0] == number).findFirst().orElse(new long[] {d, 0, 0});
      all.add(new OfferView.Day(Times.instant(d * day), found[1], found[2]));
    }
    return all;
  }

  /** Forgets what was asked before an instant. */
  static int eraseBefore(Tx tx, Instant before) {
    return tx.sql("DELETE FROM check_answered WHERE at < :before")
        .param("before", Times.micros(before))
        .update();
  }
}
