package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Paged;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/** The rows of cases. */
final class CaseRows {
  private CaseRows() {}

  /** A case as stored. */
  record Row(
      CaseId id,
      String reference,
      AuthorityId partner,
      Optional<UUID> partnerCase,
      Optional<String> partnerReference,
      Side side,
      UUID request,
      ActKind opening,
      String agreementHash,
      OffenceArea offence,
      Urgency urgency,
      CaseState state,
      Instant openedAt,
      Optional<Instant> closedAt,
      Optional<Instant> erasedAt,
      boolean restricted) {}

  private static final String SELECT =
      """
      SELECT id, reference, partner, partner_case, partner_reference, side, request,
        opening, agreement_hash, offence, urgency, state, opened_at, closed_at, erased_at,
        restricted_at
      FROM case_file
      """;

  /**
   * The next reference of this authority and year, as officers quote it: {@code AZ-2026-000017}.
   */
  static String nextReference(Tx tx, AuthorityId own, Instant now) {
    String prefix =
        own.value().substring(0, 2).toUpperCase(Locale.ROOT)
            + "-"
            + now.atZone(ZoneOffset.UTC).getYear()
            + "-";
    long next = tx.next("case " + prefix, () -> lastReference(tx, prefix));
    return prefix + String.format(Locale.ROOT, "%06d", next);
  }

  private static long lastReference(Tx tx, String prefix) {
    return tx.sql(
            """
            SELECT reference
            FROM case_file
            WHERE reference LIKE :p
            ORDER BY LENGTH(reference) DESC, reference DESC LIMIT 1
            """)
        .param("p", prefix + "%")
        .query(String.class)
        .optional()
        .map(reference -> Long.parseLong(reference.substring(prefix.length())))
        .orElse(0L);
  }

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO case_file (id, reference, partner, partner_case, partner_reference,
              side, request, opening, agreement_hash, offence, urgency, state, opened_at)
            VALUES (:id, :reference, :partner, :partnerCase, :partnerReference, :side, :request,
              :opening, :agreement, :offence, :urgency, :state, :opened)
            """)
        .param("id", row.id().toString())
        .param("reference", row.reference())
        .param("partner", row.partner().value())
        .param("partnerCase", row.partnerCase().map(UUID::toString).orElse(null))
        .param("partnerReference", row.partnerReference().orElse(null))
        .param("side", row.side().name())
        .param("request", row.request().toString())
        .param("opening", row.opening().name())
        .param("agreement", row.agreementHash())
        .param("offence", row.offence().name())
        .param("urgency", row.urgency().name())
        .param("state", row.state().name())
        .param("opened", Times.micros(row.openedAt()))
        .update();
  }

  static Optional<Row> find(Tx tx, CaseId id) {
    return tx.sql(
            """
            %s WHERE id = :id
            """
                .formatted(SELECT))
        .param("id", id.toString())
        .query(CaseRows::row)
        .optional();
  }

  static Optional<Row> called(Tx tx, String reference) {
    return tx.sql(
            """
            %s WHERE reference = :reference
            """
                .formatted(SELECT))
        .param("reference", reference)
        .query(CaseRows::row)
        .optional();
  }

  /** The case of a matter, which the message that opened it identifies on both nodes. */
  static Optional<Row> ofMatter(Tx tx, AuthorityId partner, UUID request) {
    return tx.sql(
            """
            %s WHERE request = :request AND partner = :partner
            """
                .formatted(SELECT))
        .param("request", request.toString())
        .param("partner", partner.value())
        .query(CaseRows::row)
        .optional();
  }

  private static final String OPEN = "c.closed_at IS NULL";
  private static final String ENDED = "c.closed_at IS NOT NULL";

  /** Whatever waits for a second person, also where a partner ended the matter meanwhile. */
  private static final String WAITING =
      "EXISTS (SELECT 1 FROM message m WHERE m.case_id = c.id AND m.state = 'AWAITING_APPROVAL')";

  static Paged<Row> open(Tx tx, Instant now, Paged.Wanted wanted) {
    return byPressure(tx, OPEN, now, wanted);
  }

  static Paged<Row> waiting(Tx tx, Instant now, Paged.Wanted wanted) {
    return byPressure(tx, WAITING, now, wanted);
  }

  /**
   * What presses stands on top: overdue and due soonest, urgent, oldest; what is met comes last.
   */
  private static Paged<Row> byPressure(Tx tx, String condition, Instant now, Paged.Wanted wanted) {
    return Paged.of(
        count(tx, condition),
        wanted,
        page ->
            tx.sql(
                    """
                    SELECT c.*
                    FROM case_file c
                    LEFT JOIN deadline d ON d.case_id = c.id
                    WHERE %s
                    ORDER BY CASE WHEN d.due_at IS NOT NULL AND d.answered_at IS NULL THEN 0
                      WHEN d.due_at IS NULL THEN 1 ELSE 2 END, CASE
                      WHEN d.answered_at IS NULL THEN d.due_at + COALESCE(:now - d.stands_since, 0) END,
                      CASE WHEN c.urgency = 'URGENT' THEN 0 ELSE 1 END, c.opened_at, c.id
                    LIMIT :size OFFSET :offset
                    """
                        .formatted(condition))
                .param("now", Times.micros(now))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(CaseRows::row)
                .list());
  }

  /** The newest first. */
  static Paged<Row> ended(Tx tx, Paged.Wanted wanted) {
    return Paged.of(
        count(tx, ENDED),
        wanted,
        page ->
            tx.sql(
                    """
                    SELECT c.*
                    FROM case_file c
                    WHERE %s
                    ORDER BY c.opened_at DESC, c.id DESC LIMIT :size OFFSET :offset
                    """
                        .formatted(ENDED))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(CaseRows::row)
                .list());
  }

  private static long count(Tx tx, String condition) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM case_file c
            WHERE %s
            """
                .formatted(condition))
        .query(Long.class)
        .single();
  }

  static Cases.Counts counts(Tx tx) {
    return new Cases.Counts(count(tx, OPEN), count(tx, WAITING), count(tx, ENDED));
  }

  static void move(Tx tx, CaseId id, CaseState state, @Nullable Instant closedAt) {
    tx.sql("UPDATE case_file SET state = :state, closed_at = :closed WHERE id = :id")
        .param("state", state.name())
        .param("closed", closedAt == null ? null : Times.micros(closedAt))
        .param("id", id.toString())
        .update();
  }

  /** Notes how the partner calls the matter. */
  static void notePartnerReference(Tx tx, CaseId id, @Nullable UUID partnerCase, String reference) {
    tx.sql(
            """
            UPDATE case_file
            SET partner_case = COALESCE(:case, partner_case), partner_reference = :reference
            WHERE id = :id
            """)
        .param("case", partnerCase == null ? null : partnerCase.toString())
        .param("reference", reference)
        .param("id", id.toString())
        .update();
  }

  static void changeTerms(
      Tx tx, CaseId id, OffenceArea offence, Urgency urgency, String agreement) {
    tx.sql(
            """
            UPDATE case_file
            SET offence = :offence, urgency = :urgency, agreement_hash = :agreement
            WHERE id = :id
            """)
        .param("offence", offence.name())
        .param("urgency", urgency.name())
        .param("agreement", agreement)
        .param("id", id.toString())
        .update();
  }

  /** Notes the agreement on which the message left that opened the case. */
  static void decidedUnder(Tx tx, CaseId id, String agreement) {
    tx.sql("UPDATE case_file SET agreement_hash = :agreement WHERE id = :id")
        .param("agreement", agreement)
        .param("id", id.toString())
        .update();
  }

  /**
   * The agreement of a matter: the one that its opening message names, which both nodes decided on.
   */
  static String agreementOf(Tx tx, Row file) {
    return MessageRows.find(tx, new MessageId(file.request()))
        .map(opening -> opening.header().agreementHash())
        .orElse(file.agreementHash());
  }

  static void erased(Tx tx, CaseId id, Instant at) {
    tx.sql("UPDATE case_file SET erased_at = :at WHERE id = :id")
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /** Something new came into an erased case: it is no longer empty, and reviewed again. */
  static void restored(Tx tx, CaseId id) {
    tx.sql("UPDATE case_file SET erased_at = NULL WHERE id = :id AND erased_at IS NOT NULL")
        .param("id", id.toString())
        .update();
  }

  static void restrict(Tx tx, CaseId id, @Nullable Instant at) {
    tx.sql("UPDATE case_file SET restricted_at = :at WHERE id = :id")
        .param("at", at == null ? null : Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  /**
   * Exchanges that are concluded and not erased, page by page: answered, refused or ended, since
   * the answer or, where there was none, the end.
   */
  static List<Concluded> concluded(Tx tx, String after, int limit) {
    return tx.sql(
            """
            SELECT c.id, c.agreement_hash, COALESCE(d.answered_at, c.closed_at) AS at
            FROM case_file c
            LEFT JOIN deadline d ON d.case_id = c.id
            WHERE c.state IN ('ANSWERED', 'REFUSED', 'CLOSED', 'STOPPED')
              AND c.erased_at IS NULL AND COALESCE(d.answered_at, c.closed_at) IS NOT NULL
              AND c.id > :after
            ORDER BY c.id LIMIT :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((rs, n) ->
            new Concluded(
                CaseId.of(rs.getString("id")),
                rs.getString("agreement_hash"),
                Times.instant(rs.getLong("at"))))
        .list();
  }

  /** What was exchanged under an agreement and is not erased, page by page. */
  static List<CaseId> under(
      Tx tx, String agreementHash, AuthorityId partner, String after, int limit) {
    return tx.sql(
            """
            SELECT id
            FROM case_file
            WHERE agreement_hash = :hash AND partner = :partner AND erased_at IS NULL
              AND id > :after
            ORDER BY id LIMIT :limit
            """)
        .param("hash", agreementHash)
        .param("partner", partner.value())
        .param("after", after)
        .param("limit", limit)
        .query((rs, n) -> CaseId.of(rs.getString("id")))
        .list();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        CaseId.of(rs.getString("id")),
        rs.getString("reference"),
        new AuthorityId(rs.getString("partner")),
        Optional.ofNullable(rs.getString("partner_case")).map(UUID::fromString),
        Optional.ofNullable(rs.getString("partner_reference")),
        Side.valueOf(rs.getString("side")),
        UUID.fromString(rs.getString("request")),
        ActKind.valueOf(rs.getString("opening")),
        rs.getString("agreement_hash"),
        OffenceArea.valueOf(rs.getString("offence")),
        Urgency.valueOf(rs.getString("urgency")),
        CaseState.valueOf(rs.getString("state")),
        Times.instant(rs.getLong("opened_at")),
        Times.instant(rs.getObject("closed_at")),
        Times.instant(rs.getObject("erased_at")),
        rs.getObject("restricted_at") != null);
  }
}
