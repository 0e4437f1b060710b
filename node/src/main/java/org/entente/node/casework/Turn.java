package org.entente.node.casework;

/** Whose turn it is in a matter. */
public enum Turn {
  DESK,
  APPROVER,
  PARTNER,
  /** An authority of the own state, or a judge. */
  AUTHORITY,
  NOBODY
}
