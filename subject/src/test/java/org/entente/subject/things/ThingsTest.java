package org.entente.subject.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.subject.CheckDigit;
import org.entente.subject.Unreadable;
import org.junit.jupiter.api.Test;

class ThingsTest {
  @Test
  void aVehicleNumberOfNorthAmericaTellsItsCheckDigit() {
    assertThat(Vin.read("1M8GDM9AXKP042788").check()).isEqualTo(CheckDigit.HOLDS);
    assertThat(Vin.read("11111111111111111").check()).isEqualTo(CheckDigit.HOLDS);
    assertThat(Vin.read("1M8GDM9A1KP042788").check()).isEqualTo(CheckDigit.FAILS);
    assertThat(Vin.read("WVWZZZ1JZXW000001").check()).isEqualTo(CheckDigit.NOT_USED);
  }

  @Test
  void aVehicleNumberNeverHasAnOhAndSaysThatItWasMisread() {
    Vin vin = Vin.read("1m8 gdm9axkp-O42788");
    assertThat(vin.canonical()).isEqualTo("1M8GDM9AXKP042788");
    assertThat(vin.misread()).isTrue();
    assertThat(vin.written()).isEqualTo("1m8 gdm9axkp-O42788");
    assertThatThrownBy(() -> Vin.read("1M8GDM9AXKP04278")).isInstanceOf(Unreadable.class);
  }

  @Test
  void serbianAndAzerbaijaniPlatesAreKnownByTheirForm() {
    assertThat(Plate.read("BG 1234-ŠĆ").form()).isEqualTo(Optional.of(Plate.Form.SERBIA));
    assertThat(Plate.read("99-ВА-123").form()).isEqualTo(Optional.of(Plate.Form.AZERBAIJAN));
    assertThat(Plate.read("B AB 1234").form()).isEmpty();
  }

  @Test
  void aLetterInDoubtCouldBeAnyAndLookAlikesAreOne() {
    assertThat(Serial.read("A1?3").couldBe(Serial.read("AI53"))).isTrue();
    assertThat(Serial.read("A113").couldBe(Serial.read("A123"))).isFalse();
    assertThat(Serial.read("OIl5S8B").canonical()).isEqualTo("0115588");
    assertThat(Serial.read("A123").couldBe(Serial.read("A1234"))).isFalse();
  }

  @Test
  void oneCartridgeHasOneName() {
    for (String nine :
        List.of("9x19", "9 mm Para", "9mm Luger", "9×19 mm", "9 MM PARABELLUM", "9х19мм")) {
      assertThat(Calibre.read(nine).canonical()).as(nine).isEqualTo("9x19");
    }
    assertThat(Calibre.read("7,62 x 39 mm").canonical()).isEqualTo("7.62x39");
    assertThat(Calibre.read("cal. .380 ACP").canonical()).isEqualTo("9x17");
    assertThat(Calibre.read("9 mm Makarov").canonical()).isEqualTo("9x18");
    assertThat(Calibre.read("9 mm").known()).isFalse();
  }

  @Test
  void aShipsNumberWithAWrongDigitIsRefused() {
    assertThat(Imo.read("IMO 9074729").canonical()).isEqualTo("9074729");
    assertThatThrownBy(() -> Imo.read("9074728"))
        .isInstanceOfSatisfying(
            Unreadable.class, no -> assertThat(no.code()).isEqualTo("imo-check"));
  }

  @Property(tries = 500)
  void readersRefuseWithTheirOwnExceptionOnly(@ForAll String text) {
    for (Consumer<String> reader :
        List.<Consumer<String>>of(
            Vin::read, Plate::read, Serial::read, Calibre::read, Imo::read, Make::read)) {
      try {
        reader.accept(text);
      } catch (Unreadable refused) {
        assertThat(refused.code()).matches("[a-z-]+");
      }
    }
  }

  @Property(tries = 300)
  void couldBeIsSymmetric(@ForAll String one, @ForAll String two) {
    try {
      Serial first = Serial.read(one);
      Serial second = Serial.read(two);
      assertThat(first.couldBe(second)).isEqualTo(second.couldBe(first));
      assertThat(first.couldBe(first)).isTrue();
      assertThat(Serial.read(first.canonical()).canonical()).isEqualTo(first.canonical());
    } catch (Unreadable refused) {
      assertThat(refused.code()).isNotEmpty();
    }
  }
}
