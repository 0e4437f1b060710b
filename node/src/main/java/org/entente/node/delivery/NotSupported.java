package org.entente.node.delivery;

/**
 * Something is of a form that can be read, but says what this version does not know: a kind, a
 * version, a code. Its sender is told {@code kind-not-supported} in a signed receipt.
 */
public final class NotSupported extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The code in the receipt. */
  public static final String CODE = "kind-not-supported";

  public NotSupported() {
    super("Something in it is not known to this version");
  }
}
