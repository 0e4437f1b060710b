package org.entente.node.web.oversight;

import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
    List<Row> rows = new ArrayList<>();
    long most = 1;
    for (Month month : Month.values()) {
      List<Long> counts = new ArrayList<>();
      for (Figure figure : FIGURES) {
        long count =
            report.lines().stream()
                .filter(line -> line.figure() == figure)
                .filter(line -> line.at().atZone(ZoneOffset.UTC).getMonth() == month)
                .count();
        counts.add(count);
        most = Math.max(most, count);
      }
      rows.add(new Row(month, counts));
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
