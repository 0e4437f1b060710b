package org.entente.node.evidence;

import org.entente.node.act.Reason;

/** Why no evidence file was made. */
public enum EvidenceRefusal implements Reason {
  /** The case holds drafts only. */
  NOTHING_EXCHANGED(Kind.STATE),
  /** Nothing that may leave is told of in the fields of the case. */
  NOTHING_TOLD(Kind.STATE),
  /** Nobody chose in which format persons and things are wanted. */
  FORMAT_MISSING(Kind.INCOMPLETE),
  /** As many as the node makes at once are being made. */
  BUSY(Kind.UNAVAILABLE),
  /** What is stored here does not hold together: its own verification does not uphold the file. */
  NOT_SOUND(Kind.UNSOUND);

  private final Kind kind;

  EvidenceRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
