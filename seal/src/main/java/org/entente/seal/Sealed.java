package org.entente.seal;

/**
 * Something that may be looked at only after a permitting decision. It has no accessor, is not
 * serialisable and prints as {@code Sealed[…]}; the only way in is {@link #open}.
 *
 * <p><b>Does not guarantee.</b> Secrecy against code that uses reflection, or against a dump of the
 * memory.
 *
 * @param <T> what is inside; immutable, or not changed any more by whoever made it
 */
public final class Sealed<T> {
  private final T content;

  private Sealed(T content) {
    this.content = content;
  }

  /** Puts something under seal. */
  public static <T> Sealed<T> of(T content) {
    return new Sealed<>(content);
  }

  /**
   * What is inside.
   *
   * @param grant the token that a permitting decision created
   */
  public T open(OpeningGrant grant) {
    if (grant.basis().isBlank()) {
      throw new IllegalStateException("a grant names its basis");
    }
    return content;
  }

  @Override
  public String toString() {
    return "Sealed[…]";
  }
}
