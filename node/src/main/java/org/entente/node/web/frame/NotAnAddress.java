package org.entente.node.web.frame;

/**
 * An address that can name nothing, such as an identifier cut off. A type of its own: every other
 * fault that comes to light while a page is made is a defect and must not look like this.
 */
public final class NotAnAddress extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAnAddress() {
    super("The address names nothing");
  }
}
