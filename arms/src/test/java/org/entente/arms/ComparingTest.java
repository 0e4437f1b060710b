package org.entente.arms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.arms.compare.LotMatch;
import org.entente.arms.compare.LotMatch.Relation;
import org.entente.arms.compare.LotMatcher;
import org.entente.arms.compare.PreparedWeapon;
import org.entente.arms.compare.Reason;
import org.entente.arms.compare.Shortlist;
import org.entente.arms.compare.WeaponMatch;
import org.entente.arms.compare.WeaponMatch.Verdict;
import org.entente.arms.compare.WeaponMatcher;
import org.entente.arms.invented.Damage;
import org.entente.arms.invented.InventedWeapons;
import org.entente.subject.Firearm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparingTest {

  @ParameterizedTest
  @CsvSource({
    "123456, 123456, SERIAL_SAME",
    "123456, 1?3456, SERIAL_SAME_BUT_FOR_DOUBTS",
    "A0Q456, A0O456, SERIAL_SAME_BUT_FOR_LOOK_ALIKES",
    "ЖЩ1234, Žŝ1234, SERIAL_SAME_BUT_FOR_ALPHABET",
    "ВА1234, BA1234, SERIAL_SAME",
    "123456, 123546, SERIAL_ALMOST",
    "123456, 12356, SERIAL_ALMOST",
    "123456789, 6789, SERIAL_PART_OF_OTHER",
    "123456, 987650, SERIAL_OTHER"
  })
  void theReasonSaysHowTheNumbersDiffer(String a, String b, Reason reason) {
    Weapon one = weapon("Zastava", "M70", "7.62x39", a);
    Weapon other = weapon("Zastava", "M70", "7.62x39", b);

    assertThat(WeaponMatcher.compare(one, other).reasons().getFirst()).isEqualTo(reason);
    assertThat(WeaponMatcher.compare(other, one)).isEqualTo(WeaponMatcher.compare(one, other));
  }

  @Test
  void aWeaponIsFoundAcrossAlphabetsAndSpellings() {
    WeaponMatch match =
        WeaponMatcher.compare(
            weapon("Црвена Застава", "М-70 АБ2", "7,62×39", "123456"),
            weapon("Zastava Arms", "M70AB2", "7.62x39 mm", "123456"));

    assertThat(match.verdict()).isEqualTo(Verdict.LIKELY);
    assertThat(match.reasons())
        .containsExactly(
            Reason.SERIAL_SAME, Reason.MAKE_SAME, Reason.MODEL_SAME, Reason.CALIBRE_SAME);
  }

  @Test
  void theSameNumberOnAnotherMakersWeaponIsNotTheWeapon() {
    WeaponMatch match =
        WeaponMatcher.compare(
            weapon("Glock", "17", "9x19", "12345"), weapon("Zastava", "M70", "7.62x39", "12345"));

    assertThat(match.verdict()).isEqualTo(Verdict.NONE);
    assertThat(match.reasons()).contains(Reason.MAKE_OTHER, Reason.CALIBRE_OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cal.", "kalibar", "mm", "", "ﷺ", "?", "\u0000", "ß", "İ", "\ud83d"})
  void whateverIsWrittenIsComparedAndNothingIsThrown(String written) {
    for (String text : List.of(written, written.repeat(200 / Math.max(1, written.length())))) {
      Weapon weapon = weapon(text, text, text, text);

      assertThat(WeaponMatcher.compare(weapon, weapon).score()).isFinite();
    }
  }

  @Test
  void aNumberOfNothingButDoubtsMeansNoWeapon() {
    for (String serial : List.of("", "?????", " ")) {
      WeaponMatch match =
          WeaponMatcher.compare(
              weapon("Zastava", "M70", "7.62x39", serial),
              weapon("Zastava", "M70", "7.62x39", "123456"));

      assertThat(match.verdict()).isEqualTo(Verdict.NONE);
    }
  }

  @Test
  void severalOfOneSeriesThatFitAlikeAreAllToldAndNoneIsCalledLikely() {
    List<PreparedWeapon> series =
        Stream.of("123455", "123456", "123457", "987654")
            .map(serial -> PreparedWeapon.of(weapon("Zastava", "M70", "7.62x39", serial)))
            .toList();

    List<Shortlist.Candidate> found =
        Shortlist.of(PreparedWeapon.of(weapon("Zastava", "M70", "7.62x39", "12345?")), series, 10);

    assertThat(found).extracting(Shortlist.Candidate::at).containsExactly(0, 1, 2);
    assertThat(found).noneMatch(Shortlist.Candidate::alone);
    assertThat(found).allMatch(c -> c.match().verdict() == Verdict.POSSIBLE);
    assertThat(Shortlist.of(series.get(1), series, 10).getFirst())
        .matches(c -> c.at() == 1 && c.alone() && c.match().verdict() == Verdict.LIKELY);
  }

  @Test
  void mostWornWeaponsAreFoundFirstAndFewStrangersAreTakenForOne() {
    List<Weapon> weapons = InventedWeapons.register(300, 1);
    List<PreparedWeapon> register = weapons.stream().map(PreparedWeapon::of).toList();
    List<Weapon> strangers = InventedWeapons.register(300, 2);
    Damage damage = new Damage(3);
    int first = 0;
    int strangersTaken = 0;
    for (int i = 0; i < register.size(); i++) {
      Weapon found = damage.of(weapons.get(i));
      first += best(register, found) == i ? 1 : 0;
      PreparedWeapon stranger = PreparedWeapon.of(damage.of(strangers.get(i)));
      strangersTaken +=
          register.stream()
                  .anyMatch(
                      held -> WeaponMatcher.compare(stranger, held).verdict() == Verdict.LIKELY)
              ? 1
              : 0;
    }

    assertThat(first).isGreaterThan(225);
    assertThat(strangersTaken).isLessThan(6);
  }

  @ParameterizedTest
  @CsvSource({
    "QZK12A001-017, qzk 12a1-17, SAME",
    "QZK12A001-017, QZK12A001-0?7, POSSIBLY_SAME",
    "QZK12A001-017A, QZK12A001-017, REWORKED_FROM_ONE",
    "QZK12A001-017, QZK12A001-018, SISTER",
    "QZK12A001-017, QZK12A001-040, SISTER",
    "QX-06-01, QX-06-14, SISTER",
    "12-87-908, 13-87-908, SISTER",
    "12-87-908, 40-87-908, SAME_MAKER_AND_YEAR",
    "12-87-908, 12-87-917, NONE",
    "12-87-908, 12-88-908, NONE",
    "KARTON 17, karton 17, SAME",
    "????, ????, NONE",
    "QX-??-??, QX-06-14, NONE"
  })
  void lotsAreRelatedAsTheirNumbersSay(String a, String b, Relation relation) {
    Lot one = Lot.marked(Lot.Nature.CARTRIDGE, a);
    Lot other = Lot.marked(Lot.Nature.CARTRIDGE, b);

    assertThat(LotMatcher.compare(one, other).relation()).isEqualTo(relation);
    assertThat(LotMatcher.compare(other, one)).isEqualTo(LotMatcher.compare(one, other));
  }

  @Test
  void aRoundIsRelatedToTheFuzeThatWasFoundAndToItsParent() {
    Lot round =
        new Lot(
            Lot.Nature.MORTAR_ROUND,
            Optional.of("82 mm"),
            Optional.empty(),
            "3-87-908",
            Optional.of("1-86-908"),
            List.of(new Lot.Component(Lot.Component.Kind.FUZE, "14-86-917")),
            Optional.empty(),
            Optional.empty());

    LotMatch fuze = LotMatcher.compare(round, Lot.marked(Lot.Nature.COMPONENT, "14-86-917"));

    assertThat(fuze.relation()).isEqualTo(Relation.COMPONENT);
    assertThat(fuze.reasons()).containsExactly(LotMatch.Reason.COMPONENT_LOT_SHARED);
    assertThat(
            LotMatcher.compare(round, Lot.marked(Lot.Nature.MORTAR_ROUND, "1-86-908")).relation())
        .isEqualTo(Relation.REWORKED_FROM_ONE);
  }

  private static int best(List<PreparedWeapon> register, Weapon found) {
    PreparedWeapon asked = PreparedWeapon.of(found);
    int best = 0;
    double score = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < register.size(); i++) {
      double here = WeaponMatcher.compare(asked, register.get(i)).score();
      if (here > score) {
        best = i;
        score = here;
      }
    }
    return best;
  }

  private static Weapon weapon(String make, String model, String calibre, String serial) {
    return Weapon.of(
        new Firearm(
            Optional.of(make), Optional.of(model), Optional.of(calibre), Optional.of(serial)));
  }
}
