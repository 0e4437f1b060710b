package org.entente.duty.simulation;

/** A clause did not hold: the seed shows it again. */
public final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Clause clause;

  Broken(Clause clause, long second, String what) {
    super(clause + " after " + second + " s: " + what);
    this.clause = clause;
  }

  public Clause clause() {
    return clause;
  }
}
