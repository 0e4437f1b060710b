package org.entente.agreement;

/**
 * The place in an instrument that a decision rests on.
 *
 * @param agreement the instrument
 * @param label such as {@code Art. 1(1)(d)}
 */
public record ArticleReference(AgreementId agreement, String label) {

  private static final int MAX_LABEL_CHARS = 40;

  /** Checks the label's length. */
  public ArticleReference {
    if (label.isBlank() || label.length() > MAX_LABEL_CHARS) {
      throw new IllegalArgumentException("a label has 1 to " + MAX_LABEL_CHARS + " characters");
    }
  }

  @Override
  public String toString() {
    return label + " " + agreement;
  }
}
