package org.entente.command;

/** A reason to end the command, told as one sentence that says what to do. */
public final class Stop extends RuntimeException {
  /** Exit status of a command that was stopped. */
  static final int STATUS = 1;

  private static final long serialVersionUID = 1L;

  Stop(String sentence) {
    super(sentence);
  }
}
