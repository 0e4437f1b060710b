package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;
import org.entente.node.store.References;
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
    return References.next(
        tx,
        "case",
        own.value(),
        "",
        now,
        """
        SELECT reference
        FROM case_file
        WHERE reference LIKE :prefix
        ORDER BY LENGTH(reference) DESC, reference DESC LIMIT 1
        """);
  }

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO case_file (id, reference, partner, partner_case, partner_reference,
              side, request, opening, agreement_hash, offence, urgency, state, opened_at, last_at)
            VALUES (:id, :reference, :partner, :partnerCase, :partnerReference, :side, :request,
              :opening, :agreement, :offence, :urgency, :state, :opened, :opened)
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
    WorkRows.settle(tx, row.id());
  }

  static Optional<Row> find(Reads tx, CaseId id) {
    return tx.sql(
            """
            %s WHERE id = :id
            """
                .formatted(SELECT))
        .param("id", id.toString())
        .query(CaseRows::row)
        .optional();
  }

  static Optional<Row> called(Reads tx, String reference) {
    return tx.sql(
            """
            %s WHERE reference = :reference
            """
                .formatted(SELECT))
        .param("reference", reference)
        .query(CaseRows::row)
        .optional();
  }

  static final String REFERRING_TO =
      """
      SELECT id FROM case_file WHERE reference = :asked
      UNION SELECT id FROM case_file WHERE partner_reference = :asked
      ORDER BY id DESC LIMIT :most
      """;

  static final String REFERRING =
      """
      SELECT id FROM case_file WHERE reference LIKE :part ESCAPE '!'
      UNION SELECT id FROM case_file WHERE UPPER(partner_reference) LIKE :part ESCAPE '!'
      ORDER BY id DESC LIMIT :most
      """;

  /** The cases that this authority or the partner calls so. */
  static List<CaseId> referringTo(Reads tx, String reference, int most) {
    return tx.sql(REFERRING_TO)
        .param("asked", reference)
        .param("most", most)
        .query((rs, n) -> CaseId.of(rs.getString("id")))
        .list();
  }

  /** The newest cases whose reference, or the partner's, holds this; capital letters. */
  static List<CaseId> referring(Reads tx, String part, int most) {
    return tx.sql(REFERRING)
        .param("part", "%" + part.replaceAll("[!%_]", "!$0") + "%")
        .param("most", most)
        .query((rs, n) -> CaseId.of(rs.getString("id")))
        .list();
  }

  /** The case of a matter, which the message that opened it identifies on both nodes. */
  static Optional<Row> ofMatter(Reads tx, AuthorityId partner, UUID request) {
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

  static void move(Tx tx, CaseId id, CaseState state, @Nullable Instant closedAt) {
    tx.sql("UPDATE case_file SET state = :state, closed_at = :closed WHERE id = :id")
        .param("state", state.name())
        .param("closed", closedAt == null ? null : Times.micros(closedAt))
        .param("id", id.toString())
        .update();
    WorkRows.settle(tx, id);
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
    WorkRows.settle(tx, id);
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
  static String agreementOf(Reads tx, Row file) {
    return MessageRows.find(tx, new MessageId(file.request()))
        .map(opening -> opening.header().agreementHash())
        .orElse(file.agreementHash());
  }

  static void erased(Tx tx, CaseId id, Instant at) {
    tx.sql("UPDATE case_file SET erased_at = :at WHERE id = :id")
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
    WorkRows.settle(tx, id);
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
   * the answer or, where there was none, the end; information that nobody asked for from the
   * beginning.
   */
  static List<Concluded> concluded(Reads tx, String after, int limit) {
    return tx.sql(
            """
            SELECT c.id, c.agreement_hash, COALESCE(d.answered_at, c.closed_at, c.opened_at) AS at
            FROM case_file c
            LEFT JOIN deadline d ON d.case_id = c.id
            WHERE c.state IN ('ANSWERED', 'REFUSED', 'INFORMED', 'CLOSED', 'STOPPED')
              AND c.erased_at IS NULL AND c.id > :after
              AND (c.state = 'INFORMED' OR COALESCE(d.answered_at, c.closed_at) IS NOT NULL)
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
      Reads tx, String agreementHash, AuthorityId partner, String after, int limit) {
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

  static Row row(ResultSet rs, int number) throws SQLException {
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
