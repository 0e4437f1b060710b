package org.entente.node.followup;

import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Reads;
import org.entente.node.store.Tx;

/** Which item may be passed on to which authority, as its giver answered; on both nodes. */
final class PassingRows {
  private PassingRows() {}

  /** Where a request to pass an item on stands. */
  enum State {
    ASKED,
    GRANTED,
    DENIED
  }

  static void asked(Tx tx, NoticeRows.Row row, Notice.Passing says) {
    tx.sql(
            """
            INSERT INTO passing (asked_in, item, recipient, state)
            VALUES (:asked, :item, :recipient, 'ASKED')
            """)
        .param("asked", row.id().toString())
        .param("item", row.about().toString())
        .param("recipient", says.recipient())
        .update();
  }

  static void answered(
      Tx tx, Journal journal, MessageId asked, Notice.Permission says, String actor) {
    tx.sql("UPDATE passing SET state = :state WHERE asked_in = :asked")
        .param("state", (says.granted() ? State.GRANTED : State.DENIED).name())
        .param("asked", asked.toString())
        .update();
    journal.append(
        tx,
        Event.CONSENT_RECORDED,
        actor,
        Map.of("message", asked.toString(), "answer", says.granted() ? "granted" : "denied"));
  }

  /** The newest word about an item and an authority; a question that was not taken is none. */
  static Optional<State> of(Reads tx, MessageId item, AuthorityId recipient) {
    return tx.sql(
            """
            SELECT passing.state
            FROM passing
            JOIN notice ON notice.id = passing.asked_in
            WHERE passing.item = :item AND passing.recipient = :recipient
              AND notice.state <> 'REFUSED'
            ORDER BY passing.asked_in DESC LIMIT 1
            """)
        .param("item", item.toString())
        .param("recipient", recipient.value())
        .query(String.class)
        .optional()
        .map(State::valueOf);
  }
}
