package org.entente.node.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The rows of reviews. */
final class ReviewRows {
  private ReviewRows() {}

  static Optional<Review> find(Reads tx, CaseId id) {
    return tx.sql("SELECT * FROM case_review WHERE case_id = :id")
        .param("id", id.toString())
        .query(ReviewRows::review)
        .optional();
  }

  static void put(Tx tx, Review review) {
    tx.sql(
            """
            INSERT INTO case_review (case_id, concluded_at, review_by, held_by, held_at,
              restricted_by, restricted_at, erased_at)
            VALUES (:id, :concluded, :review, :heldBy, :heldAt, :restrictedBy, :restrictedAt,
              :erased)
            ON CONFLICT (case_id) DO UPDATE
            SET reminded_at = CASE
              WHEN case_review.review_by = excluded.review_by THEN case_review.reminded_at
              ELSE NULL END, concluded_at = excluded.concluded_at,
              review_by = excluded.review_by, held_by = excluded.held_by,
              held_at = excluded.held_at, restricted_by = excluded.restricted_by,
              restricted_at = excluded.restricted_at, erased_at = excluded.erased_at
            """)
        .param("id", review.caseId().toString())
        .param("concluded", review.concludedAt().map(Times::micros).orElse(null))
        .param("review", review.reviewBy().map(Times::micros).orElse(null))
        .param("heldBy", review.hold().map(m -> m.by().toString()).orElse(null))
        .param("heldAt", review.hold().map(m -> Times.micros(m.at())).orElse(null))
        .param("restrictedBy", review.restriction().map(m -> m.by().toString()).orElse(null))
        .param("restrictedAt", review.restriction().map(m -> Times.micros(m.at())).orElse(null))
        .param("erased", review.erasedAt().map(Times::micros).orElse(null))
        .update();
  }

  /** What is not erased, by date; what was marked comes even where the exchange goes on. */
  static Paged<Review> kept(Reads tx, Paged.Wanted wanted) {
    return Paged.of(
        tx.sql("SELECT COUNT(*) FROM case_review WHERE erased_at IS NULL")
            .query(Long.class)
            .single(),
        wanted,
        page ->
            tx.sql(
                    """
                    SELECT *
                    FROM case_review
                    WHERE erased_at IS NULL
                    ORDER BY CASE WHEN review_by IS NULL THEN 1 ELSE 0 END, review_by, case_id
                    LIMIT :size OFFSET :offset
                    """)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(ReviewRows::review)
                .list());
  }

  /** What nobody decided on in time and nothing keeps, after that case in the order of identity. */
  static List<Review> overdue(Reads tx, Instant now, String after, int limit) {
    return tx.sql(
            """
            SELECT *
            FROM case_review
            WHERE review_by <= :now AND erased_at IS NULL AND held_at IS NULL
              AND restricted_at IS NULL AND case_id > :after
            ORDER BY case_id LIMIT :limit
            """)
        .param("now", Times.micros(now))
        .param("after", after)
        .param("limit", limit)
        .query(ReviewRows::review)
        .list();
  }

  /** How many come until that date and nothing keeps. */
  static long undecided(Reads tx, Instant until) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM case_review
            WHERE review_by <= :until AND erased_at IS NULL AND held_at IS NULL
              AND restricted_at IS NULL
            """)
        .param("until", Times.micros(until))
        .query(Long.class)
        .single();
  }

  static Reviews.Counts counts(Reads tx, Instant now, Instant until) {
    return tx.sql(
            """
            SELECT COUNT(CASE WHEN review_by <= :now THEN 1 END) AS overdue, COUNT(CASE
              WHEN review_by > :now AND review_by <= :until THEN 1 END) AS soon,
              COUNT(held_at) AS held, COUNT(restricted_at) AS restricted
            FROM case_review
            WHERE erased_at IS NULL
            """)
        .param("now", Times.micros(now))
        .param("until", Times.micros(until))
        .query((rs, n) ->
            new Reviews.Counts(
                rs.getLong("overdue"),
                rs.getLong("soon"),
                rs.getLong("held"),
                rs.getLong("restricted")))
        .single();
  }

  /** What comes before that date and nobody was reminded of. */
  static List<Review> toRemind(Reads tx, Instant before, int limit) {
    return tx.sql(
            """
            SELECT *
            FROM case_review
            WHERE review_by <= :before AND erased_at IS NULL AND reminded_at IS NULL
            ORDER BY review_by, case_id LIMIT :limit
            """)
        .param("before", Times.micros(before))
        .param("limit", limit)
        .query(ReviewRows::review)
        .list();
  }

  static void reminded(Tx tx, CaseId id, Instant at) {
    tx.sql("UPDATE case_review SET reminded_at = :at WHERE case_id = :id")
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  private static Review review(ResultSet rs, int number) throws SQLException {
    return new Review(
        CaseId.of(rs.getString("case_id")),
        Times.instant(rs.getObject("concluded_at")),
        Times.instant(rs.getObject("review_by")),
        mark(rs, "held_by", "held_at"),
        mark(rs, "restricted_by", "restricted_at"),
        Times.instant(rs.getObject("erased_at")));
  }

  private static Optional<Review.Mark> mark(ResultSet rs, String by, String at)
      throws SQLException {
    String officer = rs.getString(by);
    return officer == null
        ? Optional.empty()
        : Optional.of(new Review.Mark(OfficerId.of(officer), Times.instant(rs.getLong(at))));
  }
}
