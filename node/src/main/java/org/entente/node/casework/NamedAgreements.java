package org.entente.node.casework;

import java.util.Optional;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;
import org.entente.node.store.Tx;

/**
 * The agreements that officers chose for what opens a matter. No row means that nobody chose: then
 * the node takes the only agreement that permits the act, and asks where there are several.
 */
final class NamedAgreements {
  private NamedAgreements() {}

  static Optional<String> of(Reads tx, MessageId message) {
    return tx.sql("SELECT agreement FROM named_agreement WHERE message_id = :id")
        .param("id", message.toString())
        .query(String.class)
        .optional();
  }

  static void put(Tx tx, MessageId message, Optional<String> agreement) {
    tx.sql("DELETE FROM named_agreement WHERE message_id = :id")
        .param("id", message.toString())
        .update();
    agreement.ifPresent(hash ->
        tx.sql("INSERT INTO named_agreement (message_id, agreement) VALUES (:id, :agreement)")
            .param("id", message.toString())
            .param("agreement", hash)
            .update());
  }
}
