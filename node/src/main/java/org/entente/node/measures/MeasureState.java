package org.entente.node.measures;

/** Where a measure stands in this house. */
public enum MeasureState {
  /** Waits for a second person. */
  WAITING,
  /** Taken back before it left. */
  WITHDRAWN,
  RELEASED,
  /** A partner's. */
  RECEIVED
}
