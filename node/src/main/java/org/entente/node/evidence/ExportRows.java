package org.entente.node.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.CaseId;
import org.entente.node.measures.MeasureId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Reads;
import org.entente.node.store.Statement;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/** The rows of evidence files that were taken, of cases and of measures. */
final class ExportRows {
  private ExportRows() {}

  record Row(
      String id,
      Taken of,
      OfficerId by,
      Instant at,
      long position,
      boolean restricted,
      boolean timeStamped,
      String manifestHash,
      String format,
      Locked reason) {
    /** The format of an evidence file. */
    static final String EVIDENCE = "asice";
  }

  static void insert(Tx tx, Row row) {
    Statement statement =
        switch (row.of()) {
          case Taken.OfCase(CaseId id) ->
              tx.sql(
                      """
                      INSERT INTO evidence_export (id, case_id, officer_id, at, position,
                        restricted, time_stamped, manifest_hash, format, sealed_reason, wrapped_key,
                        salt, reason_hash)
                      VALUES (:id, :case, :by, :at, :position, :restricted, :stamped, :manifest,
                        :format, :sealed, :key, :salt, :hash)
                      """)
                  .param("case", id.toString())
                  .param("format", row.format())
                  .param("restricted", row.restricted() ? 1L : 0L);
          case Taken.OfMeasure(MeasureId id, AuthorityId partner) ->
              tx.sql(
                      """
                      INSERT INTO measure_export (id, measure_id, partner, officer_id, at,
                        position, time_stamped, manifest_hash, sealed_reason, wrapped_key, salt,
                        reason_hash)
                      VALUES (:id, :measure, :partner, :by, :at, :position, :stamped, :manifest,
                        :sealed, :key, :salt, :hash)
                      """)
                  .param("measure", id.toString())
                  .param("partner", partner.value());
        };
    statement
        .param("id", row.id())
        .param("by", row.by().toString())
        .param("at", Times.micros(row.at()))
        .param("position", row.position())
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
            row(rs, new Taken.OfCase(id), rs.getLong("restricted") == 1, rs.getString("format")))
        .list();
  }

  static List<Row> of(Reads tx, MeasureId id) {
    return tx.sql("SELECT * FROM measure_export WHERE measure_id = :id ORDER BY at DESC, id DESC")
        .param("id", id.toString())
        .query((rs, n) ->
            row(
                rs,
                new Taken.OfMeasure(id, new AuthorityId(rs.getString("partner"))),
                false,
                Row.EVIDENCE))
        .list();
  }

  private static Row row(ResultSet rs, Taken of, boolean restricted, String format)
      throws SQLException {
    return new Row(
        rs.getString("id"),
        of,
        OfficerId.of(rs.getString("officer_id")),
        Times.instant(rs.getLong("at")),
        rs.getLong("position"),
        restricted,
        rs.getLong("time_stamped") == 1,
        rs.getString("manifest_hash"),
        format,
        LockedColumns.only(rs, "reason"));
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

  /** The reasons go with the measure. */
  static void forget(Tx tx, MeasureId id) {
    of(tx, id).forEach(row -> tx.forget(row.reason().wrappedKey()));
    tx.sql(
            """
            UPDATE measure_export
            SET sealed_reason = :nothing, wrapped_key = :nothing, salt = :nothing
            WHERE measure_id = :id
            """)
        .param("nothing", new byte[0])
        .param("id", id.toString())
        .update();
  }
}
