package org.entente.node.measures;

/** How far a message of a measure has come. */
public enum Sending {
  PREPARED,
  /** The agreement with this partner did not permit it when it was released. */
  NOT_PERMITTED,
  /** In the outbox. */
  RELEASED,
  /** The partner's node holds it. */
  DELIVERED,
  /** The partner's node did not take it and said so in a signed receipt. */
  REFUSED,
  /** It came from the partner. */
  RECEIVED;

  /** Whether it has left and was not refused. */
  public boolean left() {
    return this == RELEASED || this == DELIVERED;
  }
}
