package org.entente.seal;

/**
 * Ends a check list inside this package at the first point that fails; the doors turn it into a
 * value. Has no cause and no trace: either could quote content.
 */
final class Unacceptable extends Exception {
  private static final long serialVersionUID = 1L;

  private final SealRefusal reason;

  Unacceptable(SealRefusal reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  SealRefusal reason() {
    return reason;
  }

  static void unless(boolean acceptable, SealRefusal otherwise) throws Unacceptable {
    if (!acceptable) {
      throw new Unacceptable(otherwise);
    }
  }
}
