package org.entente.check.oprf;

import java.io.Serial;

/** Bytes that encode no element of the group, or the neutral one where that is not allowed. */
public final class NotAnElement extends Exception {
  @Serial private static final long serialVersionUID = 1;

  NotAnElement() {
    super("not an element of the group, or its neutral element");
  }
}
