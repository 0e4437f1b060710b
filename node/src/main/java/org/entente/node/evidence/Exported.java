package org.entente.node.evidence;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.officers.OfficerId;

/**
 * An evidence file, or a file of persons and things, that was taken.
 *
 * @param entry position of its entry in the ledger
 * @param restricted whether what is restricted was taken too
 * @param manifestHash SHA-256 of salt and manifest, or of the file, as the entry holds it
 * @param format empty for an evidence file
 * @param reason empty once it went with its case
 */
public record Exported(
    OfficerId by,
    Instant at,
    long entry,
    boolean restricted,
    boolean timeStamped,
    String manifestHash,
    Optional<SubjectFormat> format,
    String reason) {
  @Override
  public String toString() {
    return "Exported[" + entry + "]";
  }
}
