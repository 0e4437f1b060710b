package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Locale SERBIAN = Locale.forLanguageTag("sr-RS");
  private static final Locale SERBIAN_LATIN = Locale.forLanguageTag("sr-Latn-RS");

  @Test
  void everyLanguageHasTheSameKeysAndNoneIsBlank() {
    Set<String> english = Words.in(Language.EN).keys();

    for (Language language : Language.values()) {
      Words words = Words.in(language);
      assertThat(words.keys()).isEqualTo(english);
      assertThat(english).allSatisfy(key -> assertThat(words.get(key)).isNotBlank());
    }
  }

  @Test
  void everyNameAndEveryGroundIsThereInEveryLanguage() {
    for (Language language : Language.values()) {
      Locale locale = Locale.forLanguageTag(language.tag());
      for (GroundCode code : GroundCode.values()) {
        Ground ground = new Ground(code, Optional.empty(), "a test");
        assertThat(ground.sentence(locale)).endsWith(".");
        assertThat(ground.remedy(locale)).endsWith(".");
      }
      assertThat(OffenceArea.values()).hasSize(30).allMatch(each -> named(each.label(locale)));
      assertThat(ActKind.values()).hasSize(18).allMatch(each -> named(each.label(locale)));
      assertThat(Urgency.values()).allMatch(each -> named(each.label(locale)));
      assertThat(UrgencyReason.values()).hasSize(4).allMatch(each -> named(each.label(locale)));
      assertThat(AccessClass.values()).allMatch(each -> named(each.label(locale)));
      assertThat(HandlingCode.values()).hasSize(4).allMatch(each -> named(each.label(locale)));
      assertThat(DataSubjectCategory.values()).allMatch(each -> named(each.label(locale)));
      assertThat(DataCategory.values()).allMatch(each -> named(each.label(locale)));
    }
  }

  @Test
  void serbianIsNeverMixedFromTwoScripts() {
    for (String key : Words.in(Language.SR).keys()) {
      assertThat(scripts(Words.in(Language.SR).get(key))).as(key).doesNotContain("LATIN");
      assertThat(scripts(Words.in(Language.SR_LATN).get(key))).as(key).doesNotContain("CYRILLIC");
    }
  }

  @Test
  void theReaderGetsTheOwnScriptAndEnglishWhereNothingIsNearer() {
    assertThat(OffenceArea.CORRUPTION.label(SERBIAN)).isEqualTo("Корупција");
    assertThat(OffenceArea.CORRUPTION.label(SERBIAN_LATIN)).isEqualTo("Korupcija");
    assertThat(OffenceArea.CORRUPTION.label(Locale.forLanguageTag("az"))).isEqualTo("Korrupsiya");
    assertThat(OffenceArea.CORRUPTION.label(Locale.FRENCH)).isEqualTo("Corruption");
  }

  @Test
  void codesAreUniqueAndLeadBackToTheirConstants() {
    for (OffenceArea area : OffenceArea.values()) {
      assertThat(OffenceArea.ofCode(area.code())).contains(area);
    }
    for (ActKind kind : ActKind.values()) {
      assertThat(ActKind.ofCode(kind.code())).contains(kind);
    }
    assertThat(OffenceArea.ofCode("Terrorism")).isEmpty();
  }

  private static boolean named(String label) {
    return !label.isBlank() && Character.isUpperCase(label.codePointAt(0));
  }

  private static Set<String> scripts(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(point -> Character.UnicodeScript.of(point).name())
        .collect(Collectors.toSet());
  }
}
