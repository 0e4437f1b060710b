package org.entente.node.evidence;

import java.time.Instant;
import java.util.List;
import org.entente.node.casework.CaseId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of evidence files that were taken. */
final class ExportRows {
  private ExportRows() {}

  record Row(
      String id,
      CaseId caseId,
      OfficerId by,
      Instant at,
      long position,
      boolean restricted,
      boolean timeStamped,
      String manifestHash,
      Locked reason) {}

  static void insert(Tx tx, Row row) {
    tx.sql(
            """
            INSERT INTO evidence_export (id, case_id, officer_id, at, position, restricted,
              time_stamped, manifest_hash, sealed_reason, wrapped_key, salt, reason_hash)
            VALUES (:id, :case, :by, :at, :position, :restricted, :stamped, :manifest, :sealed,
              :key, :salt, :hash)
            """)
        .param("id", row.id())
        .param("case", row.caseId().toString())
        .param("by", row.by().toString())
        .param("at", Times.micros(row.at()))
        .param("position", row.position())
        .param("restricted", row.restricted() ? 1L : 0L)
        .param("stamped", row.timeStamped() ? 1L : 0L)
        .param("manifest", row.manifestHash())
        .param("sealed", row.reason().ciphertext())
        .param("key", row.reason().wrappedKey())
        .param("salt", row.reason().salt())
        .param("hash", row.reason().hash())
        .update();
  }

  static List<Row> of(Reads tx, CaseId id) {
    return tx.sql("SELECT * FROM evidence_export WHERE case_id = :id ORDER BY at DESC, id DESC")
        .param("id", id.toString())
        .query((rs, n) ->
            new Row(
                rs.getString("id"),
                id,
                OfficerId.of(rs.getString("officer_id")),
                Times.instant(rs.getLong("at")),
                rs.getLong("position"),
                rs.getLong("restricted") == 1,
                rs.getLong("time_stamped") == 1,
                rs.getString("manifest_hash"),
                LockedColumns.only(rs, "reason")))
        .list();
  }

  /** The reasons go with the case. */
  static void forget(Tx tx, CaseId id) {
    of(tx, id).forEach(row -> tx.forget(row.reason().wrappedKey()));
    tx.sql(
            """
            UPDATE evidence_export
            SET sealed_reason = :nothing, wrapped_key = :nothing, salt = :nothing
            WHERE case_id = :id
            """)
        .param("nothing", new byte[0])
        .param("id", id.toString())
        .update();
  }
}
