package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsWrittenTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "02.01.1990|1990-01-02",
        "2.1.1990|1990-01-02",
        "2 January 1990|1990-01-02",
        "January 2, 1990|1990-01-02",
        "2. јануар 1990.|1990-01-02",
        "2. januar 1990.|1990-01-02",
        "2 yanvar 1990|1990-01-02",
        "1990-01-02|1990-01-02",
        "03.1984|1984-03",
        "1984|1984",
      })
  void aDateIsTakenAsPeopleWriteIt(String written, String meant) {
    assertThat(AsWritten.date(" " + written + " ")).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"01/02/1990", "soon", "31.02.1990", "circa 1990"})
  void whatIsNotCertainStaysAsItWasWritten(String written) {
    assertThat(AsWritten.date(written)).isEqualTo(written);
    assertThat(AsWritten.day(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1990-01-02,02.01.1990", "1984-03,03.1984", "1984,1984", "soon,soon"})
  void aFieldShowsADateWithTheDayFirstAndTakesItAgain(String iso, String shown) {
    assertThat(AsWritten.shown(iso)).isEqualTo(shown);
    assertThat(AsWritten.date(shown)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "Serbia,RS",
    "Srbija,RS",
    "Србија,RS",
    "serbiya,RS",
    "rs,RS",
    "RS,RS",
    "SRB,RS",
    "Azerbaijan,AZ",
    "Azərbaycan,AZ",
    "azerbejdzan,AZ",
    "Ruritania,Ruritania"
  })
  void aCountryIsTakenAsPeopleWriteIt(String written, String meant) {
    assertThat(AsWritten.country(" " + written + " ")).isEqualTo(meant);
  }

  @Test
  void anHourOfADayIsReadInTheOfficersZoneAndADayAloneToItsEnd() {
    ZoneId baku = ZoneId.of("Asia/Baku");

    assertThat(AsWritten.until("1.12.2026 14:00", baku))
        .contains(Instant.parse("2026-12-01T10:00:00Z"));
    assertThat(AsWritten.until("1. decembar 2026., 9.05", baku))
        .contains(Instant.parse("2026-12-01T05:05:00Z"));
    assertThat(AsWritten.until("01.12.2026 14:00 UTC", baku))
        .contains(Instant.parse("2026-12-01T14:00:00Z"));
    assertThat(AsWritten.until("1 December 2026", baku))
        .contains(Instant.parse("2026-12-02T00:00:00Z"));
    assertThat(AsWritten.until("soon 14:00", baku)).isEmpty();
    for (String end : List.of("2026-12-01T10:00:00Z", "2026-12-02T00:00:00Z")) {
      assertThat(AsWritten.until(AsWritten.until(Instant.parse(end)), baku))
          .contains(Instant.parse(end));
    }
  }

  @Test
  void everyCountryIsReadAgainFromItsNameInEveryLanguageOfThePages() {
    for (String code : Locale.getISOCountries()) {
      for (Locale language : Pages.LANGUAGES) {
        String name = Locale.of("", code).getDisplayCountry(language);
        assertThat(AsWritten.country(name)).as(name).isEqualTo(code);
      }
    }
  }
}
