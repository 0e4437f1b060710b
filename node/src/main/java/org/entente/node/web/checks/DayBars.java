package org.entente.node.web.checks;

import java.util.List;
import java.util.stream.IntStream;
import org.entente.node.checks.OfferView;

/**
 * Thirty days of a partner's questions as bars.
 *
 * @param most the highest bar's count; at least 1
 */
public record DayBars(List<Bar> bars, long most) {
  /** Height of the highest bar. */
  public static final int HEIGHT = 40;

  private static final int STEP = 8;

  public DayBars {
    bars = List.copyOf(bars);
  }

  /** One day; refused questions stand on the answered ones. */
  public record Bar(int x, int answered, int refused) {}

  public static DayBars of(List<OfferView.Day> days) {
    long most =
        Math.max(1, days.stream().mapToLong(day -> day.subjects() + day.refused()).max().orElse(1));
    List<Bar> bars =
        IntStream.range(0, days.size())
            .mapToObj(i ->
                new Bar(
                    i * STEP,
                    height(days.get(i).subjects(), most),
                    height(days.get(i).refused(), most)))
            .toList();
    return new DayBars(bars, most);
  }

  private static int height(long count, long most) {
    return count == 0 ? 0 : Math.max(1, Math.toIntExact(count * HEIGHT / most));
  }

  public int width() {
    return bars.size() * STEP;
  }
}
