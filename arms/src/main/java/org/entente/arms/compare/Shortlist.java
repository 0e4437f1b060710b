package org.entente.arms.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.arms.compare.WeaponMatch.Verdict;

/**
 * The weapons of a register that may be the one asked for. Weapons of one series differ in a digit;
 * where that digit is in doubt, several fit alike and none of them is called likely.
 */
public final class Shortlist {
  /** Within so many bits of the best another fits as well; a sign that looks alike costs two. */
  static final double AS_GOOD = 1.5;

  /**
   * One weapon of the register.
   *
   * @param at its place in what was compared, from 0
   * @param alone whether no other weapon fits nearly as well
   */
  public record Candidate(int at, WeaponMatch match, boolean alone) {}

  private Shortlist() {}

  /** The best first, at most so many; those of equal score in the order of the register. */
  public static List<Candidate> of(PreparedWeapon asked, List<PreparedWeapon> held, int most) {
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      WeaponMatch match = WeaponMatcher.compare(asked, held.get(i));
      if (match.verdict() != Verdict.NONE) {
        found.add(new Candidate(i, match, true));
      }
    }
    found.sort(
        Comparator.<Candidate>comparingDouble(c -> -c.match().score())
            .thenComparingInt(Candidate::at));
    boolean several =
        found.size() > 1 && found.get(0).match().score() - found.get(1).match().score() < AS_GOOD;
    double best = found.isEmpty() ? 0 : found.getFirst().match().score();
    return found.stream()
        .limit(most)
        .map(c -> several && best - c.match().score() < AS_GOOD ? amongOthers(c) : c)
        .toList();
  }

  private static Candidate amongOthers(Candidate candidate) {
    WeaponMatch match = candidate.match();
    return new Candidate(
        candidate.at(), new WeaponMatch(Verdict.POSSIBLE, match.score(), match.reasons()), false);
  }
}
