package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AccessClass;
import org.entente.agreement.ClockEvent;
import org.entente.agreement.Deadline;
import org.entente.agreement.DeadlineRule;
import org.entente.agreement.Urgency;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The stored clock of a case. */
final class CaseClock {
  /** How often a partner may announce that a matter waits for a judge. */
  static final int DELAYS_MOST = 20;

  private CaseClock() {}

  /**
   * Starts it. Until the requested authority has triaged the request, the stricter limit of direct
   * access holds.
   */
  static void start(Tx tx, CaseId id, DeadlineRule rule, Urgency urgency, Instant received) {
    tx.sql(
            """
            INSERT INTO deadline (case_id, access_class, rule, limit_micros, received_at)
            VALUES (:id, :access, :rule, :limit, :received)
            """)
        .param("id", id.toString())
        .param("access", AccessClass.DIRECT.name())
        .param("rule", rule.label(urgency, AccessClass.DIRECT))
        .param("limit", micros(rule.limit(urgency, AccessClass.DIRECT)))
        .param("received", Times.micros(received))
        .update();
    settle(tx, id);
  }

  static void triage(Tx tx, CaseId id, DeadlineRule rule, Urgency urgency, AccessClass access) {
    tx.sql(
            """
            UPDATE deadline
            SET access_class = :access, rule = :rule, limit_micros = :limit, triaged = 1
            WHERE case_id = :id
            """)
        .param("access", access.name())
        .param("rule", rule.label(urgency, access))
        .param("limit", micros(rule.limit(urgency, access)))
        .param("id", id.toString())
        .update();
    settle(tx, id);
  }

  /** Stops it. */
  static void suspend(Tx tx, CaseId id, Instant at) {
    tx.sql(
            """
            INSERT INTO suspension (case_id, suspended_at)
            VALUES (:id, :at)
            ON CONFLICT (case_id, suspended_at) DO NOTHING
            """)
        .param("id", id.toString())
        .param("at", Times.micros(counted(tx, id, at)))
        .update();
    settle(tx, id);
  }

  /**
   * From when an event counts. Its instant is the partner's receipt's, and clocks differ by
   * minutes: what would lie before the clock's last event counts from that event, on both nodes
   * alike.
   */
  private static Instant counted(Tx tx, CaseId id, Instant at) {
    return read(tx, id).map(CaseClock::lastMoved).filter(last -> last.isAfter(at)).orElse(at);
  }

  private static Instant lastMoved(Deadline deadline) {
    Instant last = deadline.received();
    for (ClockEvent event : deadline.events()) {
      Instant moved =
          switch (event) {
            case ClockEvent.Suspended stood -> stood.until().orElse(stood.at());
            case ClockEvent.JudicialDelay delay -> delay.at();
          };
      last = moved.isAfter(last) ? moved : last;
    }
    return last;
  }

  /**
   * Moves its end: the answer waits for a judicial authorisation, Art. 5(2).
   *
   * @param at when the announcement reached its receiver; the partner's receipt's
   */
  static void delay(Tx tx, CaseId id, Instant at, Instant expected) {
    Instant from = counted(tx, id, at);
    if (Times.micros(expected) <= Times.micros(from)) {
      return; // It came when the clock had moved past what it announces.
    }
    tx.sql(
            """
            INSERT INTO judicial_delay (case_id, announced_at, expected_at)
            VALUES (:id, :at, :expected)
            ON CONFLICT (case_id, announced_at) DO UPDATE SET expected_at = excluded.expected_at
            """)
        .param("id", id.toString())
        .param("at", Times.micros(from))
        .param("expected", Times.micros(expected))
        .update();
    settle(tx, id);
  }

  /** Whether one more announcement is heard. */
  static boolean mayDelay(Reads tx, CaseId id) {
    return tx.sql("SELECT COUNT(*) FROM judicial_delay WHERE case_id = :id")
            .param("id", id.toString())
            .query(Long.class)
            .single()
        < DELAYS_MOST;
  }

  static void resume(Tx tx, CaseId id, Instant at) {
    tx.sql(
            """
            UPDATE suspension
            SET suspended_until = CASE WHEN suspended_at > :at THEN suspended_at ELSE :at END
            WHERE case_id = :id AND suspended_until IS NULL
            """)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
    settle(tx, id);
  }

  static void answer(Tx tx, CaseId id, Instant at) {
    resume(tx, id, at);
    tx.sql(
            """
            UPDATE deadline
            SET answered_at = CASE WHEN received_at > :at THEN received_at ELSE :at END
            WHERE case_id = :id AND answered_at IS NULL
            """)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
    WorkRows.settle(tx, id);
  }

  /**
   * What of a clock presses.
   *
   * @param runsUntil when the answer is due, while the clock runs
   */
  record Pressing(Optional<Instant> runsUntil, boolean answered, boolean triaged) {}

  static Pressing pressing(Tx tx, CaseId id) {
    return tx.sql(
            "SELECT due_at, stands_since, answered_at, triaged FROM deadline WHERE case_id = :id")
        .param("id", id.toString())
        .query((rs, n) -> {
          boolean stands = rs.getObject("stands_since") != null;
          return new Pressing(
              Times.instant(rs.getObject("due_at")).filter(due -> !stands),
              rs.getObject("answered_at") != null,
              rs.getLong("triaged") == 1);
        })
        .optional()
        .orElseGet(() -> new Pressing(Optional.empty(), false, false));
  }

  static boolean triaged(Reads tx, CaseId id) {
    return tx.sql("SELECT COUNT(*) FROM deadline WHERE case_id = :id AND triaged = 1")
            .param("id", id.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  static Optional<AccessClass> accessClass(Reads tx, CaseId id) {
    return tx.sql("SELECT access_class FROM deadline WHERE case_id = :id")
        .param("id", id.toString())
        .query(String.class)
        .optional()
        .map(AccessClass::valueOf);
  }

  static Optional<Deadline> read(Reads tx, CaseId id) {
    List<ClockEvent> events =
        tx.sql(
                """
                SELECT suspended_at AS at, suspended_until AS until, 0 AS delays
                FROM suspension
                WHERE case_id = :id
                UNION ALL
                SELECT announced_at, expected_at, 1
                FROM judicial_delay
                WHERE case_id = :id
                ORDER BY 1, 3
                """)
            .param("id", id.toString())
            .query(CaseClock::event)
            .list();
    return tx.sql(
            "SELECT rule, limit_micros, received_at, answered_at FROM deadline WHERE case_id = :id")
        .param("id", id.toString())
        .query((rs, n) -> deadline(rs, events))
        .optional();
  }

  /** The clocks of many cases at once; a case without one is not among them. */
  static Map<CaseId, Deadline> read(Reads tx, List<CaseId> ids) {
    Map<CaseId, Deadline> all = new HashMap<>();
    if (ids.isEmpty()) {
      return all;
    }
    List<String> names = ids.stream().map(CaseId::toString).toList();
    Map<String, List<ClockEvent>> events = new HashMap<>();
    tx.sql(
            """
            SELECT case_id, suspended_at AS at, suspended_until AS until, 0 AS delays
            FROM suspension
            WHERE case_id IN (:ids)
            UNION ALL
            SELECT case_id, announced_at, expected_at, 1
            FROM judicial_delay
            WHERE case_id IN (:ids)
            ORDER BY 2, 4
            """)
        .param("ids", names)
        .query((rs, n) ->
            events
                .computeIfAbsent(rs.getString("case_id"), id -> new ArrayList<>())
                .add(event(rs, n)))
        .list();
    tx.sql(
            """
            SELECT case_id, rule, limit_micros, received_at, answered_at
            FROM deadline
            WHERE case_id IN (:ids)
            """)
        .param("ids", names)
        .query((rs, n) ->
            all.put(
                CaseId.of(rs.getString("case_id")),
                deadline(rs, events.getOrDefault(rs.getString("case_id"), List.of()))))
        .list();
    return all;
  }

  /** Keeps what lists sort by: the due instant, and since when it moves on with the clock. */
  private static void settle(Tx tx, CaseId id) {
    Optional<Deadline> clock = read(tx, id);
    if (clock.isEmpty()) {
      return;
    }
    Deadline deadline = clock.get();
    Instant counted = lastMoved(deadline);
    Optional<Instant> stands =
        deadline.events().stream()
            .filter(event ->
                event instanceof ClockEvent.Suspended stood
                    && stood.until().isEmpty()
                    && !stood.at().isAfter(deadline.dueAt(stood.at())))
            .map(ClockEvent::at)
            .findFirst();
    tx.sql("UPDATE deadline SET due_at = :due, stands_since = :stands WHERE case_id = :id")
        .param("due", Times.micros(deadline.dueAt(stands.orElse(counted))))
        .param("stands", stands.map(Times::micros).orElse(null))
        .param("id", id.toString())
        .update();
    WorkRows.settle(tx, id);
  }

  private static Deadline deadline(ResultSet rs, List<ClockEvent> events) throws SQLException {
    return new Deadline(
        rs.getString("rule"),
        Times.instant(rs.getLong("received_at")),
        Duration.of(rs.getLong("limit_micros"), ChronoUnit.MICROS),
        events,
        Times.instant(rs.getObject("answered_at")));
  }

  private static ClockEvent event(ResultSet rs, int number) throws SQLException {
    Instant at = Times.instant(rs.getLong("at"));
    return rs.getLong("delays") == 1
        ? new ClockEvent.JudicialDelay(at, Times.instant(rs.getLong("until")))
        : new ClockEvent.Suspended(at, Times.instant(rs.getObject("until")));
  }

  private static long micros(Duration limit) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(limit));
  }
}
