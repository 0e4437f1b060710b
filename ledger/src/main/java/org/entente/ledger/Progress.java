package org.entente.ledger;

/**
 * Hears how far a long check has come. Called on the checking thread, every few hundred entries and
 * at the end.
 */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (done, total) -> {};

  /**
   * So far.
   *
   * @param done entries read
   * @param total entries the signed checkpoint promises
   */
  void entries(long done, long total);
}
