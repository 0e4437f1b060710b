package org.entente.subject.compare;

import java.util.List;
import org.entente.subject.names.NameMatch;

/**
 * Whether two descriptions mean the same person.
 *
 * @param probability 0 to 1, of a pair that may as well be one person as two
 * @param rank a finer figure of the same order, for sorting
 * @param information how seldom two persons agree in all that agreed beside names, in nats
 * @param name how the names that fitted best met
 * @param asked that name as written on the asking side
 * @param held that name as written on the holding side
 * @param evidence everything that was weighed, names first
 */
public record PersonMatch(
    double probability,
    double rank,
    double information,
    NameMatch name,
    String asked,
    String held,
    List<Evidence> evidence) {
  /** Words are commoner where they are at home than in all the world. */
  private static final double NAMES = 0.8;

  public PersonMatch {
    evidence = List.copyOf(evidence);
  }

  /**
   * The probability in a search. Others who are called so, as many as were found or as are to be
   * expected, may agree in the rest by chance.
   *
   * @param persons in the register
   * @param namesakes others in it whose names fit at least as well
   */
  public double among(long persons, int namesakes) {
    double others = Math.max(namesakes, persons * Math.exp(-NAMES * name.information()));
    return probability / (1 + others * Math.exp(-information));
  }
}
