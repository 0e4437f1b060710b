package org.entente.arms;

import java.util.Optional;

/**
 * How a weapon is built and what was done to it.
 *
 * @param barrelMillimetres length of the barrel
 * @param capacity rounds in magazine or cylinder
 * @param conversion how it came to shoot, as Reg. (EU) 2025/41 Art. 30(6)(c) asks
 */
public record Build(
    Optional<Integer> barrelMillimetres,
    Optional<Integer> capacity,
    Optional<String> finish,
    Conversion conversion,
    boolean deactivated) {

  /** How a weapon was made or altered outside of a factory. */
  public enum Conversion implements Coded {
    NONE,
    REACTIVATED,
    ALARM_WEAPON,
    HOME_MADE,
    ADDITIVE,
    UNKNOWN
  }

  public static final Build UNKNOWN =
      new Build(Optional.empty(), Optional.empty(), Optional.empty(), Conversion.UNKNOWN, false);

  public Build {
    finish.ifPresent(text -> Texts.within(Texts.LINE, text));
  }
}
