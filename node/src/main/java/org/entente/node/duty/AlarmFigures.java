package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a post did with its alarms.
 *
 * @param raised how many were raised
 * @param half the time within which half of them were acknowledged; empty where none was
 * @param most the same for 95 of 100
 * @param untouched of 100, how many ended without anybody acting on them
 * @param mostInAnHour in the busiest hour; above six is more than a person can follow (EEMUA 191)
 * @param loudest the kind of which most were raised
 */
public record AlarmFigures(
    long raised,
    Optional<Duration> half,
    Optional<Duration> most,
    long untouched,
    long mostInAnHour,
    Optional<AlarmKind> loudest) {
  /** More alarms in an hour than a person can follow: one in ten minutes. */
  public static final long BEARABLE_AN_HOUR = 6;

  /** For how long back. */
  public static final Duration BACK = Duration.ofDays(30);

  private static final int SECONDS_AN_HOUR = 3_600;

  static AlarmFigures of(List<AlarmRows.Row> rows) {
    List<Duration> times =
        rows.stream()
            .flatMap(row ->
                row.acknowledgedAt().stream().map(at -> Duration.between(row.raisedAt(), at)))
            .sorted()
            .toList();
    long untouched =
        rows.stream()
            .filter(row -> row.endedAt().isPresent() && row.acknowledgedAt().isEmpty())
            .count();
    Map<AlarmKind, Integer> kinds = new EnumMap<>(AlarmKind.class);
    rows.forEach(row -> kinds.merge(row.sign().kind(), 1, Integer::sum));
    return new AlarmFigures(
        rows.size(),
        at(times, 50),
        at(times, 95),
        rows.isEmpty() ? 0 : untouched * 100 / rows.size(),
        busiest(rows.stream().map(AlarmRows.Row::raisedAt).sorted().toList()),
        kinds.entrySet().stream()
            .max(Comparator.comparingInt(Map.Entry::getValue))
            .map(Map.Entry::getKey));
  }

  private static Optional<Duration> at(List<Duration> sorted, int percent) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((sorted.size() * percent + 99) / 100 - 1));
  }

  /** The most within any hour. */
  private static long busiest(List<Instant> sorted) {
    int most = 0;
    int from = 0;
    for (int i = 0; i < sorted.size(); i++) {
      while (!sorted.get(from).plusSeconds(SECONDS_AN_HOUR).isAfter(sorted.get(i))) {
        from++;
      }
      most = Math.max(most, i - from + 1);
    }
    return most;
  }
}
