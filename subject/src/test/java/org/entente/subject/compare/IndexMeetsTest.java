package org.entente.subject.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.subject.PartialDate;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;
import org.entente.subject.names.NameMatcher;
import org.entente.subject.names.PreparedName;
import org.entente.subject.names.Term;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the comparison takes for the same, an index finds: each by the terms of the other. */
class IndexMeetsTest {
  private static final NameMatcher NAMES = NameMatcher.shipped();

  /** Ways in which registers write one name differently. */
  enum Way {
    OTHER_SPELLING(false),
    LETTER_LOST(true),
    LETTER_MISTAKEN(true),
    LETTERS_EXCHANGED(true),
    CUT(true),
    TOGETHER(false),
    INITIAL(true),
    ORDER(false),
    LOOK_ALIKE(false),
    CAPITALS(false),
    LEFT_OUT(true);

    private final boolean slips;

    Way(boolean slips) {
      this.slips = slips;
    }
  }

  @Property(tries = 600)
  void aNameThatComparesAsTheSameIsFoundByTheOther(
      @ForAll @IntRange(min = 0, max = 100_000) int seed, @ForAll Way one, @ForAll Way two) {
    Random chance = new Random(seed);
    InventedPerson person = InventedPersons.of(seed).next();
    String other = written(written(person.name(), one, person, chance), two, person, chance);
    if (other.isBlank()
        || (one.slips && (two.slips || two == Way.TOGETHER))
        || (two.slips && one == Way.TOGETHER)) {
      return; // Two errors at once are more than an index can look for.
    }
    PreparedName left = NAMES.prepare(person.name());
    PreparedName right = NAMES.prepare(other);
    if (left.written().isBlank() || NAMES.weigh(left, right).probability() < 0.5) {
      return;
    }

    assertThat(meet(left, right)).as(person.name() + " / " + other).isTrue();
    assertThat(meet(right, left)).as(other + " / " + person.name()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Muham Ahmadzai, Muhammad Ahmadzai",
    "Le Van An, LE VAN AN",
    "Do Van An, Đỗ Văn An",
    "Ben Santa, BEN SANTA",
    "Muham, Muhammad",
    "Pеtаr, Petar",
    "Bill, William",
    "Abdalrahman, Abd al Rahman",
    "محمد المصري, محمدالمصري",
    "ლია შენგიანი, ლიაშენგიანი",
    "Emir Suljić, EmirSuljić",
    "Vuković Emir, EmirVuković",
    "Akkaya Ali, AliAkkaya",
    "Ana María García Martínez, AnaMaríaGarcíaMartínez",
    "Eyvazyev Nəriman Orxan oğlu, ЭйвазевНариманОрханоглу",
    "邓娜, DengNa",
    "杨磊民, Yang Lei M."
  })
  void thesePairsShareATermInBothDirections(String one, String two) {
    assertThat(meet(NAMES.prepare(one), NAMES.prepare(two))).isTrue();
    assertThat(meet(NAMES.prepare(two), NAMES.prepare(one))).isTrue();
  }

  @Property(tries = 600)
  void aDateThatSpeaksForIsFoundByTheOther(
      @ForAll @IntRange(min = 1930, max = 2010) int year,
      @ForAll @IntRange(min = 0, max = 12) int month,
      @ForAll @IntRange(min = 0, max = 31) int day,
      @ForAll @IntRange(min = 0, max = 9) int digit,
      @ForAll @IntRange(min = 0, max = 7) int place,
      @ForAll boolean exchanged) {
    PartialDate one = new PartialDate(year, month, month == 0 ? 0 : day, 0);
    String digits = String.format(Locale.ROOT, "%04d%02d%02d", one.year(), one.month(), one.day());
    char[] slip = digits.toCharArray();
    if (exchanged && place < 7) {
      slip[place] = digits.charAt(place + 1);
      slip[place + 1] = digits.charAt(place);
    } else {
      slip[place] = (char) ('0' + digit);
    }
    String text = String.valueOf(slip);
    PartialDate other;
    try {
      other =
          new PartialDate(
              Integer.parseInt(text.substring(0, 4)),
              Integer.parseInt(text.substring(4, 6)),
              Integer.parseInt(text.substring(6)),
              0);
    } catch (IllegalArgumentException noDate) {
      return;
    }
    if (EvidenceWeights.shipped().born(BirthDates.of(one, other)) > 0) {
      assertThat(dates(one, other)).as(one + " / " + other).isTrue();
      assertThat(dates(other, one)).as(other + " / " + one).isTrue();
    }
  }

  private static boolean dates(PartialDate kept, PartialDate asked) {
    Set<String> terms =
        BirthTerms.asked(asked).stream().map(Term::text).collect(Collectors.toSet());
    return BirthTerms.kept(kept).stream().anyMatch(terms::contains);
  }

  private static boolean meet(PreparedName kept, PreparedName asked) {
    Set<String> terms = new HashSet<>(NAMES.termsOf(kept));
    return NAMES.termsAsked(asked).stream().map(Term::text).anyMatch(terms::contains);
  }

  private static String written(String name, Way way, InventedPerson person, Random chance) {
    List<String> words = new ArrayList<>(List.of(name.strip().split("\\s+", -1)));
    int at = chance.nextInt(words.size());
    String word = words.get(at);
    if (word.isEmpty()) {
      return "";
    }
    int letter = chance.nextInt(word.length());
    switch (way) {
      case OTHER_SPELLING -> {
        return person.otherSpelling().isEmpty() ? name : person.otherSpelling();
      }
      case LETTER_LOST -> words.set(at, word.substring(0, letter) + word.substring(letter + 1));
      case LETTER_MISTAKEN ->
          words.set(
              at,
              word.substring(0, letter)
                  + (char) ('a' + chance.nextInt(26))
                  + word.substring(letter + 1));
      case LETTERS_EXCHANGED -> {
        if (letter + 1 < word.length()) {
          words.set(
              at,
              word.substring(0, letter)
                  + word.charAt(letter + 1)
                  + word.charAt(letter)
                  + word.substring(letter + 2));
        }
      }
      case CUT -> words.set(at, word.substring(0, Math.min(word.length(), 3 + letter)));
      case TOGETHER -> {
        return String.join("", words);
      }
      case INITIAL -> words.set(at, word.substring(0, 1) + ".");
      case ORDER -> Collections.reverse(words);
      case LOOK_ALIKE -> {
        return name.replace('a', 'а').replace('e', 'е').replace('о', 'o');
      }
      case CAPITALS -> {
        return name.toUpperCase(Locale.ROOT);
      }
      case LEFT_OUT -> words.remove(at);
    }
    return String.join(" ", words);
  }
}
