package org.entente.subject.compare;

import java.util.List;
import org.entente.subject.names.NameMatch;

/**
 * Whether two descriptions mean the same person.
 *
 * @param probability 0 to 1, of a pair that may as well be one person as two
 * @param rank a finer figure of the same order, for sorting
 * @param information how seldom two persons agree in all that agreed beside names, in nats
 * @param dates how often the dates of birth of one person stand so to each other, as a natural
 *     logarithm; 0 where one side has none
 * @param name how the names that fitted best met
 * @param asked that name as written on the asking side
 * @param held that name as written on the holding side
 * @param evidence everything that was weighed, names first
 */
public record PersonMatch(
    double probability,
    double rank,
    double information,
    double dates,
    NameMatch name,
    String asked,
    String held,
    List<Evidence> evidence) {
  /** Words are commoner where they are at home than in all the world. */
  private static final double NAMES = 0.8;

  public PersonMatch {
    evidence = List.copyOf(evidence);
  }

  /*
   * Learned from searches through registers of 20,000 and of 100,000 invented persons for lists half of
   * which they held, names and dates with slips (logistic regression over 31,000 candidates).
   */
  private static final double BASE = -4.8;
  private static final double NAME = 0.75;
  private static final double DATES = 0.83;
  private static final double INFORMATION = 1.11;
  private static final double OTHERS = 0.7;

  /** Fewer than this are nobody: so often a name that nobody else has is met by a stranger. */
  private static final double FEWEST = 0.03;

  /** Keeps the odds of a certain name finite. */
  private static final double SURE = 1e-9;

  /**
   * The probability in a search, for somebody of whom it is as likely that they are in the register
   * as that they are not. Others who are called so, as many as were found or as are to be expected,
   * may agree in the rest by chance; and a slip that would make them one is rare, so that among
   * many it is more often a stranger. Never more than the probability of the pair.
   *
   * @param persons in the register
   * @param namesakes others in it whose names fit at least as well
   */
  public double among(long persons, int namesakes) {
    double others = Math.max(namesakes, persons * Math.exp(-NAMES * name.information()));
    double named = Math.log((name.probability() + SURE) / (1 - name.probability() + SURE));
    double odds =
        BASE
            + NAME * named
            + DATES * dates
            + INFORMATION * information
            - OTHERS * Math.log(others + FEWEST);
    return Math.min(probability, 1 / (1 + Math.exp(-odds)));
  }
}
