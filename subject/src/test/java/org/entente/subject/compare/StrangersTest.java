package org.entente.subject.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;
import org.junit.jupiter.api.Test;

/**
 * A register in which hundreds share each birthday, and persons who are not in it. All invented.
 */
class StrangersTest {
  private static final int HELD = 20_000;
  private static final int ASKED = 200;
  private static final int BIRTHDAYS = 100;

  private static final int MOST_SHOWN = 12;

  /** Beside a case stands what is at least so likely. */
  private static final double BESIDE = 0.1;

  private final PersonMatcher matcher = PersonMatcher.shipped();

  @Test
  void aSharedBirthdayShowsHardlyAnybodyOfAnotherName() {
    List<List<PersonMatcher.Prepared>> register = new ArrayList<>();
    for (int day = 0; day < BIRTHDAYS; day++) {
      register.add(new ArrayList<>());
    }
    InventedPersons held = InventedPersons.of(5);
    for (int i = 0; i < HELD; i++) {
      InventedPerson person = held.next();
      if (i % BIRTHDAYS < 10) {
        register.get(i % BIRTHDAYS).add(matcher.prepare(born(person, i % BIRTHDAYS)));
      }
    }
    InventedPersons strangers = InventedPersons.of(77);
    int shown = 0;
    for (int i = 0; i < ASKED; i++) {
      int day = i % 10;
      PersonMatcher.Prepared asked = matcher.prepare(born(strangers.next(), day));
      for (PersonMatcher.Prepared each : register.get(day)) {
        PersonMatch match = matcher.compare(asked, each);
        shown += !match.name().contradicts() && match.among(HELD, 0) >= BESIDE ? 1 : 0;
      }
    }

    // Of 40,000 pairs that share a birthday; most of these have nearly one name: Bojan and Boban.
    assertThat(shown).isLessThanOrEqualTo(MOST_SHOWN);
  }

  private static Person born(InventedPerson person, int day) {
    return new Person(
        List.of(WrittenName.of(person.name())),
        List.of(PartialDate.of(1960 + day % 10, 1 + day % 12, 2 + day % 20)),
        person.gender(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
