package org.entente.seal;

/**
 * A capability token: whoever holds one may open {@link Sealed} content. Only the code that decides
 * may subclass it, and only after a decision that permits; a test of the architecture enforces that
 * no other subclass exists.
 */
public abstract class OpeningGrant {
  private final String basis;

  /**
   * @param basis on what the grant rests, such as the reference of the decision; no personal data
   */
  protected OpeningGrant(String basis) {
    if (basis.isBlank()) {
      throw new IllegalArgumentException("a grant names its basis");
    }
    this.basis = basis;
  }

  /** On what the grant rests. */
  public final String basis() {
    return basis;
  }
}
