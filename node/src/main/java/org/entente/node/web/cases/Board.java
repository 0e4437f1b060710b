package org.entente.node.web.cases;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.node.casework.Due;
import org.entente.node.officers.OfficerId;

/**
 * What is due on an axis of time: what is overdue, the hours of today, the days after it, and what
 * comes later. Read from two metres, so each lane has few marks and large letters.
 *
 * @param mine whether only the officer's own matters are on it
 * @param total how many clocks run; the board has the first
 * @param names of those who hold a matter
 */
public record Board(List<Lane> lanes, boolean mine, long total, Map<OfficerId, String> names) {
  /** Days that have a lane of their own after today. */
  private static final int DAYS = 6;

  /** More hours than this left of a day share lanes. */
  private static final int HOURS = 8;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public Board {
    lanes = List.copyOf(lanes);
    names = Map.copyOf(names);
  }

  /** What a lane is about. */
  public enum Kind {
    OVERDUE,
    HOUR,
    DAY,
    LATER
  }

  /**
   * A stretch of the axis.
   *
   * @param label an hour or a day as the reader writes it; empty where the kind says it
   */
  public record Lane(Kind kind, String label, List<Due> marks) {
    public Lane {
      marks = List.copyOf(marks);
    }
  }

  /** How many marks are on it. */
  public long shown() {
    return lanes.stream().mapToLong(lane -> lane.marks().size()).sum();
  }

  public String holder(Due due) {
    return due.holder().map(id -> names.getOrDefault(id, "–")).orElse("");
  }

  private record Edge(Kind kind, String label, Instant until) {}

  static List<Lane> lanes(List<Due> due, ZonedDateTime now, Locale locale) {
    List<Lane> lanes = new ArrayList<>();
    int next = 0;
    for (Edge edge : edges(now, locale)) {
      List<Due> marks = new ArrayList<>();
      while (next < due.size() && due.get(next).at().isBefore(edge.until())) {
        marks.add(due.get(next));
        next++;
      }
      lanes.add(new Lane(edge.kind(), edge.label(), marks));
    }
    return lanes;
  }

  private static List<Edge> edges(ZonedDateTime now, Locale locale) {
    List<Edge> edges = new ArrayList<>();
    edges.add(new Edge(Kind.OVERDUE, "", now.toInstant()));
    LocalDate today = now.toLocalDate();
    Instant midnight = today.plusDays(1).atStartOfDay(now.getZone()).toInstant();
    long left = ChronoUnit.HOURS.between(now.truncatedTo(ChronoUnit.HOURS).toInstant(), midnight);
    int hours = (int) Math.max(1, (left + HOURS - 1) / HOURS);
    ZonedDateTime from = now.truncatedTo(ChronoUnit.HOURS);
    while (from.toInstant().isBefore(midnight)) {
      ZonedDateTime until = from.plusHours(hours);
      boolean last = !until.toInstant().isBefore(midnight);
      edges.add(new Edge(Kind.HOUR, CLOCK.format(from), last ? midnight : until.toInstant()));
      from = until;
    }
    for (int day = 1; day <= DAYS; day++) {
      LocalDate date = today.plusDays(day);
      DayOfWeek week = date.getDayOfWeek();
      edges.add(
          new Edge(
              Kind.DAY,
              week.getDisplayName(TextStyle.SHORT_STANDALONE, locale) + " " + date.getDayOfMonth(),
              date.plusDays(1).atStartOfDay(now.getZone()).toInstant()));
    }
    edges.add(new Edge(Kind.LATER, "", Instant.MAX));
    return edges;
  }
}
