package org.entente.node.records;

import java.util.List;
import java.util.Locale;
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

  /**
   * How strong it is, in the words of officers: a probability of one pair says little about a
   * register of a million, and is not calibrated for one.
   */
  public enum Strength {
    STRONG,
    POSSIBLE,
    WEAK;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** More likely the same person than not; below, a name only shares letters with another. */
  static final double POSSIBLE = 0.5;

  /**
   * Among a million records some have nearly every name and were born in about the same year: less
   * than this is never called strong.
   */
  static final double STRONG = 0.99;

  /**
   * A number that met is strong unless the names contradict: then one of both is wrong. Names alone
   * are never strong, because many persons share theirs; a date of birth has to speak for them.
   */
  public Strength strength() {
    boolean contradicted = contradicted();
    if (numberMet) {
      return contradicted ? Strength.POSSIBLE : Strength.STRONG;
    }
    if (!weighed || contradicted || probability < POSSIBLE) {
      return Strength.WEAK;
    }
    boolean born =
        evidence.stream().anyMatch(e -> e.kind() == Evidence.Kind.BIRTH_DATE && e.weight() > 0);
    return born && probability >= STRONG ? Strength.STRONG : Strength.POSSIBLE;
  }

  /** Whether the names speak against each other. */
  public boolean contradicted() {
    return name.map(NameMatch::contradicts).orElse(false);
  }

  /**
   * Whether this is a match: a number met, or the names do not contradict and all that was weighed
   * makes it at least so likely. Every comparison of this node asks here.
   */
  public boolean matches(double least) {
    return numberMet || (weighed && !contradicted() && probability >= least);
  }

  @Override
  public String toString() {
    return "Likeness[" + strength() + "]";
  }
}
