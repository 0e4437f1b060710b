package org.entente.node.web.oversight;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entente.node.oversight.Counted;
import org.entente.node.oversight.Figure;
import org.entente.node.oversight.Statistics;

/**
 * What a year asked and answered, month by month in UTC, as bars and as rows for those who do not
 * see the picture.
 *
 * @param most what the highest bar counts; at least 1
 */
public record MonthBars(List<Row> rows, long most) {
  public static final int WIDTH = 720;
  public static final int HEIGHT = 140;

  /** What is drawn, in the order of the bars of a month. */
  public static final List<Figure> FIGURES =
      List.of(Figure.SENT, Figure.RECEIVED, Figure.ANSWERED, Figure.REFUSED);

  private static final int MONTH_WIDTH = WIDTH / 12;
  private static final int BAR_WIDTH = 12;

  public MonthBars {
    rows = List.copyOf(rows);
  }

  /** A month; its counts in the order of {@link #FIGURES}. */
  public record Row(Month month, List<Long> counts) {
    public Row {
      counts = List.copyOf(counts);
    }

    public int x(int figure) {
      return (month.getValue() - 1) * MONTH_WIDTH + figure * BAR_WIDTH + 2;
    }
  }

  static MonthBars of(Statistics.Report report) {
    Map<Month, Map<Figure, Long>> counts =
        report.lines().stream()
            .collect(
                groupingBy(
                    line -> line.at().atZone(ZoneOffset.UTC).getMonth(),
                    groupingBy(Counted::figure, counting())));
    List<Row> rows = new ArrayList<>();
    long most = 1;
    for (Month month : Month.values()) {
      Map<Figure, Long> here = counts.getOrDefault(month, Map.of());
      List<Long> drawn = FIGURES.stream().map(f -> here.getOrDefault(f, 0L)).toList();
      most = Math.max(most, Collections.max(drawn));
      rows.add(new Row(month, drawn));
    }
    return new MonthBars(rows, most);
  }

  public int height(long count) {
    return (int) Math.ceilDiv(count * HEIGHT, most);
  }

  public static int barWidth() {
    return BAR_WIDTH - 1;
  }
}
