package org.entente.arms.invented;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entente.arms.Origin;
import org.entente.arms.SerialMark;
import org.entente.arms.Weapon;
import org.entente.arms.WeaponType;
import org.entente.arms.invented.InventedWeapons.Model;

/** How a weapon of a register is described by an officer of another country who found it worn. */
public final class Damage {
  private static final String PAIRS = "0OO00DD01II11LL15SS58BB82ZZ26GG6B33B4AA4UVVUMNNM";
  private static final Transliterator LATIN = Transliterator.getInstance("Cyrillic-Latin");

  /** What of a hundred descriptions leaves out the year, the country, the model. */
  private static final int NO_YEAR = 60;

  private static final int NO_COUNTRY = 30;
  private static final int NO_MODEL = 12;
  private static final int OTHER_SPELLING = 60;

  private final SplittableRandom random;

  public Damage(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Describes it anew: one or two damages of its number, other spellings of its names. */
  public Weapon of(Weapon weapon) {
    Model model = modelOf(weapon);
    String serial = damaged(weapon.serial().seen());
    if (random.nextInt(3) == 0) {
      serial = damaged(serial);
    }
    WeaponType type =
        new WeaponType(
            weapon.type().kind(),
            Optional.empty(),
            Optional.of(spelling(model.makes())),
            Optional.empty(),
            random.nextInt(100) < NO_MODEL
                ? Optional.empty()
                : Optional.of(spelling(model.models())),
            Optional.of(spelling(model.calibres())),
            Optional.empty());
    Origin origin =
        new Origin(
            random.nextInt(100) < NO_COUNTRY ? Optional.empty() : weapon.origin().country(),
            random.nextInt(100) < NO_YEAR ? Optional.empty() : weapon.origin().year());
    return new Weapon(
        type, origin, SerialMark.read(serial), weapon.marks(), weapon.parts(), weapon.build());
  }

  private static Model modelOf(Weapon weapon) {
    return InventedWeapons.known().stream()
        .filter(m -> Optional.of(m.makes().getFirst()).equals(weapon.type().make()))
        .filter(m -> Optional.of(m.models().getFirst()).equals(weapon.type().model()))
        .findFirst()
        .orElseThrow();
  }

  private String spelling(List<String> spellings) {
    return random.nextInt(100) < OTHER_SPELLING
        ? spellings.get(random.nextInt(spellings.size()))
        : spellings.getFirst();
  }

  private String damaged(String serial) {
    int at = random.nextInt(serial.length());
    return switch (random.nextInt(9)) {
      case 0 -> put(serial, at, '?');
      case 1 -> put(put(serial, at, '?'), random.nextInt(serial.length()), '?');
      case 2 -> put(put(serial, serial.length() - 1, '?'), serial.length() - 2, '?');
      case 3, 4 -> misread(serial, at);
      case 5 -> turned(serial, Math.min(at, serial.length() - 2));
      case 6 -> at % 2 == 0 ? serial.substring(1) : serial.substring(0, serial.length() - 1);
      case 7 -> LATIN.transliterate(serial).replace("-", " ");
      default -> put(serial, at, (char) ('0' + random.nextInt(10)));
    };
  }

  private String misread(String serial, int from) {
    for (int i = 0; i < serial.length(); i++) {
      int at = (from + i) % serial.length();
      for (int pair = 0; pair < PAIRS.length(); pair += 2) {
        if (PAIRS.charAt(pair) == serial.charAt(at) && random.nextBoolean()) {
          return put(serial, at, PAIRS.charAt(pair + 1));
        }
      }
    }
    return serial;
  }

  private static String turned(String serial, int at) {
    return put(put(serial, at, serial.charAt(at + 1)), at + 1, serial.charAt(at));
  }

  private static String put(String text, int at, char sign) {
    return text.substring(0, at) + sign + text.substring(at + 1);
  }
}
