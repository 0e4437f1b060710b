package org.entente.agreement;

import java.util.Optional;

/** What becomes of open matters when an agreement is suspended or has ended. */
public enum Pending {
  /** They are brought to their end: asked, answered, explained, closed. */
  FINISH("finish"),
  /** Nothing more is exchanged in them; they can only be refused or closed. */
  STOP("stop");

  private final String code;

  Pending(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** Whether a kind of act that follows in a matter is still possible. */
  boolean lets(ActKind kind) {
    return switch (this) {
      case FINISH -> kind.answers();
      // Whoever was asked must be able to say no, and whoever asked to say that it is over.
      case STOP ->
          kind == ActKind.REFUSAL || kind == ActKind.CLOSURE || kind == ActKind.CONSENT_DENIAL;
    };
  }

  static Optional<Pending> ofCode(String code) {
    for (Pending candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
