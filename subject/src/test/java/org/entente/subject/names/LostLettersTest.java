package org.entente.subject.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LostLettersTest {
  private static final NameMatcher NAMES = NameMatcher.shipped();

  private static double probability(String left, String right) {
    return NAMES.compare(NAMES.prepare(left), NAMES.prepare(right)).probability();
  }

  @ParameterizedTest
  @CsvSource({
    "?or?evi?, Đorđević",
    "??or??evi??, Đorđević",
    "\uFFFDor\uFFFDevi\uFFFD, Đorđević",
    "Petar ?or?evi?, Petar Đorđević",
    "PETAR ?OR?EVI?, Petar Djordjevic",
    "Petar ?or?evi?, Петр Джорджевич",
    "?or?evi?, Ђорђевић",
    "Milo? Stankovi?, Miloš Stanković",
    "H?seynov Cavid, Hüseynov Cavid",
    "M?mm?dov, Məmmədov",
    "M?mm?dova G?nay, Məmmədova Günay",
    "?liyev, Əliyev",
    "Yıld?r?m, Yıldırım",
    "?ahin, Şahin",
    "М?мм?дов, Мәммәдов",
    "Petrov?, Petrov"
  })
  void aNameWhoseLettersWereLostIsMetAndFound(String held, String sought) {
    assertThat(probability(held, sought)).isGreaterThan(0.5);
    assertThat(NAMES.termsAsked(NAMES.prepare(sought)).stream().map(Term::text))
        .containsAnyElementsOf(NAMES.termsOf(NAMES.prepare(held)));
    assertThat(NAMES.termsAsked(NAMES.prepare(held)).stream().map(Term::text))
        .containsAnyElementsOf(NAMES.termsOf(NAMES.prepare(sought)));
  }

  @ParameterizedTest
  @CsvSource({
    "?or?evi?, Petrova",
    "Petar ?or?evi?, Petar Petraru",
    "Petar ?or?evi?, Petar Jovanović",
    "M?mm?dov, Hüseynov",
    "?liyev, Ağayev"
  })
  void lostLettersMakeNoStrangerAlike(String held, String stranger) {
    assertThat(probability(held, stranger)).isLessThan(0.3);
  }

  @Test
  void whatIsGuessedSpeaksLessThanWhatIsWritten() {
    assertThat(probability("Petar ?or?evi?", "Petar Đorđević"))
        .isLessThan(probability("Petar Đorđević", "Petar Đorđević"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "? ?", "A?", "??????", "?a????????b?", "\uFFFD", "李?"})
  void whatTellsNothingIsNoNameThatWasGuessed(String written) {
    assertThat(NAMES.prepare(written).words()).noneMatch(PreparedWord::guessed);
  }

  @Test
  void aQuestionBesideANameChangesNothing() {
    assertThat(List.of("Ali Həsənov ?", "Ali (?) Həsənov", "? Ali Həsənov"))
        .allSatisfy(written ->
            assertThat(NAMES.prepare(written).words())
                .extracting(PreparedWord::latin)
                .containsExactly("ali", "hesenov"));
  }

  @Test
  void partnersExchangeWhatIsWrittenAndNoGuess() {
    assertThat(NameSounds.first().parts("Petar ?or?evi?", 3).toString())
        .isEqualTo(NameSounds.first().parts("Petar or evi", 3).toString());
  }
}
