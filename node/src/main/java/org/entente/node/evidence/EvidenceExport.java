package org.entente.node.evidence;

import org.entente.evidence.SignedFiles;

/**
 * An evidence file that is recorded and can be written.
 *
 * @param name for the file, such as {@code AZ-2026-000042.asice}
 * @param files to be written to the requester
 * @param timeStamped whether a service stamped the time
 */
public record EvidenceExport(String name, SignedFiles files, boolean timeStamped) {}
