package org.entente.duty.simulation;

/** A node ends at once; no part of it notices. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("crash", null, false, false);
  }
}
