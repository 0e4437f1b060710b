package org.entente.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.subject.dates.DateReading;
import org.junit.jupiter.api.Test;

/** Dates, countries, sexes and words for nothing, as offices and programs write them. */
class WrittenByOfficesTest {
  private static final LocalDate LATEST = LocalDate.of(2026, 3, 1);
  private static final PartialDate DAY = PartialDate.of(1985, 3, 12);

  private static List<PartialDate> dates(String written) {
    return DateReading.read(written, LATEST).dates();
  }

  @Test
  void oneDayIsReadHoweverAProgramWritesIt() {
    for (String written :
        List.of(
            "12.03.1985 0:00:00",
            "12.03.1985 00:00",
            "1985-03-12T00:00:00+04:00",
            "1985-03-12T00:00:00+04:00[Asia/Baku]",
            "1985-03-12 00:00:00.000",
            "12.03.1985, 00:00 Uhr",
            "Tue Mar 12 1985 00:00:00 GMT+0100 (CET)",
            "Tue Mar 12 00:00:00 CET 1985",
            "Tue, 12 Mar 1985 00:00:00 GMT",
            "19850312T000000Z",
            "19850312000000",
            "31118",
            "31118.0",
            "479433600000",
            "/Date(479433600000)/",
            "12 III 1985",
            "12.III.1985.",
            "12-XII-1985".replace("XII", "III"),
            "1985. III. 12.",
            "12. III 1985. godine",
            "12-Mar-85",
            "12MAR85",
            "12-мар-85",
            "12.3.85.",
            "120385",
            "\"12.03.1985\"",
            "'12.03.1985",
            "=\"12.03.1985\"",
            "(12.03.1985)",
            "12\\03\\1985",
            "12,03,1985",
            "12th of March, 1985",
            "rođen 12.03.1985",
            "geb. 12.03.1985",
            "12.03.1985 г.р.",
            "utorak, 12. mart 1985.",
            "12 mart 1985-ci il",
            "12 марта 1985 г.",
            "12 березня 1985",
            "12 მარტი 1985",
            "12 Μαρτίου 1985",
            "12 de marzo de 1985",
            "1985年3月12日")) {
      assertThat(dates(written)).as(written).containsExactly(DAY);
    }
    assertThat(dates("1985-03-11T20:00:00Z")).containsExactly(DAY, PartialDate.of(1985, 3, 11));
    assertThat(dates("1031985")).containsExactly(PartialDate.of(1985, 3, 1));
  }

  @Test
  void whatIsNotKnownOfADateStaysUnknown() {
    for (String year : List.of("--.--.1985", "XX.XX.1985", "1985.0", "1985 г.р.", "1985-ci il")) {
      assertThat(dates(year)).as(year).containsExactly(PartialDate.year(1985));
    }
    for (String month : List.of("??.03.1985", "__.03.1985", "III 1985", "Mar-85", "mart 1985")) {
      assertThat(dates(month)).as(month).containsExactly(new PartialDate(1985, 3, 0, 0));
    }
    assertThat(dates("1985 ili 1987"))
        .containsExactly(PartialDate.year(1985), PartialDate.year(1987));
    assertThat(dates("1980s")).containsExactly(new PartialDate(1984, 0, 0, 5));
  }

  @Test
  void aDateThatStandsForNoneIsNone() {
    for (String none :
        List.of(
            "0000-00-00",
            "0000-00-00 00:00:00",
            "00.00.0000",
            "unknown",
            "nepoznato",
            "naməlum",
            "неизвестно",
            "n.d.",
            "31.12.9999",
            "01.01.1900",
            "0001-01-01T00:00:00",
            "1899-12-30",
            "--",
            "?",
            "不明")) {
      assertThat(Unsaid.byDate(none)).as(none).isTrue();
    }
    for (String date : List.of("12.03.1985", "01.01.1985", "1900", "10.10.2000", "III 1985")) {
      assertThat(Unsaid.byDate(date)).as(date).isFalse();
    }
  }

  @Test
  void aNameThatSaysNothingIsToldFromAShortOne() {
    for (String nobody :
        List.of(
            "Unknown Unknown",
            "NN lice",
            "Nepoznato lice",
            "naməlum şəxs",
            "НЕИЗВЕСТНЫЙ МУЖЧИНА",
            "Неустановленное лицо",
            "null null",
            "N/A",
            "n.n.",
            "LNU FNU",
            "No Name",
            "غير معروف",
            "არ არის ცნობილი",
            "άγνωστος",
            "-")) {
      assertThat(Unsaid.byName(nobody)).as(nobody).isTrue();
    }
    for (String somebody :
        List.of("Ni Wei", "Na Li", "Christopher Null", "Nada Nema", "K. A. Petrović", "No Min")) {
      assertThat(Unsaid.byName(somebody)).as(somebody).isFalse();
    }
  }

  @Test
  void countriesAreReadInEveryLanguageAndCode() {
    Map.ofEntries(
            Map.entry("RS", "Srbija Србија SRB 688 Serbia Serbien Сербия Sırbistan სერბეთი"),
            Map.entry("AZ", "Azərbaycan AZƏRBAYCAN Азербайджан Azerbejdžan 031 31 AZE"),
            Map.entry("TR", "Türkiye Turkiye Turska Turkey Türkei T.C. ТУРЦИЯ"),
            Map.entry("US", "USA SAD ABŞ США ABD U.S.A."),
            Map.entry("XK", "UNK XKX Kosovo Косово"),
            Map.entry("DE", "D Nemačka Almaniya Deutschland DDR"),
            Map.entry("GE", "Georgia Gruzija Gürcüstan Грузия საქართველო"),
            Map.entry("XXA", "stateless XXA apatrid vatansız staatenlos apatride"),
            Map.entry("XXX", "XXX"),
            Map.entry("XXB", "XXB refugee izbeglica беженец"))
        .forEach((code, names) -> {
          for (String name : names.split(" ", -1)) {
            assertThat(CountryCode.nationality(name)).as(name).isEqualTo(Optional.of(code));
          }
        });
    Map.ofEntries(
            Map.entry("Russian Federation", "RU"),
            Map.entry("Iran (Islamic Republic of)", "IR"),
            Map.entry("Moldova, Republic of", "MD"),
            Map.entry("Korea, Republic of", "KR"),
            Map.entry("Bosnia and Herzegovina", "BA"),
            Map.entry("Bosna i Hercegovina", "BA"),
            Map.entry("Azərbaycan Respublikası", "AZ"),
            Map.entry("Trinidad and Tobago", "TT"),
            Map.entry("Côte d’Ivoire", "CI"),
            Map.entry("the Netherlands", "NL"),
            Map.entry("bez državljanstva", "XXA"),
            Map.entry("vətəndaşlığı olmayan şəxs", "XXA"),
            Map.entry("без гражданства", "XXA"))
        .forEach((name, code) ->
            assertThat(CountryCode.nationality(name)).as(name).isEqualTo(Optional.of(code)));
    for (String former : List.of("SSSR", "СССР", "USSR", "Jugoslavija", "SFRJ", "Čehoslovačka")) {
      assertThat(CountryCode.former(former)).as(former).isTrue();
      assertThat(CountryCode.nationality(former)).as(former).isEmpty();
    }
    assertThat(CountryCode.nationality("Atlantis")).isEmpty();
    assertThat(CountryCode.threeLetters("XXA")).contains("XXA");
  }

  @Test
  void aSexIsReadInEveryLanguageAndALetterOfTwoMeaningsByItsHeading() {
    for (String man :
        List.of(
            "KİŞİ", "kişi", "M", "muški", "МУЖ", "мушки", "erkek", "männlich", "ذكر", "男", "1")) {
      assertThat(Gender.read(man, "")).as(man).contains(Gender.MALE);
    }
    for (String woman :
        List.of("QADIN", "Ž", "ЖЕН", "женски", "kadın", "weiblich", "أنثى", "女", "F", "2", "Z")) {
      assertThat(Gender.read(woman, "")).as(woman).contains(Gender.FEMALE);
    }
    assertThat(Gender.read("K", "CİNSİ")).contains(Gender.MALE);
    assertThat(Gender.read("K", "Cinsiyeti")).contains(Gender.FEMALE);
    assertThat(Gender.read("K", "sex")).isEmpty();
    assertThat(Gender.read("X", "sex")).contains(Gender.UNSPECIFIED);
  }
}
