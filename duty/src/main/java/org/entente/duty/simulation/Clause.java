package org.entente.duty.simulation;

/** What has to hold in every night. */
public enum Clause {
  /** An alarm that rings tries to reach somebody within its longest wait and a minute. */
  NEVER_SILENT,
  /** An alarm that ended, or that a person holds, begins no attempt. */
  NEVER_FIRES_AGAIN,
  /** Acknowledging calls off every attempt that was not begun, in the same unit of work. */
  CALLS_OFF,
  /** An acknowledgement that no work follows rings again. */
  DECAYS,
  /** A step of which every attempt failed is not waited for. */
  FAILURE_GOES_ON,
  /** Two nodes that live do not make the same try twice. */
  CLAIMED_ONCE,
  /** A watch and the person who holds the post at an instant are the same; watches have no hole. */
  WATCHES_AGREE,
  /** What has rung through its chain says that nobody is left to reach. */
  SAYS_NOBODY_LEFT
}
