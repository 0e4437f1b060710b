package org.entente.duty;

/** Makes attempts. */
@FunctionalInterface
public interface Sender {
  /**
   * Reaches a person. Gives up before {@link Attempt#LEASE} has passed and throws nothing that has
   * to do with the way.
   */
  Attempt.Outcome send(Attempt attempt);
}
