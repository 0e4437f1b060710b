package org.entente.subject.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.subject.PartialDate;
import org.entente.subject.Unreadable;
import org.junit.jupiter.api.Test;

class DateReadingTest {
  static final PartialDate DAY = PartialDate.of(1965, 3, 12);

  private static List<PartialDate> dates(String written) {
    return DateReading.read(written).dates();
  }

  private static void refused(String code, String written) {
    assertThatThrownBy(() -> DateReading.read(written))
        .as(written)
        .isInstanceOfSatisfying(
            Unreadable.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void oneDayIsReadInEveryFormOfARegister() {
    for (String written :
        List.of(
            "1965-03-12",
            "12.03.1965",
            "12.3.1965.",
            "12. 03. 1965.",
            "19650312",
            "1965/3/12",
            "12-03-1965",
            "12 03 1965",
            "1965-03-12T00:00:00",
            "1965-03-12 00:00",
            "12 MAR 1965",
            "12 March 1965",
            "March 12, 1965",
            "12th March 1965",
            "12-Mar-1965",
            "12. mart 1965.",
            "12. марта 1965. године",
            "12 марта 1965 г.",
            "12 mart 1965-ci il",
            "12 Mart 1965",
            "12. März 1965",
            "12 mars 1965",
            "12 de marzo de 1965",
            "12 березня 1965 року",
            "1965年3月12日",
            "١٢.٠٣.١٩٦٥",
            "۱۹۶۵-۰۳-۱۲",
            "१२.०३.१९६५",
            "\u200e12.03.1965\u200f")) {
      assertThat(dates(written)).as(written).containsExactly(DAY);
      assertThat(DateReading.read(written).doubts()).as(written).isEmpty();
      assertThat(DateReading.read(written).written()).isEqualTo(written);
    }
  }

  @Test
  void whatIsNotKnownStaysUnknown() {
    assertThat(dates("1965")).containsExactly(PartialDate.year(1965));
    for (String month :
        List.of("03.1965", "1965-03", "1965-03-00", "00.03.1965", "XX.03.1965", "MAR 1965")) {
      assertThat(dates(month)).as(month).containsExactly(new PartialDate(1965, 3, 0, 0));
    }
    for (String year : List.of("00.00.1965", "1965-00-00", "19650000", "1965-XX-XX")) {
      assertThat(dates(year)).as(year).containsExactly(PartialDate.year(1965));
    }
  }

  @Test
  void behindASlashBothOrdersAreKeptAndTold() {
    DateReading both = DateReading.read("12/03/1965");

    assertThat(both.dates()).containsExactly(DAY, PartialDate.of(1965, 12, 3));
    assertThat(both.doubts()).containsExactly(DateDoubt.DAY_OR_MONTH_FIRST);
    assertThat(both.ambiguous()).isTrue();
    assertThat(dates("25/03/1965")).containsExactly(PartialDate.of(1965, 3, 25));
    assertThat(dates("03/25/1965")).containsExactly(PartialDate.of(1965, 3, 25));
    assertThat(dates("05/05/1965")).containsExactly(PartialDate.of(1965, 5, 5));
    refused("date-none", "03.25.1965");
  }

  @Test
  void yearsToldByHeartKeepTheirSpan() {
    for (String about :
        List.of(
            "circa 1965", "c. 1965", "ca.1965", "oko 1965", "təxminən 1965", "~1965", "1965?")) {
      assertThat(dates(about)).as(about).containsExactly(new PartialDate(1965, 0, 0, 2));
      assertThat(DateReading.read(about).doubts()).containsExactly(DateDoubt.ABOUT);
    }
    assertThat(dates("1960-1965")).containsExactly(new PartialDate(1962, 0, 0, 3));
    assertThat(dates("between 1960 and 1964")).containsExactly(new PartialDate(1962, 0, 0, 2));
    assertThat(dates("1964/1965"))
        .isEqualTo(dates("1964/65"))
        .containsExactly(PartialDate.year(1964), PartialDate.year(1965));
    refused("date-form", "1965-1960");
    refused("date-none", "1600-1965");
  }

  @Test
  void aMonthThatTwoLanguagesCallTheSameIsTold() {
    DateReading autumn = DateReading.read("5. listopad 1965");

    assertThat(autumn.dates())
        .containsExactlyInAnyOrder(PartialDate.of(1965, 10, 5), PartialDate.of(1965, 11, 5));
    assertThat(autumn.doubts()).contains(DateDoubt.MONTH_BY_LANGUAGE);
  }

  @Test
  void otherCalendarsAreReadByTheirSign() {
    assertThat(dates("1343/12/21 ه.ش")).containsExactly(DAY);
    assertThat(dates("۲۱ اسفند ۱۳۴۳")).containsExactly(DAY);
    assertThat(dates("21/12/1343 SH").getFirst()).isEqualTo(DAY);
    assertThat(dates("12/03/2508 B.E.").getFirst()).isEqualTo(DAY);
    assertThat(dates("昭和40年3月12日")).containsExactly(DAY);
    assertThat(dates("S40.3.12")).containsExactly(DAY);
    assertThat(dates("令和元年5月1日")).containsExactly(PartialDate.of(2019, 5, 1));
    assertThat(dates("8 Adar II 5725 AM".replace(" II", ""))).isNotEmpty();
    DateReading hijri = DateReading.read("1384-11-09 هـ");
    assertThat(hijri.calendar()).isEqualTo(DateCalendar.ISLAMIC);
    assertThat(hijri.doubts()).contains(DateDoubt.CONVERTED);
    assertThat(hijri.dates())
        .allSatisfy(date -> {
          assertThat(date.year()).isEqualTo(1965);
          assertThat(date.month()).isEqualTo(3);
          assertThat(date.day()).isBetween(10, 13);
        });
  }

  @Test
  void aYearOfAnotherCalendarLiesInTwoOfOurs() {
    DateReading year = DateReading.read("1343", DateCalendar.PERSIAN);

    assertThat(year.dates()).containsExactly(PartialDate.year(1964), PartialDate.year(1965));
    assertThat(year.doubts()).containsExactly(DateDoubt.ONE_OF_TWO_YEARS);
    assertThat(dates("2508 BE")).containsExactly(PartialDate.year(1965));
  }

  @Test
  void aCalendarIsNeverGuessed() {
    refused("date-calendar", "1343/12/21");
    refused("date-calendar", "2508");
    refused("date-form", "3.5.5725 AM");
  }

  @Test
  void twoDigitsOfAYearNeedADayToReadThemAgainst() {
    LocalDate latest = LocalDate.of(2026, 3, 1);

    assertThat(DateReading.read("650312", latest).dates()).containsExactly(DAY);
    assertThat(DateReading.read("12.03.65", latest).doubts()).containsExactly(DateDoubt.CENTURY);
    assertThat(DateReading.read("260302", latest).dates())
        .containsExactly(PartialDate.of(1926, 3, 2));
    assertThat(DateReading.read("12.03.1965", latest).dates()).containsExactly(DAY);
    refused("date-form", "650312");
    refused("date-form", "12.03.65");
  }

  @Test
  void noSuchDayIsRefusedNotMoved() {
    refused("date-none", "31.02.1980");
    refused("date-none", "1981-02-29");
    refused("date-none", "1980-13-01");
    refused("date-none", "0965-01-01");
    refused("date-form", "unknown");
    refused("date-form", "");
    refused("date-length", "1".repeat(10_000));
  }

  @Property
  void everyDayIsReadAsItIsWritten(@ForAll @IntRange(min = -40_000, max = 20_000) int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    PartialDate date = PartialDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    for (String form :
        List.of("yyyy-MM-dd", "d.M.yyyy", "dd/MM/yyyy", "yyyyMMdd", "d MMMM yyyy", "MMM d, yyyy")) {
      String written = day.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
      assertThat(dates(written).getFirst()).as(form).isEqualTo(date);
    }
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      assertThat(DateReading.read(text).dates()).isNotEmpty();
    } catch (Unreadable refused) {
      assertThat(refused.code()).startsWith("date-");
    }
  }

  @Property
  void anyNumbersAreReadOrRefused(
      @ForAll @IntRange(max = 9999) int one,
      @ForAll @IntRange(max = 99) int two,
      @ForAll @IntRange(max = 99) int three) {
    for (String sign : List.of("", " AH", " SH", " BE", " AM", "昭和")) {
      for (String text :
          List.of(one + "-" + two + "-" + three + sign, sign + two + "." + three + "." + one)) {
        try {
          DateReading.read(text);
        } catch (Unreadable refused) {
          assertThat(refused.code()).startsWith("date-");
        }
      }
    }
  }
}
