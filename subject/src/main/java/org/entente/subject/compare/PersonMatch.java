package org.entente.subject.compare;

import java.util.List;
import org.entente.subject.names.NameMatch;

/**
 * Whether two descriptions mean the same person.
 *
 * @param probability 0 to 1, calibrated
 * @param rank a finer figure of the same order, for sorting
 * @param name how the names that fitted best met
 * @param asked that name as written on the asking side
 * @param held that name as written on the holding side
 * @param evidence everything that was weighed, names first
 */
public record PersonMatch(
    double probability,
    double rank,
    NameMatch name,
    String asked,
    String held,
    List<Evidence> evidence) {
  public PersonMatch {
    evidence = List.copyOf(evidence);
  }
}
