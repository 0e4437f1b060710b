package org.entente.node.casework;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** Why what is restricted was read, sealed beside the entry of the look. */
final class RestrictedLooks {
  private RestrictedLooks() {}

  /** Prepares to note a look: its reason is locked now, row and entry are written with the act. */
  static Consumer<Tx> of(
      Contents contents, Journal journal, OfficerId by, CaseId id, Instant at, String reason) {
    String look = Generators.timeBasedEpochRandomGenerator().generate().toString();
    Locked locked = contents.lockReason(place(look), reason.strip());
    return tx -> {
      insert(tx, look, id, by, at, locked);
      journal.append(
          tx, Event.RESTRICTED_READ, by.toString(), Map.of("case", id.toString()), locked.hash());
    };
  }

  /** What a reason is bound to. */
  static String place(String look) {
    return "restricted-look/" + look;
  }

  private static void insert(
      Tx tx, String look, CaseId id, OfficerId by, Instant at, Locked reason) {
    tx.sql(
            """
            INSERT INTO restricted_look (id, case_id, officer_id, at, sealed_reason,
              wrapped_key, salt, reason_hash)
            VALUES (:id, :case, :by, :at, :sealed, :key, :salt, :hash)
            """)
        .param("id", look)
        .param("case", id.toString())
        .param("by", by.toString())
        .param("at", Times.micros(at))
        .param("sealed", reason.ciphertext())
        .param("key", reason.wrappedKey())
        .param("salt", reason.salt())
        .param("hash", reason.hash())
        .update();
  }

  /** A look with its locked reason. */
  record Look(String id, Locked reason) {}

  static List<Look> of(Reads tx, CaseId id) {
    return tx.sql("SELECT * FROM restricted_look WHERE case_id = :id ORDER BY at")
        .param("id", id.toString())
        .query((rs, n) -> new Look(rs.getString("id"), LockedColumns.only(rs, "reason")))
        .list();
  }

  /** The reasons go with the case. */
  static void forget(Tx tx, CaseId id) {
    tx.sql("SELECT wrapped_key FROM restricted_look WHERE case_id = :id")
        .param("id", id.toString())
        .query((rs, n) -> rs.getBytes("wrapped_key"))
        .list()
        .forEach(tx::forget);
    tx.sql(
            """
            UPDATE restricted_look
            SET sealed_reason = :nothing, wrapped_key = :nothing, salt = :nothing
            WHERE case_id = :id
            """)
        .param("nothing", new byte[0])
        .param("id", id.toString())
        .update();
  }
}
