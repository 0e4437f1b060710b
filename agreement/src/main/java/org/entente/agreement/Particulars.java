package org.entente.agreement;

import java.util.OptionalInt;

/**
 * What the sender states about an act, where an agreement asks for it.
 *
 * @param maxPenaltyMonths the highest penalty for the offence in the sender's law, in months; empty
 *     if not stated
 * @param identifiers how many of given name, family name and date of birth are given, 0 to 3
 * @param justified whether purpose, case and offence are recorded with it, Regulation (EU) 2024/982
 *     Art. 33
 * @param automatedDecision whether an adverse decision about a person would follow without a human,
 *     Directive (EU) 2016/680 Art. 11
 * @param beyondNeed whether more data are carried than the purpose needs, Directive (EU) 2016/680
 *     Art. 4(1)(c)
 */
public record Particulars(
    OptionalInt maxPenaltyMonths,
    int identifiers,
    boolean justified,
    boolean automatedDecision,
    boolean beyondNeed) {

  /** Given name, family name, date of birth. */
  public static final int MAX_IDENTIFIERS = 3;

  private static final Particulars NONE =
      new Particulars(OptionalInt.empty(), 0, false, false, false);

  /** Checks the bounds. */
  public Particulars {
    if (identifiers < 0 || identifiers > MAX_IDENTIFIERS) {
      throw new IllegalArgumentException("identifiers are 0 to " + MAX_IDENTIFIERS);
    }
    if (maxPenaltyMonths.isPresent() && maxPenaltyMonths.getAsInt() < 0) {
      throw new IllegalArgumentException("a penalty is not negative");
    }
  }

  /** Nothing stated. */
  public static Particulars none() {
    return NONE;
  }

  /** The same with a penalty. */
  public Particulars penalty(int months) {
    return new Particulars(
        OptionalInt.of(months), identifiers, justified, automatedDecision, beyondNeed);
  }

  /** The same with so many of the three identifying fields. */
  public Particulars identifiers(int given) {
    return new Particulars(maxPenaltyMonths, given, justified, automatedDecision, beyondNeed);
  }

  /** The same with a recorded justification. */
  public Particulars withJustification() {
    return new Particulars(maxPenaltyMonths, identifiers, true, automatedDecision, beyondNeed);
  }
}
