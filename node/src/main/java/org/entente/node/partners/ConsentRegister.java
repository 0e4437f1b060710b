package org.entente.node.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Consent;
import org.entente.agreement.Consents;
import org.entente.agreement.OffenceArea;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/**
 * The consents recorded with each partner. Both nodes hold the same ones, made by the same
 * messages.
 */
public final class ConsentRegister {
  private final Store store;
  private final Journal journal;
  private final AuthorityId own;

  public ConsentRegister(Store store, Journal journal, AuthorityId own) {
    this.store = store;
    this.journal = journal;
    this.own = own;
  }

  /** Notes that consent was asked for. */
  public void asked(Tx tx, UUID message, AuthorityId partner, AuthorityId by, OffenceArea offence) {
    tx.sql(
            """
            INSERT INTO consent (id, partner, asked_by, offence, state)
            VALUES (:id, :partner, :by, :offence, 'ASKED')
            ON CONFLICT (id) DO NOTHING
            """)
        .param("id", message.toString())
        .param("partner", partner.value())
        .param("by", by.value())
        .param("offence", offence.name())
        .update();
  }

  /** Records that it was granted; an answer that was given before stays. */
  public void granted(
      Tx tx, UUID asking, UUID answer, AuthorityId partner, Instant from, Instant until) {
    int rows =
        tx.sql(
                """
                UPDATE consent
                SET state = 'GRANTED', answered_in = :answer, valid_from = :from,
                  valid_until = :until
                WHERE id = :id AND partner = :partner AND state = 'ASKED'
                """)
            .param("answer", answer.toString())
            .param("from", Times.micros(from))
            .param("until", Times.micros(until))
            .param("id", asking.toString())
            .param("partner", partner.value())
            .update();
    record(tx, rows, asking, "granted");
  }

  /** Records that it was denied. */
  public void denied(Tx tx, UUID asking, UUID answer, AuthorityId partner) {
    int rows =
        tx.sql(
                """
                UPDATE consent
                SET state = 'DENIED', answered_in = :answer
                WHERE id = :id AND partner = :partner AND state = 'ASKED'
                """)
            .param("answer", answer.toString())
            .param("id", asking.toString())
            .param("partner", partner.value())
            .update();
    record(tx, rows, asking, "denied");
  }

  private void record(Tx tx, int rows, UUID asking, String answer) {
    if (rows == 1) {
      journal.append(
          tx,
          Event.CONSENT_RECORDED,
          Journal.NODE,
          Map.of("message", asking.toString(), "answer", answer));
    }
  }

  /** All consents, newest first. */
  public Paged<Consented> all(Paged.Wanted wanted) {
    return store.read(tx ->
        Paged.of(
            tx.sql("SELECT COUNT(*) FROM consent").query(Long.class).single(),
            wanted,
            page ->
                tx.sql(
                        """
                        %s
                        ORDER BY id DESC LIMIT :size OFFSET :offset
                        """
                            .formatted(SELECT))
                    .param("size", page.size())
                    .param("offset", page.offset())
                    .query(ConsentRegister::row)
                    .list()));
  }

  /**
   * What the decision needs to know of the partner. The side that asked for the other's consent has
   * given its own by asking, so a grant counts for both directions.
   */
  Consents with(AuthorityId partner) {
    List<Consented> granted =
        store.read(tx ->
            tx.sql(
                    """
                    %s WHERE partner = :partner AND state = 'GRANTED'
                    """
                        .formatted(SELECT))
                .param("partner", partner.value())
                .query(ConsentRegister::row)
                .list());
    List<Consent> consents = new ArrayList<>();
    for (Consented c : granted) {
      Instant from = c.from().orElseThrow();
      Instant until = c.until().orElseThrow();
      consents.add(new Consent(c.id() + "/in", partner, own, c.offence(), from, until));
      consents.add(new Consent(c.id() + "/out", own, partner, c.offence(), from, until));
    }
    return Consents.of(consents);
  }

  private static final String SELECT =
      "SELECT id, partner, asked_by, offence, state, valid_from, valid_until FROM consent ";

  private static Consented row(ResultSet rs, int number) throws SQLException {
    return new Consented(
        UUID.fromString(rs.getString("id")),
        new AuthorityId(rs.getString("partner")),
        new AuthorityId(rs.getString("asked_by")),
        OffenceArea.valueOf(rs.getString("offence")),
        Consented.State.valueOf(rs.getString("state")),
        Times.instant(rs.getObject("valid_from")),
        Times.instant(rs.getObject("valid_until")));
  }
}
