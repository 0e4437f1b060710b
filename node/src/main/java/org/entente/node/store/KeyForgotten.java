package org.entente.node.store;

/** The key of this content was destroyed: it cannot be read any more, by anybody. */
public final class KeyForgotten extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  KeyForgotten() {
    super("The key of this content was destroyed");
  }
}
