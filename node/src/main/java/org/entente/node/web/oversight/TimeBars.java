package org.entente.node.web.oversight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.node.oversight.Transfer;
import org.entente.node.web.frame.Period;

/**
 * What left, as bars by day or month with the kinds on each other, and the same as rows for those
 * who do not see the picture.
 *
 * @param most what the highest bar counts; at least 1
 * @param byMonth whether a bar is a month and not a day
 */
public record TimeBars(List<Bar> bars, List<Row> rows, long most, boolean byMonth) {
  public static final int WIDTH = 720;
  public static final int HEIGHT = 140;

  /** More days than this are drawn as months. */
  static final int MOST_DAYS = 62;

  private static final int GAP = 2;

  public TimeBars {
    bars = List.copyOf(bars);
    rows = List.copyOf(rows);
  }

  /** A part of a bar: one kind on one day. */
  public record Bar(
      int x, int y, int width, int height, Transfer.Kind kind, String when, long count) {}

  /** One day or month with its counts. */
  public record Row(String when, Map<Transfer.Kind, Long> counts) {
    public Row {
      counts = Map.copyOf(counts);
    }

    public long of(Transfer.Kind kind) {
      return counts.getOrDefault(kind, 0L);
    }

    public long all() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  static TimeBars of(List<Transfer> transfers, Period period) {
    boolean byMonth = ChronoUnit.DAYS.between(period.from(), period.to()) >= MOST_DAYS;
    List<Row> rows = new ArrayList<>();
    for (LocalDate at = first(period.from(), byMonth);
        !at.isAfter(period.to());
        at = byMonth ? at.plusMonths(1) : at.plusDays(1)) {
      LocalDate begin = at;
      Map<Transfer.Kind, Long> counts = new EnumMap<>(Transfer.Kind.class);
      for (Transfer transfer : transfers) {
        LocalDate day = transfer.at().atZone(period.zone()).toLocalDate();
        if (first(day, byMonth).equals(begin)) {
          counts.merge(transfer.kind(), 1L, Long::sum);
        }
      }
      rows.add(new Row(byMonth ? begin.toString().substring(0, 7) : begin.toString(), counts));
    }
    long most = Math.max(1, rows.stream().mapToLong(Row::all).max().orElse(1));
    return new TimeBars(drawn(rows, most), rows, most, byMonth);
  }

  private static LocalDate first(LocalDate day, boolean byMonth) {
    return byMonth ? day.withDayOfMonth(1) : day;
  }

  private static List<Bar> drawn(List<Row> rows, long most) {
    List<Bar> bars = new ArrayList<>();
    int step = WIDTH / Math.max(1, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int y = HEIGHT;
      for (Transfer.Kind kind : Transfer.Kind.values()) {
        long count = rows.get(i).of(kind);
        if (count > 0) {
          int height = Math.max(2, Math.toIntExact(count * HEIGHT / most));
          y -= height;
          bars.add(
              new Bar(
                  i * step, y, Math.max(2, step - GAP), height, kind, rows.get(i).when(), count));
        }
      }
    }
    return bars;
  }

  /** Rows on which something left. */
  public List<Row> filled() {
    return rows.stream().filter(row -> row.all() > 0).toList();
  }
}
