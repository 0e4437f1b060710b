package org.entente.node.web.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Safeguards;
import org.entente.node.oversight.Transfer;
import org.entente.node.web.frame.Period;
import org.junit.jupiter.api.Test;

class TimeBarsTest {
  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

  private static Transfer at(String instant, Transfer.Kind kind) {
    return new Transfer(
        0,
        1,
        Instant.parse(instant),
        kind,
        "",
        "node",
        "rs.mup",
        List.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Safeguards.ordinary(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "");
  }

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to), BAKU);
  }

  @Test
  void aTransferStandsOnTheDayItHasWhereTheReaderIs() {
    TimeBars bars =
        TimeBars.of(
            List.of(at("2026-11-01T21:30:00Z", Transfer.Kind.MESSAGE)),
            period("2026-11-01", "2026-11-03"));

    assertThat(bars.rows()).hasSize(3);
    assertThat(bars.filled())
        .singleElement()
        .satisfies(row -> assertThat(row.when()).isEqualTo("2026-11-02"));
  }

  @Test
  void rowsSumToTheTransfersAndBarsStayInsideThePicture() {
    List<Transfer> transfers = new ArrayList<>();
    for (int day = 1; day <= 28; day++) {
      for (Transfer.Kind kind : Transfer.Kind.values()) {
        if (day % (2 + kind.code().length() % 4) == 0) {
          transfers.add(at(String.format(Locale.ROOT, "2026-02-%02dT08:00:00Z", day), kind));
        }
      }
    }
    for (Period period :
        List.of(period("2026-02-01", "2026-02-28"), period("2026-01-01", "2026-12-31"))) {
      TimeBars bars = TimeBars.of(transfers, period);

      assertThat(bars.rows().stream().mapToLong(TimeBars.Row::all).sum())
          .isEqualTo(transfers.size());
      assertThat(bars.bars().stream().mapToLong(TimeBars.Bar::count).sum())
          .isEqualTo(transfers.size());
      assertThat(bars.bars())
          .allSatisfy(bar -> {
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(TimeBars.WIDTH);
            assertThat(bar.y() + bar.height()).isLessThanOrEqualTo(TimeBars.HEIGHT);
          });
    }
  }

  @Test
  void aLongPeriodIsDrawnByMonth() {
    TimeBars year = TimeBars.of(List.of(), period("2026-01-01", "2026-12-31"));

    assertThat(year.byMonth()).isTrue();
    assertThat(year.rows()).hasSize(12);
    assertThat(TimeBars.of(List.of(), period("2026-01-01", "2026-02-15")).byMonth()).isFalse();
  }
}
