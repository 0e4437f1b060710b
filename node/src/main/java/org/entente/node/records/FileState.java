package org.entente.node.records;

import java.util.Locale;

/** Where a file stands that is read row by row. */
public enum FileState {
  /** The file is here, sealed; nothing was read into the index yet. */
  UPLOADED,
  RUNNING,
  /** Every row was taken or reported. */
  DONE,
  /** An officer stopped it; what was taken until then stays. */
  CANCELLED,
  /** It could not go on; what was taken until then stays. */
  STOPPED;

  /** Whether the file is still needed. */
  boolean active() {
    return this == UPLOADED || this == RUNNING;
  }

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
