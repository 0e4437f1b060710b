package org.entente.agreement;

import java.util.EnumSet;
import java.util.Set;

/**
 * A party's competent authority; a state may have several.
 *
 * @param authority its id
 * @param country ISO 3166-1 alpha-2
 * @param name its name
 * @param central whether it is the state's central authority
 * @param competence for what it is competent
 */
public record Party(
    AuthorityId authority, String country, LocalText name, boolean central, Competence competence) {

  /** Checks the shape of the country code. */
  public Party {
    if (country.length() != 2 || !country.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException("a country is two capital letters");
    }
  }

  /**
   * What an authority may open matters about, and be asked about.
   *
   * @param areas the crimes
   * @param acts the kinds of acts
   */
  public record Competence(Set<OffenceArea> areas, Set<ActKind> acts) {

    /** Copies. */
    public Competence {
      areas = Set.copyOf(areas);
      acts = Set.copyOf(acts);
    }

    /** Competent for everything the instrument carries. */
    public static Competence whole() {
      return new Competence(EnumSet.allOf(OffenceArea.class), EnumSet.allOf(ActKind.class));
    }

    /** Whether it leaves nothing out. */
    public boolean isWhole() {
      return equals(whole());
    }

    boolean covers(Act act, boolean aboutCrimes) {
      return acts.contains(act.kind()) && (!aboutCrimes || areas.contains(act.offence()));
    }
  }
}
