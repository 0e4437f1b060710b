package org.entente.check.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.WrittenName;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;

/** Rules that hold for whomever a register may hold. */
class PersonTokensPropertyTest {
  /** One or two sounds of the name, then the date of birth or a part of it. */
  private static final Pattern DATE = Pattern.compile("[a-z0-9]+\\|\\d{4}-\\d\\d-\\d\\d");

  private static final Pattern TWO = Pattern.compile("[a-z0-9]+\\|[a-z0-9]+\\|");

  /** Without a hyphen, which parts words. */
  private static final Pattern TWO_WORDS = Pattern.compile("[\\p{L}\\p{M}]+ [\\p{L}\\p{M}]+");

  @Provide
  Arbitrary<InventedPerson> persons() {
    return Arbitraries.longs().map(seed -> InventedPersons.of(seed).next());
  }

  private static Person person(InventedPerson invented) {
    List<WrittenName> names = new ArrayList<>();
    for (String name : List.of(invented.name(), invented.otherSpelling(), invented.alias())) {
      if (!name.isBlank()) {
        names.add(WrittenName.of(name));
      }
    }
    return new Person(
        names,
        List.of(invented.born()),
        Gender.UNKNOWN,
        List.of(invented.nationality()),
        List.of(),
        invented.document().isEmpty()
            ? List.of()
            : List.of(
                new IdentityDocument(
                    IdentityDocument.Kind.PASSPORT,
                    invented.document(),
                    Optional.of(invented.nationality()),
                    Optional.empty())),
        invented.phone().isEmpty()
            ? List.of()
            : List.of(new Phone(invented.phone(), Optional.of(invented.nationality()))),
        List.of(),
        List.of());
  }

  @Property(tries = 500)
  void thereAreNeverMoreThanPromisedAndNoneTwice(@ForAll("persons") InventedPerson invented) {
    for (List<Token> tokens :
        List.of(SubjectTokens.kept(person(invented)), SubjectTokens.asked(person(invented)))) {
      assertThat(tokens)
          .hasSizeLessThanOrEqualTo(SubjectTokens.PER_SUBJECT)
          .doesNotHaveDuplicates();
    }
  }

  @Property(tries = 500)
  void theSamePersonGivesTheSameTokensAndMeetsItself(@ForAll("persons") InventedPerson invented) {
    List<Token> kept = SubjectTokens.kept(person(invented));
    List<Token> asked = SubjectTokens.asked(person(invented));

    assertThat(SubjectTokens.kept(person(invented))).isEqualTo(kept);
    assertThat(SubjectTokens.asked(person(invented))).isEqualTo(asked);
    // Short names with a year alone are shared by too many to give tokens.
    if (!kept.isEmpty()) {
      assertThat(new HashSet<>(asked)).containsAnyElementsOf(kept);
    }
  }

  @Property(tries = 500)
  void everyTokenOfAPersonHoldsTwoOfGivenNameFamilyNameAndDateOfBirth(
      @ForAll("persons") InventedPerson invented) {
    Person person = Person.named(invented.name(), invented.born());
    List<Token> all = new ArrayList<>(SubjectTokens.kept(person));
    all.addAll(SubjectTokens.asked(person));

    for (Token token : all) {
      Pattern form =
          switch (token.family()) {
            case PART_AND_BIRTH_DATE -> DATE;
            case PARTS_AND_BIRTH_DATE -> Pattern.compile(TWO + "\\d{4}-\\d\\d-\\d\\d");
            case PARTS_AND_BIRTH_YEAR -> Pattern.compile(TWO + "\\d{4}");
            case PARTS_AND_BIRTHDAY -> Pattern.compile(TWO + "\\d\\d-\\d\\d");
            default -> throw new AssertionError(token.family());
          };
      assertThat(form.matcher(token.text()).matches()).isTrue();
    }
  }

  @Property(tries = 300)
  void theCaseOfLettersChangesNothingWhereItCanBeUndone(
      @ForAll("persons") InventedPerson invented) {
    String capitals = invented.name().toUpperCase(Locale.ROOT);
    List<Token> upper = SubjectTokens.kept(Person.named(capitals, invented.born()));
    List<Token> written = SubjectTokens.kept(Person.named(invented.name(), invented.born()));

    // The Turkish ı becomes I in capitals, which is i again.
    if (capitals.toLowerCase(Locale.ROOT).equals(invented.name().toLowerCase(Locale.ROOT))) {
      assertThat(upper).isEqualTo(written);
    } else if (!written.isEmpty()) {
      assertThat(upper).containsAnyElementsOf(written);
    }
  }

  @Property(tries = 300)
  void theOrderOfTwoWordsChangesNothingAndThatOfMoreStillMeetsByTheWholeDate(
      @ForAll("persons") InventedPerson invented, @ForAll long seed) {
    List<String> words = new ArrayList<>(Arrays.asList(invented.name().split(" ", -1)));
    Collections.shuffle(words, new Random(seed));
    Person written = Person.named(invented.name(), invented.born());
    Person shuffled = Person.named(String.join(" ", words), invented.born());

    if (TWO_WORDS.matcher(invented.name()).matches()) {
      assertThat(SubjectTokens.kept(shuffled)).isEqualTo(SubjectTokens.kept(written));
    }
    if (invented.born().complete()) {
      assertThat(SubjectTokens.asked(shuffled)).containsAnyElementsOf(SubjectTokens.kept(written));
    }
  }

  @Property(tries = 300)
  void dayAndMonthExchangedAreMetAndAnotherYearWithAnotherDayIsNot(
      @ForAll("persons") InventedPerson invented) {
    PartialDate born = PartialDate.of(invented.born().year(), 3, 11);
    List<Token> kept = SubjectTokens.kept(Person.named(invented.name(), born));

    PartialDate exchanged = PartialDate.of(born.year(), 11, 3);
    PartialDate other = PartialDate.of(born.year() + 1, 4, 12);

    assertThat(SubjectTokens.asked(Person.named(invented.name(), exchanged)))
        .containsAnyElementsOf(kept);
    assertThat(SubjectTokens.asked(Person.named(invented.name(), other)))
        .doesNotContainAnyElementsOf(kept);
  }
}
