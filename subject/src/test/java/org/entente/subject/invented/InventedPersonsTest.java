package org.entente.subject.invented;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.subject.WrittenName;
import org.junit.jupiter.api.Test;

class InventedPersonsTest {
  private static final int MANY = 50_000;

  private static List<InventedPerson> many(long seed) {
    InventedPersons row = InventedPersons.of(seed);
    List<InventedPerson> persons = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      persons.add(row.next());
    }
    return persons;
  }

  @Test
  void theSameSeedGivesTheSamePersonsAndAnotherOneOthers() {
    assertThat(many(1)).isEqualTo(many(1));
    assertThat(many(1).subList(0, 100)).doesNotContainAnyElementsOf(many(2).subList(0, 100));
  }

  @Test
  void everyPersonHasANameThatARegisterTakes() {
    for (InventedPerson person : many(3)) {
      assertThat(WrittenName.of(person.name()).written())
          .hasSizeLessThan(100)
          .isEqualTo(person.name().strip());
      assertThat(person.name()).doesNotContain("%", "_", "=", ">");
      assertThat(person.nationality()).matches("[A-Z]{2}");
      assertThat(person.document()).doesNotContain("#", "@", "|");
      assertThat(person.born().year()).isBetween(1941, 2011);
    }
  }

  @Test
  void someNamesAreSharedByManyAndMostByFew() {
    Map<String, Integer> counts = new HashMap<>();
    many(4).forEach(p -> counts.merge(p.name(), 1, Integer::sum));

    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();

    assertThat(counts).hasSizeGreaterThan(MANY / 3);
    assertThat(most).isBetween(5, MANY / 100);
  }

  @Test
  void manyScriptsOccurAndSomePersonsAreSpeltTwice() {
    Set<Character.UnicodeScript> scripts = new HashSet<>();
    List<InventedPerson> persons = many(5);
    persons.forEach(p -> scripts.add(Character.UnicodeScript.of(p.name().codePointAt(0))));

    long twice = persons.stream().filter(p -> !p.otherSpelling().isEmpty()).count();

    assertThat(scripts)
        .contains(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.GEORGIAN,
            Character.UnicodeScript.ARMENIAN,
            Character.UnicodeScript.HAN);
    assertThat(twice).isBetween(MANY / 20L, MANY / 6L);
  }
}
