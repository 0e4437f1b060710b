package org.entente.node.evidence;

import org.entente.evidence.SignedFiles;

/** What came of asking for an evidence file. */
public sealed interface EvidenceOutcome {
  /**
   * The file is recorded and can be written.
   *
   * @param name for the file, such as {@code AZ-2026-000042.asice}
   * @param files to be written to whoever asked
   * @param timeStamped whether a service stamped the time
   */
  record Ready(String name, SignedFiles files, boolean timeStamped) implements EvidenceOutcome {}

  record Refused(EvidenceRefusal why) implements EvidenceOutcome {}
}
