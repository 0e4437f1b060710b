package org.entente.node.evidence;

import java.util.Locale;

/** Why no evidence file was made. The sentences stand in the bundles by code. */
public enum EvidenceRefusal {
  NOT_FOUND,
  ROLE_MISSING,
  REASON_MISSING,
  /** The case holds drafts only. */
  NOTHING_EXCHANGED,
  /** As many as the node makes at once are being made. */
  BUSY,
  /** A file of the case cannot be read from the disk. */
  DISK_FAULT,
  /** What lies here does not hold together: its own verification does not uphold the file. */
  NOT_SOUND;

  /** Stable code, as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
