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
 * @param probability of the search where there was one, which takes in how large the register is
 *     and how many others are called so; of the pair alone else
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
    List<Evidence> evidence,
    Optional<PersonMatch> match) {
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
        match.evidence(),
        Optional.of(match));
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
        List.of(),
        Optional.empty());
  }

  static Likeness unweighed(boolean numberMet, double rank) {
    return new Likeness(
        numberMet ? 1 : 0,
        rank,
        false,
        numberMet,
        Optional.empty(),
        "",
        "",
        List.of(),
        Optional.empty());
  }

  /** The same as what a search through so many persons found, some of whom are called so too. */
  Likeness among(long persons, int namesakes) {
    return match.map(m -> with(m.among(persons, namesakes))).orElse(this);
  }

  /** The same with the probability that a search gave it. */
  Likeness with(double searched) {
    return new Likeness(searched, rank, weighed, numberMet, name, asked, held, evidence, match);
  }

  /** How strong it is, in the words of officers. */
  public enum Strength {
    STRONG,
    POSSIBLE,
    WEAK;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A pair that is more likely one person than two; below, a name only shares letters. */
  static final double POSSIBLE = 0.5;

  /** Beside a case: an officer looks through ten for one that is right. */
  static final double BESIDE = 0.1;

  /** In a search: of ten that are called strong, nine are right. */
  static final double STRONG = 0.9;

  /**
   * A number that met is strong unless the names contradict: then one of both is wrong. Names alone
   * are never strong, because many persons share theirs; a date of birth has to speak for them.
   */
  public Strength strength() {
    boolean contradicted = contradicted();
    if (numberMet) {
      return contradicted ? Strength.POSSIBLE : Strength.STRONG;
    }
    if (!weighed || contradicted || probability < BESIDE) {
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

  /**
   * Whether a list shows it, which asks for thousands at once: where dates of birth could be
   * compared, nine of ten that are shown are right; where they could not, names alone say at most
   * that it is more likely one person than two, and whoever is sought is not passed over for that.
   */
  public boolean listed() {
    boolean dated = evidence.stream().anyMatch(e -> e.kind() == Evidence.Kind.BIRTH_DATE);
    return matches(dated ? STRONG : POSSIBLE);
  }

  @Override
  public String toString() {
    return "Likeness[" + strength() + "]";
  }
}
