package org.entente.node.act;

/** The reasons that several capabilities refuse with. */
public enum Usual implements Reason {
  /** There is no such thing, or not for this officer. */
  NOT_FOUND(Kind.NOT_FOUND),
  /** The officer lacks the right. */
  ROLE_MISSING(Kind.RIGHT_MISSING),
  /** The officer who prepared it does not confirm it. */
  SAME_PERSON(Kind.SAME_PERSON),
  /** Not possible in the state it is in. */
  WRONG_STATE(Kind.STATE),
  /** The reason for it was not given, or is too short or too long. */
  REASON_MISSING(Kind.INCOMPLETE),
  /** Nothing was given by which a person or thing could be found. */
  NOTHING_ASKED(Kind.INCOMPLETE),
  /** More was written than is kept. */
  TOO_LONG(Kind.INCOMPLETE),
  /** The search index does not answer. */
  INDEX_SILENT(Kind.UNAVAILABLE),
  /** The disk has too little room. */
  DISK_FULL(Kind.NO_ROOM),
  /** The disk did not read or write. */
  DISK_FAULT(Kind.UNAVAILABLE);

  private final Kind kind;

  Usual(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
