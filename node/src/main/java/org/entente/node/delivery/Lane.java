package org.entente.node.delivery;

/**
 * How pressing a message is. Each lane has connections of its own, so that nothing that waits or
 * travels in one holds up the other.
 */
public enum Lane {
  /**
   * A queue leaves as quickly as the partner writes: what arrives at the same moment shares a flush
   * of its disk.
   */
  ORDINARY(16),

  /** For what is urgent; it overtakes whatever backlog there is. */
  URGENT(4);

  private final int atOnce;

  Lane(int atOnce) {
    this.atOnce = atOnce;
  }

  /** Messages that are on their way at the same moment. */
  int atOnce() {
    return atOnce;
  }
}
