package org.entente.arms.compare;

import java.util.Optional;
import org.entente.arms.MarkedCountry;
import org.entente.arms.Weapon;
import org.entente.arms.WeaponType;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;
import org.entente.subject.things.Calibre;
import org.entente.subject.things.Make;

/** A weapon in the forms that are compared, made once for many comparisons. */
public final class PreparedWeapon {
  /** Signs of a number that are compared: twice as many as any maker stamps. */
  private static final int SERIAL_MOST = 64;

  final String serialByLook;
  final String serialBySound;
  final String make;
  final String model;
  final String calibre;
  final Optional<Integer> year;
  final Optional<MarkedCountry> country;
  final WeaponType.Kind kind;

  private PreparedWeapon(Weapon weapon) {
    WeaponType type = weapon.type();
    this.serialByLook = serial(Spellings.byLook(weapon.serial().seen()));
    this.serialBySound = serial(Spellings.bySound(weapon.serial().seen()));
    this.make = type.make().map(PreparedWeapon::make).orElse("");
    this.model = withoutMake(type.model().map(Spellings::bySound).orElse(""), make);
    this.calibre = type.calibre().map(PreparedWeapon::calibre).orElse("");
    this.year = weapon.origin().year();
    this.country = weapon.origin().country().filter(MarkedCountry::known);
    this.kind = type.kind();
  }

  /** Prepares a weapon; nothing is thrown whatever its texts are. */
  public static PreparedWeapon of(Weapon weapon) {
    return new PreparedWeapon(weapon);
  }

  /** A serial number of nothing but doubts says nothing. */
  private static String serial(String canonical) {
    String within = canonical.substring(0, Math.min(SERIAL_MOST, canonical.length()));
    boolean tells = within.chars().anyMatch(sign -> sign != Marking.DOUBT);
    return tells ? within : "";
  }

  private static String make(String written) {
    String sound = Spellings.bySound(written).replace("?", "");
    // One sign of some scripts becomes a whole phrase in its canonical form.
    boolean names = !sound.isEmpty() && sound.length() <= Marking.MAX_LENGTH;
    return names ? Make.read(sound).canonical() : "";
  }

  private static String withoutMake(String model, String make) {
    boolean begins = !make.isEmpty() && model.length() > make.length() && model.startsWith(make);
    return begins ? model.substring(make.length()) : model;
  }

  private static String calibre(String written) {
    try {
      return Calibre.read(written).canonical();
    } catch (Unreadable nothingBut) {
      // Blank, the word for calibre and nothing behind it, or far too long: it says nothing.
      return "";
    }
  }

  @Override
  public String toString() {
    return "PreparedWeapon[" + kind + "]";
  }
}
