package org.entente.subject.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A name that went into another script, and back by rule, is found among a thousand others. Rules
 * lose letters on the way (Georgian ones the difference of k and q, Azerbaijani ones that of ı and
 * i), so that a share is asked for.
 */
class ThereAndBackTest {
  private static final int ASKED = 100;
  private static final int OTHERS = 1_000;

  private static final NameMatcher MATCHER = NameMatcher.shipped();

  @ParameterizedTest
  @CsvSource({
    "RS, Serbian-Latin/BGN, 0.98",
    "AZ, Russian-Latin/BGN, 0.95",
    "RU, Latin-Cyrillic, 0.98",
    "UA, Latin-Cyrillic, 0.98",
    "BG, Latin-Cyrillic, 0.98",
    "GE, Latin-Georgian, 0.90",
    "AM, Latin-Armenian, 0.98",
    "GR, Latin-Greek, 0.98"
  })
  void aNameThatWentIntoAnotherScriptAndBackFindsItself(
      String nationality, String backwards, double share) {
    InventedPersons row = InventedPersons.of(7);
    List<Held> held = new ArrayList<>();
    List<InventedPerson> asked = new ArrayList<>();
    while (asked.size() < ASKED || held.size() < OTHERS) {
      InventedPerson person = row.next();
      boolean chosen =
          person.nationality().equals(nationality) && !person.otherSpelling().isEmpty();
      if (chosen && asked.size() < ASKED) {
        asked.add(person);
      }
      if (chosen || held.size() < OTHERS) {
        PreparedName name = MATCHER.prepare(person.name());
        held.add(new Held(name, Set.copyOf(MATCHER.termsOf(name))));
      }
    }
    Transliterator back = Transliterator.getInstance(backwards);

    double there =
        asked.stream().filter(p -> found(p.otherSpelling(), held).contains(p.name())).count();
    double again =
        asked.stream()
            .filter(p -> found(back.transliterate(p.otherSpelling()), held).contains(p.name()))
            .count();

    assertThat(there / ASKED).isGreaterThanOrEqualTo(share);
    assertThat(again / ASKED).isGreaterThanOrEqualTo(share);
  }

  /** A name with the terms by which an index keeps it. */
  private record Held(PreparedName name, Set<String> terms) {}

  /** The three that fit best among those that share a term with what is asked. */
  private static List<String> found(String written, List<Held> held) {
    PreparedName asked = MATCHER.prepare(written);
    Set<String> terms =
        MATCHER.termsAsked(asked).stream().map(Term::text).collect(Collectors.toSet());
    Question question = MATCHER.ask(asked);
    record Hit(String name, float rank) {}
    return held.stream()
        .filter(one -> one.terms().stream().anyMatch(terms::contains))
        .map(one -> new Hit(one.name().written(), question.weigh(one.name()).rank()))
        .sorted((a, b) -> Float.compare(b.rank(), a.rank()))
        .map(Hit::name)
        .distinct()
        .limit(3)
        .toList();
  }
}
