package org.entente.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.entente.seal.FingerprintWords.Reading;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Fingerprint ONE = Fingerprint.of(new byte[] {1});

  @Property
  void wordsReadBackAreTheSameFingerprint(@ForAll @Size(32) byte[] digest) {
    var fingerprint = Fingerprint.ofDigest(digest);

    var spoken = String.join(", ", fingerprint.words()).toUpperCase(Locale.ROOT);

    assertThat(Fingerprint.parseWords(spoken)).isEqualTo(new Reading.Understood(fingerprint));
  }

  /** Two words check the others, so that one error in 65,536 shows only beside the card. */
  @Property
  void whatIsUnderstoodIsAFingerprintWithThoseWords(
      @ForAll @Size(32) byte[] digest,
      @ForAll @IntRange(max = 33) int place,
      @ForAll @IntRange(max = 33) int other) {
    var words = new ArrayList<>(Fingerprint.ofDigest(digest).words());
    Collections.swap(words, place, other);

    if (Fingerprint.parseWords(String.join(" ", words)) instanceof Reading.Understood understood) {
      assertThat(understood.fingerprint().words()).isEqualTo(words);
    }
  }

  @Test
  void anExchangedPairOfWordsIsNoticed() {
    for (int place = 0; place < ONE.words().size() - 1; place++) {
      var words = new ArrayList<>(ONE.words());
      Collections.swap(words, place, place + 1);
      assertThat(Fingerprint.parseWords(String.join(" ", words)) instanceof Reading.Understood)
          .as("words %d and %d", place, place + 1)
          .isEqualTo(words.equals(ONE.words()));
    }
  }

  @Test
  void oneWrongWordIsNoticed() {
    for (int place = 0; place < ONE.words().size(); place++) {
      for (String wrong : ONE.words()) {
        var words = new ArrayList<>(ONE.words());
        words.set(place, wrong);
        assertThat(Fingerprint.parseWords(String.join(" ", words)) instanceof Reading.Understood)
            .as("%s as word %d", wrong, place)
            .isEqualTo(words.equals(ONE.words()));
      }
    }
  }

  @Test
  void anUnknownOrMissingWordIsNamed() {
    var words = new ArrayList<>(ONE.words());
    words.set(4, "zzz");
    assertThat(Fingerprint.parseWords(String.join(" ", words)).toString()).contains("Word 5");

    words.remove(4);
    assertThat(Fingerprint.parseWords(String.join(" ", words)).toString()).contains("33 words");
  }

  @Test
  void twoWordsOfTheListNeverDifferInOneLetterOnly() {
    var list = new ArrayList<String>();
    for (int value = 0; value < 256; value++) {
      var digest = new byte[32];
      digest[0] = (byte) value;
      list.add(FingerprintWords.words(digest).getFirst());
    }

    assertThat(new HashSet<>(list)).hasSize(256);
    for (var one : list) {
      for (var other : list) {
        assertThat(one.equals(other) || distance(one, other) >= 2).as(one + other).isTrue();
      }
    }
  }

  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[row.length - 1];
  }

  @Test
  void aTypedFingerprintMayHaveSpacesColonsAndCapitals() {
    var typed = ONE.hex().toUpperCase(Locale.ROOT).replaceAll("(....)", "$1: ");

    assertThat(Fingerprint.parse(typed)).contains(ONE);
    assertThat(Fingerprint.parse("4bf5")).isEmpty();
    assertThat(Fingerprint.parse("0".repeat(100_000))).isEmpty();
    assertThatThrownBy(() -> new Fingerprint("x")).isInstanceOf(IllegalArgumentException.class);
  }
}
