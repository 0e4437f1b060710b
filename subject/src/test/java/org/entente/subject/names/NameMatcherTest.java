package org.entente.subject.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All persons are invented. */
class NameMatcherTest {
  private final NameMatcher matcher = NameMatcher.shipped();

  @ParameterizedTest
  @CsvSource({
    "Џавид Хусејнзаде, Cavid Hüseynzadə",
    "Гусейнзаде Джавид, Cavid Hüseynzadə",
    "HUSEYNZADE JAVID, Cavid Hüseynzadə",
    "гусейнзаде dzavid, Cavid Hüseynzadə",
    "Ђорђе Бранковљев, Djordje Brankovljev",
    "Đorđe Brankovljev, Djordje Brankovljev",
    "محمد رضا کاظمیان, Mohammad Reza Kazemian",
    "Γιώργος Παπαμανώλης, Georgios Papamanolis",
    "Արամ Սահակյանց, Aram Sahakyants",
    "გიორგი ბერაშვილი, Giorgi Berashvili",
    "AbdulRahman Karimzai, Abd al Rahman Karimzai",
    "Bill Marlowe, William Marlowe",
    "J. Marlowe Finch, John Marlowe Finch"
  })
  void spellingsOfOneNameAreMoreLikelyOnePersonThanNot(String one, String two) {
    assertThat(matcher.compare(matcher.prepare(one), matcher.prepare(two)).probability())
        .isGreaterThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "Cavid Hüseynzadə, Rəşad Hüseynzadə",
    "Марко Петронијев, Marko Vasiljević",
    "Pol Markam, Paul Murrow",
    "Ивана Симонидис, Ioannis Katsaros"
  })
  void anotherWordInOnePlaceSpeaksAgainst(String one, String two) {
    assertThat(matcher.compare(matcher.prepare(one), matcher.prepare(two)).probability())
        .isLessThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jojevich", "Jorjvich", "Jorjevih", "Djorjevic", "Dorđevi"})
  void aSlipInASpellingOfDjordjevicIsFoundByTheIndex(String written) {
    NameMatcher names = NameMatcher.shipped();
    assertThat(names.termsAsked(names.prepare(written)).stream().map(Term::text))
        .containsAnyElementsOf(names.termsOf(names.prepare("Đorđević")));
  }

  @Test
  void anEnglishEarsSpellingMeetsDjordjevic() {
    NameMatcher names = NameMatcher.shipped();
    assertThat(
            names
                .compare(names.prepare("Peter Jorjevich"), names.prepare("Petar Đorđević"))
                .probability())
        .isGreaterThan(0.5);
    assertThat(names.termsAsked(names.prepare("Jorjevich")).stream().map(Term::text))
        .containsAnyElementsOf(names.termsOf(names.prepare("Đorđević")));
  }

  @Test
  void theExplanationSaysWhichPartsMetAndHow() {
    NameMatch match =
        matcher.compare(matcher.prepare("гусейнзаде dzavid"), matcher.prepare("Cavid Hüseynzadə"));

    assertThat(match.parts()).hasSize(2);
    assertThat(match.parts().get(0).left()).isEqualTo("гусейнзаде");
    assertThat(match.parts().get(0).right()).isEqualTo("Hüseynzadə");
    assertThat(match.parts().get(0).how()).isEqualTo(NameMatch.How.TRANSLITERATION);
    assertThat(match.parts().get(1).right()).isEqualTo("Cavid");
  }

  @Property(tries = 300)
  void comparisonIsSymmetric(@ForAll("names") String one, @ForAll("names") String two) {
    PreparedName a = matcher.prepare(one);
    PreparedName b = matcher.prepare(two);

    assertThat(odds(a, b)).isCloseTo(odds(b, a), within(1e-3f));
  }

  @Property(tries = 300)
  void caseAndOrderOfPartsNeverMatter(
      @ForAll("names") String one, @ForAll("names") String two, @ForAll int seed) {
    List<String> parts = new ArrayList<>(List.of(one.split(" ")));
    Collections.shuffle(parts, new Random(seed));
    String other = String.join(" ", parts).toUpperCase(Locale.ROOT);

    float there = odds(matcher.prepare(one), matcher.prepare(two));

    assertThat(odds(matcher.prepare(other), matcher.prepare(two))).isCloseTo(there, within(1e-3f));
  }

  @Property(tries = 200)
  void aNameFindsItself(@ForAll("names") String name) {
    PreparedName prepared = matcher.prepare(name);
    List<String> asked = matcher.termsAsked(prepared).stream().map(Term::text).toList();

    assertThat(odds(prepared, prepared)).isPositive();
    assertThat(asked).containsAnyElementsOf(matcher.termsOf(prepared));
  }

  @Property(tries = 500)
  void whateverIsWrittenIsPreparedAndCompared(@ForAll String any, @ForAll String other) {
    assertThat(odds(matcher.prepare(any), matcher.prepare(other))).isFinite();
  }

  @Property(tries = 300)
  void aQuestionWeighsAsOneByOneWhateverWasWeighedBefore(
      @ForAll("names") String name, @ForAll("names") String one, @ForAll("names") String two) {
    PreparedName asked = matcher.prepare(name);
    Question question = matcher.ask(asked);

    for (String held : List.of(one, two, name, one)) {
      PreparedName prepared = matcher.prepare(held);
      assertThat(question.weigh(prepared).odds()).isCloseTo(odds(asked, prepared), within(1e-3f));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "李秀珍, Lee Soo Jin",
    "李秀珍, 이수진",
    "梁國榮, Leung Kwok Wing",
    "何欣怡, Ho Hsin-I",
    "สมชาย วงศา, Somchai Wongsa",
    "தேவன் குமார், Devan Kumar"
  })
  void readingsOfOtherPlacesAndWritingsReadByRuleMeet(String one, String two) {
    assertThat(matcher.compare(matcher.prepare(one), matcher.prepare(two)).probability())
        .isGreaterThan(0.3);
  }

  private float odds(PreparedName one, PreparedName two) {
    return matcher.weigh(one, two).odds();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
            "Cavid",
            "Hüseynzadə",
            "Гусейнзаде",
            "Ђорђе",
            "Brankovljev",
            "Kazemian",
            "کاظمیان",
            "Γιώργος",
            "Сергей",
            "Petronijev",
            "Marlowe",
            "Həsənli",
            "Ivanovna",
            "Шевчук",
            "Љиљана",
            "Özdağlı",
            "Nguyen",
            "Սահակյանց")
        .list()
        .uniqueElements()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(parts -> String.join(" ", parts));
  }
}
