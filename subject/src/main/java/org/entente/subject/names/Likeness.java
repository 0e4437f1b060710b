package org.entente.subject.names;

/**
 * How alike two names are.
 *
 * @param odds natural logarithm of the odds that both are one person's name
 * @param rank a finer figure, for sorting
 */
public record Likeness(float odds, float rank) {
  /** The odds as a probability. */
  public double probability() {
    return 1 / (1 + Math.exp(-odds));
  }
}
