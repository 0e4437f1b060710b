package org.entente.node.followup;

import java.time.Instant;
import java.util.List;
import org.entente.node.casework.Items.Item;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** Which message of one case passes on what a message of another case said. */
final class Uses {
  private Uses() {}

  static void note(Tx tx, Item item, Item usedIn, OfficerId by, Instant at) {
    tx.sql(
            """
            INSERT INTO item_use (item, used_in, used_case, by_whom, at)
            VALUES (:item, :in, :case, :by, :at)
            ON CONFLICT (item, used_in) DO NOTHING
            """)
        .param("item", item.id().toString())
        .param("in", usedIn.id().toString())
        .param("case", usedIn.caseId().toString())
        .param("by", by.toString())
        .param("at", Times.micros(at))
        .update();
  }

  /** Where an item was passed on. */
  static List<MessageId> of(Reads tx, MessageId item) {
    return tx.sql("SELECT used_in FROM item_use WHERE item = :item ORDER BY at, used_in")
        .param("item", item.toString())
        .query((rs, n) -> MessageId.of(rs.getString("used_in")))
        .list();
  }

  /** What a message passes on. */
  static List<MessageId> in(Reads tx, MessageId message) {
    return tx.sql("SELECT item FROM item_use WHERE used_in = :in ORDER BY at, item")
        .param("in", message.toString())
        .query((rs, n) -> MessageId.of(rs.getString("item")))
        .list();
  }
}
