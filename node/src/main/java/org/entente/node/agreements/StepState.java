package org.entente.node.agreements;

/** Where a step stands on this node. */
public enum StepState {
  /** One person has prepared it; another one must confirm it before it leaves. */
  AWAITING_SECOND,
  WITHDRAWN,
  RELEASED,
  DELIVERED,
  REFUSED_BY_PARTNER,
  RECEIVED
}
