package org.entente.node.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.entente.node.TwoAuthorities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityNamesTest extends TwoAuthorities {

  @ParameterizedTest
  @CsvSource({
    "en, Ministry of the Interior of the Republic of Serbia",
    "az, Serbiya Respublikasının Daxili İşlər Nazirliyi",
    "sr, Министарство унутрашњих послова Републике Србије",
    "sr-Latn, Ministarstvo unutrašnjih poslova Republike Srbije",
    "de, Ministry of the Interior of the Republic of Serbia"
  })
  void aPartnerIsCalledAsTheAgreementNamesItInTheLanguageOfTheReader(String tag, String name) {
    bothHold(arrangement());

    assertThat(names().of("rs.mup", Locale.forLanguageTag(tag))).isEqualTo(name);
  }

  @Test
  void withoutAnAgreementTheNodeIsCalledAsItsOwnCardSays() {
    assertThat(names().of("az.mia", Locale.ENGLISH)).isEqualTo("Ministry in Baku");
  }

  @Test
  void anAuthorityThatNobodyNamedKeepsItsIdentifier() {
    bothHold(arrangement());

    assertThat(names().of("ge.mia", Locale.ENGLISH)).isEqualTo("ge.mia");
    assertThat(names().of("", Locale.ENGLISH)).isEmpty();
  }

  private AuthorityNames names() {
    return new AuthorityNames(baku.agreements, baku.partners, BAKU_KEYS.card(), clock);
  }
}
