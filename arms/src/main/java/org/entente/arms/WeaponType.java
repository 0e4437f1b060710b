package org.entente.arms;

import java.util.Optional;

/**
 * What a weapon is, in its maker's words and in the law's.
 *
 * @param category of Directive (EU) 2021/555 Annex I, such as {@code B7}; empty if not a firearm
 * @param brand where it differs from the make
 * @param calibre as written; {@code org.entente.subject.things.Calibre} reads it
 */
public record WeaponType(
    Kind kind,
    Optional<String> category,
    Optional<String> make,
    Optional<String> brand,
    Optional<String> model,
    Optional<String> calibre,
    Optional<Action> action) {

  /** Firearms by shape, and the weapons beyond them that deliveries are about. */
  public enum Kind implements Coded {
    PISTOL,
    REVOLVER,
    RIFLE,
    ASSAULT_RIFLE,
    SUBMACHINE_GUN,
    SHOTGUN,
    MACHINE_GUN,
    ALARM_WEAPON,
    MORTAR,
    GRENADE_LAUNCHER,
    RECOILLESS_WEAPON,
    ROCKET_LAUNCHER,
    PORTABLE_AIR_DEFENCE,
    HAND_GRENADE,
    OTHER,
    UNKNOWN
  }

  /** How it loads and fires. */
  public enum Action implements Coded {
    SINGLE_SHOT,
    REPEATING,
    SEMI_AUTOMATIC,
    AUTOMATIC
  }

  public WeaponType {
    category.ifPresent(text -> Texts.within(Texts.LINE, text));
    make.ifPresent(text -> Texts.within(Texts.LINE, text));
    brand.ifPresent(text -> Texts.within(Texts.LINE, text));
    model.ifPresent(text -> Texts.within(Texts.LINE, text));
    calibre.ifPresent(text -> Texts.within(Texts.LINE, text));
  }

  /** A weapon of which its names alone are known. */
  public static WeaponType named(
      Optional<String> make, Optional<String> model, Optional<String> calibre) {
    return new WeaponType(
        Kind.UNKNOWN, Optional.empty(), make, Optional.empty(), model, calibre, Optional.empty());
  }

  @Override
  public String toString() {
    return "WeaponType[" + kind + "]";
  }
}
