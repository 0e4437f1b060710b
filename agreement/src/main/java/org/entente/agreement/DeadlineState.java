package org.entente.agreement;

/** Where a deadline stands at an instant. */
public enum DeadlineState {
  /** The clock runs and the answer is still in time. */
  RUNNING,
  /** The clock stands still until a clarification arrives. */
  SUSPENDED,
  /** The answer went out in time, at the very last instant included. */
  MET,
  /** The due instant has passed without an answer, or before it. */
  MISSED
}
