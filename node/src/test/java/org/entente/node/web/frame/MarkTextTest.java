package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.node.forms.FilledForm;
import org.entente.node.forms.FormField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTextTest {

  @ParameterizedTest
  @CsvSource({
    "en, lot 12 · year 87 · maker or factory 908, Serbia",
    "az, partiya 12 · il 87 · istehsalçı və ya zavod 908, Serbiya",
    "sr-Latn, lot 12 · godina 87 · proizvođač ili fabrika 908, Srbija",
    "sr, лот 12 · година 87 · произвођач или фабрика 908, Србија"
  })
  void whatWasUnderstoodStandsBelowWhatWasSeenInTheReadersLanguage(
      String language, String lot, String firstToAsk) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    said.put("lot", List.of("ПАРТИЯ 12-87-908"));
    said.put("country", List.of("СФРЈ"));
    said.put("headstamp", List.of("☆"));
    FilledForm form = new FilledForm("trace-lot", said);

    List<String> lines =
        FormText.lines(Printed.reader(Locale.forLanguageTag(language)), form).stream()
            .map(FormText.Line::text)
            .toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.subList(0, 3)).containsExactly("ПАРТИЯ 12-87-908", lot, "СФРЈ");
    assertThat(lines.get(3)).contains(firstToAsk);
    assertThat(lines.get(4)).isEqualTo("☆");
  }

  @ParameterizedTest
  @ValueSource(strings = {"QX 06-??", "Kutija 5", "N"})
  void whatIsNotUnderstoodIsNotGuessed(String seen) {
    assertThat(MarkText.of(Printed.reader(Locale.ENGLISH), FormField.Marked.COUNTRY, seen))
        .isEmpty();
  }
}
