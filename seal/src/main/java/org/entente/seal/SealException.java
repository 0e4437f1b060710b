package org.entente.seal;

/** Something could not be sealed, wrapped or decrypted. Carries a code, never content. */
public final class SealException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Code {
    TOO_LARGE("The content is too large for one message: send it as an attachment."),
    EXPIRED_CERTIFICATE(
        "A certificate is not valid at this time: check the clock, then renew the identity card."),
    NOT_YET_VALID(
        "A certificate begins to be valid later than this node's clock says: set the clock right."),
    CHANGED(
        "The stored bytes were changed or belong elsewhere: restore them from a backup and report it."),
    UNKNOWN_VERSION("This was stored by a newer version: update this node.");

    private final String sentence;

    Code(String sentence) {
      this.sentence = sentence;
    }

    /** What happened and what to do next. */
    public String sentence() {
      return sentence;
    }
  }

  private final Code code;

  SealException(Code code) {
    super(code.sentence());
    this.code = code;
  }

  /** Stable code of the reason. */
  public Code code() {
    return code;
  }
}
