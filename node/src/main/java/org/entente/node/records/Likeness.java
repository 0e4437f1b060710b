package org.entente.node.records;

import java.util.List;
import java.util.Optional;
import org.entente.subject.compare.Evidence;
import org.entente.subject.compare.PersonMatch;
import org.entente.subject.names.NameMatch;

/**
 * How alike what was asked and what is held are, and why.
 *
 * @param weighed whether the probability was calculated; false where only a number or a date met
 *     and nothing else was asked
 * @param numberMet whether an identifying number is the same
 */
public record Likeness(
    double probability,
    double rank,
    boolean weighed,
    boolean numberMet,
    Optional<NameMatch> name,
    String asked,
    String held,
    List<Evidence> evidence) {
  public Likeness {
    evidence = List.copyOf(evidence);
  }

  static Likeness of(PersonMatch match, boolean numberMet) {
    return new Likeness(
        match.probability(),
        match.rank(),
        true,
        numberMet,
        Optional.of(match.name()),
        match.asked(),
        match.held(),
        match.evidence());
  }

  static Likeness of(NameMatch match, String asked, String held, boolean numberMet) {
    return new Likeness(
        match.probability(),
        match.rank(),
        true,
        numberMet,
        Optional.of(match),
        asked,
        held,
        List.of());
  }

  static Likeness unweighed(boolean numberMet, double rank) {
    return new Likeness(
        numberMet ? 1 : 0, rank, false, numberMet, Optional.empty(), "", "", List.of());
  }

  /** Probability in whole hundredths, for a bar; nothing but a number that met is certain. */
  public int percent() {
    return Math.clamp(Math.round(probability * 100), 0, weighed ? 99 : 100);
  }

  @Override
  public String toString() {
    return "Likeness[" + percent() + "]";
  }
}
