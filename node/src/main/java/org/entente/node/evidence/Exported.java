package org.entente.node.evidence;

import java.time.Instant;
import org.entente.node.officers.OfficerId;

/**
 * An evidence file that was taken.
 *
 * @param entry position of its entry in the ledger
 * @param restricted whether what is restricted was taken too
 * @param manifestHash SHA-256 of salt and manifest, as the entry holds it
 * @param reason empty once it went with its case
 */
public record Exported(
    OfficerId by,
    Instant at,
    long entry,
    boolean restricted,
    boolean timeStamped,
    String manifestHash,
    String reason) {
  @Override
  public String toString() {
    return "Exported[" + entry + "]";
  }
}
