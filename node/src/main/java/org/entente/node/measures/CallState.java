package org.entente.node.measures;

/** Where a call stands. */
public enum CallState {
  /** The written confirmation is due. */
  OPEN,
  CONFIRMED,
  /** Nothing in writing will come, with a reason. */
  CLOSED
}
