package org.entente.node.agreements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one authority tells the other about an agreement between them. */
public enum NoteKind {
  PROPOSAL,
  RATIFICATION,
  REJECTION,
  WITHDRAWAL,
  SUSPENSION,
  RESUMPTION,
  TERMINATION;

  /** The stable code on the wire, in the ledger and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether such a note is about a proposal that was made before. */
  boolean aboutProposal() {
    return switch (this) {
      case RATIFICATION, REJECTION, WITHDRAWAL -> true;
      case PROPOSAL, SUSPENSION, RESUMPTION, TERMINATION -> false;
    };
  }

  public static Optional<NoteKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
