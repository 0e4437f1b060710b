package org.entente.node.followup;

/** Where a notice stands on this node. */
public enum NoticeState {
  /** Waits for a second person. */
  WAITING,
  WITHDRAWN,
  /** In the outbox. */
  RELEASED,
  /** The partner's node holds it and has not said what it did. */
  DELIVERED,
  /** The partner's node did not take it and said so in a signed receipt. */
  REFUSED,
  /** A report of an inaccuracy or request that arrived here; an officer has to answer it. */
  RECEIVED,
  /** Done as it says, by the recipient; what was reported was corrected, permission given. */
  APPLIED,
  /** What was reported was not corrected, permission was not given, by the giver of the item. */
  DECLINED,
  /** The item is held for proceedings at its receiver: restricted, not erased. */
  KEPT;

  /** What an entry of the log says of it. */
  String outcome() {
    return switch (this) {
      case KEPT -> "kept";
      case DECLINED -> "declined";
      case WAITING, WITHDRAWN, RELEASED, DELIVERED, REFUSED, RECEIVED, APPLIED -> "applied";
    };
  }

  /** Whether the sender still has to hear what became of it. */
  public boolean unanswered() {
    return this == RELEASED || this == DELIVERED;
  }
}
