package org.entente.check.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ElementsPropertyTest {
  @Property(tries = 1_000)
  void bytesOfAStrangerAreWholeElementsInTheirOrderOrRefused(
      @ForAll @Size(max = 700) byte[] given, @ForAll @IntRange(min = 32, max = 33) int length) {
    Optional<List<byte[]>> read = Elements.read(given, length);

    assertThat(read.isPresent()).isEqualTo(given.length > 0 && given.length % length == 0);
    read.ifPresent(elements -> {
      assertThat(elements).allSatisfy(element -> assertThat(element).hasSize(length));
      assertThat(Elements.joined(elements)).isEqualTo(given);
    });
  }

  @Property(tries = 50)
  void aChangeOfOneByteChangesOneElementAndACutNone(
      @ForAll @Size(min = 64, max = 64) byte[] given, @ForAll @IntRange(max = 63) int place) {
    byte[] changed = given.clone();
    changed[place] ^= 1;
    List<byte[]> before = Elements.read(given, 32).orElseThrow();
    List<byte[]> after = Elements.read(changed, 32).orElseThrow();

    assertThat(after.get(place / 32)).isNotEqualTo(before.get(place / 32));
    assertThat(after.get(1 - place / 32)).isEqualTo(before.get(1 - place / 32));
    assertThat(Elements.read(Arrays.copyOf(given, place), 32).isPresent()).isEqualTo(place == 32);
  }

  @Property(tries = 20)
  void moreThanAQuestionHoldsAreRefused(@ForAll @IntRange(min = 1, max = 1_000) int more) {
    assertThat(Elements.read(new byte[32 * Elements.MOST], 32)).isPresent();
    assertThat(Elements.read(new byte[32 * (Elements.MOST + more)], 32)).isEmpty();
  }
}
