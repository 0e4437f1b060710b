package org.entente.node.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.node.ledger.Event;
import org.entente.node.officers.OfficerId;
import org.entente.node.oversight.Finding.Rule;
import org.junit.jupiter.api.Test;

/** Each rule speaks of what it is for and of nothing beside it; histories are made by hand. */
class RulesTest {
  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
  private static final Instant PERIOD = Instant.parse("2026-10-01T00:00:00Z");
  private static final OfficerId LEYLA = new OfficerId(UUID.randomUUID());
  private static final OfficerId RAUF = new OfficerId(UUID.randomUUID());

  private final List<LookUp> history = new ArrayList<>();
  private final Set<String> besideCase = new HashSet<>();
  private long position;

  private void look(OfficerId officer, Instant at, Event event, String record) {
    Set<String> records = record.isEmpty() ? Set.of() : Set.of(record);
    history.add(new LookUp(officer, at, event, position++, records, ""));
  }

  private void look(Instant at) {
    look(LEYLA, at, Event.CASE_READ, "");
  }

  private static Instant at(int day, int hour) {
    return PERIOD.atZone(BAKU).plusDays(day).withHour(hour).withMinute(0).toInstant();
  }

  /** Sixty days before the period, five looks a day between nine and thirteen o'clock. */
  private void habit() {
    for (int day = -60; day < 0; day++) {
      for (int i = 0; i < 5; i++) {
        look(at(day, 9 + i));
      }
    }
  }

  private List<Finding> findings() {
    return Rules.findings(new Rules.Matter(history, PERIOD, officer -> BAKU, besideCase::contains));
  }

  private List<Finding> findings(Rule rule) {
    return findings().stream().filter(finding -> finding.rule() == rule).toList();
  }

  @Test
  void anOrdinaryMonthIsNotUnusual() {
    habit();
    for (int day = 1; day < 25; day++) {
      for (int i = 0; i < 6; i++) {
        look(at(day, 9 + i % 5));
      }
    }

    assertThat(findings()).isEmpty();
  }

  @Test
  void threeLooksAtNightOfAnOfficerWhoWorksByDayAreFound() {
    habit();
    for (int i = 0; i < Rules.OUTSIDE_HOURS_LOOKS; i++) {
      look(at(5, 3).plus(i, ChronoUnit.MINUTES));
    }

    assertThat(findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(Rule.OUTSIDE_HOURS);
          assertThat(finding.figure()).isEqualTo(3);
          assertThat(finding.limit()).isEqualTo(Rules.OUTSIDE_HOURS_LOOKS);
          assertThat(finding.officer()).isEqualTo(LEYLA);
          assertThat(finding.entries()).hasSize(3);
        });
  }

  @Test
  void twoLooksAtNightAndNightsOfSomebodyNewAreNot() {
    habit();
    look(at(5, 3));
    look(at(5, 4));
    for (int i = 0; i < 15; i++) {
      look(RAUF, at(6, 2).plusSeconds(i), Event.CASE_READ, "");
    }

    assertThat(findings()).isEmpty();
  }

  @Test
  void whoWorksByNightIsNotFoundAtNight() {
    for (int day = -60; day < 0; day++) {
      for (int i = 0; i < 5; i++) {
        look(at(day, i));
      }
    }
    for (int i = 0; i < 5; i++) {
      look(at(3, i));
    }

    assertThat(findings()).isEmpty();
  }

  @Test
  void aDayWithMoreThanThreeTimesTheOwnMedianIsFoundWithMedianAndLimit() {
    habit();
    for (int i = 0; i < 20; i++) {
      look(at(7, 9 + i % 5).plus(i, ChronoUnit.MINUTES));
    }

    assertThat(findings(Rule.MANY))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.figure()).isEqualTo(20);
          assertThat(finding.usual()).isEqualTo(5);
          assertThat(finding.limit()).isEqualTo(Rules.MANY_LOOKS);
        });
  }

  @Test
  void nineteenLooksAreNeverMany() {
    habit();
    for (int i = 0; i < Rules.MANY_LOOKS - 1; i++) {
      look(at(7, 9 + i % 5).plus(i, ChronoUnit.MINUTES));
    }

    assertThat(findings(Rule.MANY)).isEmpty();
  }

  @Test
  void theSameRecordFiveTimesInAWeekWithoutACaseIsFound() {
    for (int day = 0; day < Rules.AGAIN; day++) {
      look(LEYLA, at(day, 10), Event.RECORD_READ, "r1");
    }

    assertThat(findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(Rule.AGAIN_WITHOUT_CASE);
          assertThat(finding.about()).isEqualTo("r1");
          assertThat(finding.figure()).isEqualTo(5);
        });
    besideCase.add("r1");
    assertThat(findings()).as("beside a case it is ordinary").isEmpty();
  }

  @Test
  void theSameRecordFiveTimesInSixWeeksIsNot() {
    for (int week = 0; week < Rules.AGAIN; week++) {
      look(LEYLA, at(8 * week, 10), Event.RECORD_READ, "r1");
    }

    assertThat(findings()).isEmpty();
  }

  @Test
  void tenDifferentRecordsInADayWithoutACaseAreFoundAndNineAreNot() {
    for (int i = 0; i < Rules.RECORDS_WITHOUT_CASE; i++) {
      look(LEYLA, at(2, 10).plusSeconds(i), Event.RECORD_READ, "r" + i);
    }

    assertThat(findings(Rule.WITHOUT_CASE))
        .singleElement()
        .satisfies(finding -> assertThat(finding.figure()).isEqualTo(10));
    besideCase.add("r4");
    assertThat(findings(Rule.WITHOUT_CASE)).isEmpty();
  }

  @Test
  void everyLookAtARestrictedCaseIsFound() {
    look(LEYLA, at(1, 10), Event.RESTRICTED_READ, "");

    assertThat(findings()).extracting(Finding::rule).containsExactly(Rule.RESTRICTED);
  }

  @Test
  void twentyLookUpsWithoutAnyActAreFoundAndOneActMakesThemOrdinary() {
    for (int i = 0; i < Rules.LOOKS_FOR_FOLLOW_UP; i++) {
      look(LEYLA, at(i, 10), Event.RECORDS_SEARCHED, "");
    }

    assertThat(findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(Rule.WITHOUT_FOLLOW_UP);
          assertThat(finding.figure()).isEqualTo(20);
          assertThat(finding.entries()).hasSize(Finding.MOST_ENTRIES);
        });
    look(LEYLA, at(20, 11), Event.DRAFTED, "");
    assertThat(findings()).isEmpty();
  }

  @Test
  void searchingWhileOneTypesIsOneLook() {
    for (int i = 0; i < 60; i++) {
      look(LEYLA, at(1, 10).plus(Duration.ofSeconds(i)), Event.RECORDS_SEARCHED, "");
    }

    assertThat(findings()).isEmpty();
  }

  @Test
  void looksBeforeThePeriodOnlySayWhatIsUsual() {
    for (int day = -10; day < 0; day++) {
      look(LEYLA, at(day, 10), Event.RECORD_READ, "r1");
      look(LEYLA, at(day, 11), Event.RESTRICTED_READ, "");
    }

    assertThat(findings()).isEmpty();
  }
}
