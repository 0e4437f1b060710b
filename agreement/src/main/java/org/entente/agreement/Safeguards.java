package org.entente.agreement;

/**
 * What the sender states about the limits that no agreement can switch off.
 *
 * @param specialCategories the act carries special categories of data, Directive (EU) 2016/680 Art.
 *     10
 * @param strictNecessityStated the sender states why these are strictly necessary
 * @param predominantlyPoliticalMilitaryReligiousRacial the matter has such a character, Art. 3 of
 *     the INTERPOL Constitution
 */
public record Safeguards(
    boolean specialCategories,
    boolean strictNecessityStated,
    boolean predominantlyPoliticalMilitaryReligiousRacial) {

  private static final Safeguards ORDINARY = new Safeguards(false, false, false);

  /** Nothing that needs a safeguard. */
  public static Safeguards ordinary() {
    return ORDINARY;
  }
}
