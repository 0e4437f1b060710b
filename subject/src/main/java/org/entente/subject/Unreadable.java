package org.entente.subject;

/**
 * The refusal of every reader: what was written is not what it was read as.
 *
 * <p>Its sentence says which rule was broken and never repeats what was written.
 */
public final class Unreadable extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code stable, in lower case with hyphens
   * @param sentence for an officer, without the value
   */
  public Unreadable(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** A stable code for programs, such as {@code vin-length}. */
  public String code() {
    return code;
  }

  /** No stack is taken: refusals are frequent when a register is loaded. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
