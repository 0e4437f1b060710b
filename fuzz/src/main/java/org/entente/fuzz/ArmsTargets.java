package org.entente.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.arms.Lot;
import org.entente.arms.Weapon;
import org.entente.arms.compare.LotMatcher;
import org.entente.arms.compare.WeaponMatch;
import org.entente.arms.compare.WeaponMatcher;
import org.entente.arms.marks.Marks;
import org.entente.arms.marks.Reading;
import org.entente.arms.marks.ReferenceTable;
import org.entente.subject.Firearm;

/**
 * Marks as anybody typed them: each has a reading, within bounds and beside what was seen, and two
 * of them compare alike in both directions.
 */
final class ArmsTargets {
  private static final int LINE = 200;

  private ArmsTargets() {}

  static List<Target> all() {
    return List.of(
        new Target(
            "arms-marks",
            ArmsTargets::marks,
            List.of(
                utf8("QZK12A001-017"),
                utf8("QX-06-01A"),
                utf8("120 \u041c\u041c\n\u041d\n5-84-908"),
                utf8("908 87 7.62x39"),
                utf8("RS-QX-2014-M70-123456-7.62x39"),
                utf8("MCMXLIV"))),
        new Target(
            "arms-compare", ArmsTargets::compare, List.of(utf8("AB1?34\n12-87-908\nZastava M70"))),
        new Target(
            "arms-table",
            input -> ReferenceTable.read(text(input)).of("QX"),
            List.of(utf8("QX\t1961\t\tOrlovac\tRS\tlist\n"))));
  }

  private static void marks(byte[] input) {
    String seen = text(input);
    List<Function<String, Reading>> ways =
        List.of(Marks::serial, Marks::lot, Marks::headstamp, Marks::stencil, Marks::mark);
    for (Function<String, Reading> way : ways) {
      Reading reading = way.apply(seen);
      if (!seen.startsWith(reading.seen()) || reading.understood().size() > Marks.READINGS) {
        throw new AssertionError("something else is kept than was seen");
      }
    }
  }

  private static void compare(byte[] input) {
    String text = text(input);
    int middle = text.length() / 2;
    String one = text.substring(0, Math.min(LINE, middle));
    String other = text.substring(middle, Math.min(text.length(), middle + LINE));
    WeaponMatch match = WeaponMatcher.compare(weapon(one), weapon(other));
    if (!match.verdict().equals(WeaponMatcher.compare(weapon(other), weapon(one)).verdict())) {
      throw new AssertionError("the answer depends on which is named first");
    }
    Lot lot = Lot.marked(Lot.Nature.OTHER, one);
    Lot second = Lot.marked(Lot.Nature.OTHER, other);
    if (LotMatcher.compare(lot, second).relation() != LotMatcher.compare(second, lot).relation()) {
      throw new AssertionError("the relation depends on which is named first");
    }
  }

  private static Weapon weapon(String text) {
    Optional<String> all = Optional.of(text);
    return Weapon.of(new Firearm(all, all, all, all));
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
