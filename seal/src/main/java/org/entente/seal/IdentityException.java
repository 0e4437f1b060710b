package org.entente.seal;

/** An identity file could not be opened. Carries a code, never a passphrase or a path. */
public final class IdentityException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Code {
    WRONG_PASSPHRASE(
        "The passphrase does not fit this identity file: enter it again. If it is certainly right,"
            + " the file was changed: restore it from a backup."),
    DAMAGED("This identity file is incomplete or damaged: restore it from a backup."),
    TOO_LARGE("This file is larger than an identity file can be: choose the right file."),
    UNKNOWN_VERSION("This identity file was made by a newer version: update this node.");

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

  IdentityException(Code code) {
    super(code.sentence());
    this.code = code;
  }

  /** Stable code of the reason. */
  public Code code() {
    return code;
  }
}
