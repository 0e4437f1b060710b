package org.entente.node.delivery;

import org.entente.seal.SealException;

/**
 * Nothing can be sealed now, because by the clock of this node its own certificate or the partner's
 * is not yet valid or no more. Nothing was written.
 */
public final class CertificateOutOfTime extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final boolean early;

  private CertificateOutOfTime(SealException cause, boolean early) {
    super(cause.code().sentence(), cause);
    this.early = early;
  }

  /** What a message could not be sealed for: this, or a defect. */
  static IllegalStateException or(SealException cause) {
    return switch (cause.code()) {
      case NOT_YET_VALID -> new CertificateOutOfTime(cause, true);
      case EXPIRED_CERTIFICATE -> new CertificateOutOfTime(cause, false);
      default ->
          new IllegalStateException("The message could not be sealed for this partner", cause);
    };
  }

  /** The stable code, on pages and for programs. */
  public String code() {
    return early ? "certificate-not-yet-valid" : "certificate-expired";
  }

  /** What to do. */
  public String sentence() {
    return early
        ? "A certificate is not valid yet by the clock of this node. An administrator sets the"
            + " clock right."
        : "A certificate is no more valid by the clock of this node. An administrator looks at the"
            + " clock, then renews the identity.";
  }
}
