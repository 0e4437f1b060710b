package org.entente.subject.names;

import java.util.List;

/**
 * How two names met.
 *
 * @param probability that both mean the same person's name, 0 to 1, calibrated
 * @param rank a finer figure of the same order, for sorting; may tell apart what the probability
 *     does not
 * @param information how seldom names agree in what met, in nats
 * @param parts which part met which, in the order of the first name; parts without a counterpart
 *     too
 */
public record NameMatch(
    double probability, double rank, double information, List<PartMatch> parts) {
  private static final double EVEN = 0.5;

  /** Parts less alike than this have hardly met. */
  private static final double SURE = 0.9;

  public NameMatch {
    parts = List.copyOf(parts);
  }

  /**
   * Whether the names speak against each other: both have parts that the other lacks or hardly has,
   * and all in all they are less likely one person's than not. A part that is only left out is no
   * contradiction.
   */
  public boolean contradicts() {
    return probability < EVEN && parts.stream().anyMatch(PartMatch::speaksAgainst);
  }

  /**
   * One part of a name and what it met.
   *
   * @param left as written in the first name; empty if only the second has it
   * @param right as written in the second name; empty if only the first has it
   * @param through the spelling in which they met, in Latin letters; empty if they did not
   * @param how in which way
   * @param likeness 0 to 1
   */
  public record PartMatch(String left, String right, String through, How how, double likeness) {
    private boolean speaksAgainst() {
      boolean met = !left.isEmpty() && !right.isEmpty();
      return how == How.CONTRADICTION || (met && likeness < SURE);
    }
  }

  /** Ways in which two parts meet. */
  public enum How {
    SAME,
    SPELLING,
    TRANSLITERATION,
    TYPING_ERROR,
    NICKNAME,
    INITIAL,
    CUT,
    JOINED,
    CONTRADICTION,
    ONLY_LEFT,
    ONLY_RIGHT
  }
}
