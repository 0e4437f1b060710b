package org.entente.node.web.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.node.oversight.AccessAnswers.Letter;
import org.entente.node.oversight.Disclosed;
import org.entente.node.oversight.MentionKey;
import org.entente.node.oversight.PersonDescription;
import org.entente.node.web.frame.Printed;
import org.entente.node.web.frame.Reader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLetterTest {
  private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
  private static final PersonDescription WHO =
      new PersonDescription("Cavid Hüseynzadə", "", "", "", "");

  @ParameterizedTest
  @CsvSource({
    "en, Recipients, Ministry of the Interior of the Republic of Serbia",
    "az, Alanlar, Serbiya Respublikasının Daxili İşlər Nazirliyi",
    "sr, Примаоци, Министарство унутрашњих послова Републике Србије",
    "sr-Latn, Primaoci, Ministarstvo unutrašnjih poslova Republike Srbije"
  })
  void theLetterSaysWhatIsToldInTheLanguageOfThePerson(
      String language, String recipients, String partner) throws IOException {
    Reader reader = Printed.reader(Locale.forLanguageTag(language));

    String text = unbroken(reader, List.of(told()));

    assertThat(text)
        .contains("CavidHüseynzadə", "1984-03", "Art.1(1)(d)", "2027-01-02")
        .contains(joined(recipients), joined(partner), joined(reader.t("letter.right-complain")))
        .doesNotContain(joined(reader.t("letter.nothing")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "az", "sr", "sr-Latn"})
  void everyLetterHasTheSameSentencesAboutRestrictions(String language) throws IOException {
    Reader reader = Printed.reader(Locale.forLanguageTag(language));
    String empty = unbroken(reader, List.of());
    String full = unbroken(reader, List.of(told()));

    assertThat(empty).contains(joined(reader.t("letter.nothing")));
    assertThat(List.of(empty, full))
        .allSatisfy(letter ->
            assertThat(letter)
                .contains(
                    joined(reader.t("letter.restrictions")), joined(reader.t("letter.neutral"))));
  }

  /** The words of a letter, wherever its lines break. */
  private static String unbroken(Reader reader, List<Disclosed> told) throws IOException {
    return joined(Printed.text(AccessLetter.of(reader, new Letter(WHO, AT, told))));
  }

  private static String joined(String text) {
    return text.replaceAll("\\s", "");
  }

  private static Disclosed told() {
    return new Disclosed(
        MentionKey.Kind.CASE,
        AT,
        Map.of("familyName", List.of("Hüseynzadə"), "birthDate", List.of("1984-03")),
        "",
        "AZ-2026-000001",
        Optional.of(DataSubjectCategory.SUSPECT_OR_CONVICTED),
        Optional.of(OffenceArea.DRUG_TRAFFICKING),
        Set.of(DataCategory.PERSONAL_DETAILS),
        List.of("Art. 1(1)(d)"),
        List.of(new AuthorityId("rs.mup")),
        Optional.of(Instant.parse("2027-01-02T00:00:00Z")));
  }
}
