package org.entente.node.casework;

/** Where a message stands on this node. */
public enum MessageState {
  DRAFT,
  AWAITING_APPROVAL,
  /** Given back by the approver with a note; the drafter may change it. */
  RETURNED,
  DISCARDED,
  /** Sealed and in the outbox; cannot be changed any more. */
  RELEASED,
  /** The partner's signed receipt is here. */
  DELIVERED,
  /** The partner's node decided against it and said so in a signed receipt. */
  REFUSED_BY_PARTNER,
  RECEIVED;

  public boolean changeable() {
    return this == DRAFT || this == RETURNED;
  }
}
