package org.entente.node.agreements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one authority tells the other about an agreement between them. */
public enum NoteKind {
  PROPOSAL,
  RATIFICATION,
  REJECTION,
  SUSPENSION,
  RESUMPTION,
  TERMINATION;

  /** The stable code on the wire, in the ledger and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NoteKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
