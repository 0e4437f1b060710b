package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.Urgency;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Query;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of cases, sort by and narrow to. The columns are settled with each event, so that
 * a page of a list is read along an index.
 */
final class WorkRows {
  private WorkRows() {}

  /** A case as a list reads it. */
  record Line(
      CaseRows.Row file,
      WorkLine.Last last,
      Optional<OfficerId> lastBy,
      Optional<OfficerId> holder,
      NextStep step) {}

  /**
   * Whose view it is, and when.
   *
   * @param officers the officer and those whose deputy the officer is
   * @param dayEnds when the officer's day ends
   */
  record Seen(Set<OfficerId> officers, Instant dayEnds) {}

  private static final int RUNS = 0;
  private static final int URGENT = 1;
  private static final int ORDINARY = 2;
  private static final int ANSWERED = 3;

  /** A message of the case moved: what is shown as the last event, and what follows from it. */
  static void happened(
      Tx tx, CaseId id, ActKind kind, MessageState state, Instant at, @Nullable OfficerId by) {
    tx.sql(
            """
            UPDATE case_file
            SET last_kind = :kind, last_state = :state, last_at = :at, last_by = :by
            WHERE id = :id
            """)
        .param("kind", kind.name())
        .param("state", state.name())
        .param("at", Times.micros(at))
        .param("by", by == null ? null : by.toString())
        .param("id", id.toString())
        .update();
    settle(tx, id);
  }

  /** Settles the next step and what the lists sort by, after something of the case changed. */
  static void settle(Tx tx, CaseId id) {
    Optional<CaseRows.Row> found = CaseRows.find(tx, id);
    if (found.isEmpty()) {
      return;
    }
    CaseRows.Row file = found.get();
    CaseClock.Pressing clock = CaseClock.pressing(tx, id);
    NextStep step =
        NextStep.of(file, MessageRows.pending(tx, id), clock.triaged(), RouteRows.awaited(tx, id));
    boolean toRead = step == NextStep.CLOSE;
    int pressure =
        clock.answered() && !toRead
            ? ANSWERED
            : clock.runsUntil().isPresent() && !toRead
                ? RUNS
                : file.urgency() == Urgency.URGENT ? URGENT : ORDINARY;
    Instant at =
        pressure == RUNS
            ? clock.runsUntil().orElseThrow()
            : toRead ? lastAt(tx, id) : file.openedAt();
    tx.sql(
            """
            UPDATE case_file
            SET step = :step, turn = :turn, pressure = :pressure, presses_at = :at
            WHERE id = :id
            """)
        .param("step", step.name())
        .param("turn", step.turn().name())
        .param("pressure", pressure)
        .param("at", Times.micros(at))
        .param("id", id.toString())
        .update();
  }

  private static Instant lastAt(Reads tx, CaseId id) {
    return Times.instant(
        tx.sql("SELECT last_at FROM case_file WHERE id = :id")
            .param("id", id.toString())
            .query(Long.class)
            .single()
            .longValue());
  }

  private static String condition(WorkView view) {
    return switch (view) {
      case NEW -> "c.closed_at IS NULL AND c.holder IS NULL AND c.turn = 'DESK'";
      case MINE -> "c.closed_at IS NULL AND c.holder IN (:officers)";
      case DUE -> "c.closed_at IS NULL AND c.pressure = 0 AND c.presses_at < :dayEnds";
      case PARTNER -> "c.turn = 'PARTNER'";
      case AUTHORITY -> "c.turn = 'AUTHORITY'";
      // Also where a partner ended the matter meanwhile.
      case RELEASE -> "c.turn = 'APPROVER'";
      case OPEN -> "c.closed_at IS NULL";
      case CLOSED -> "c.closed_at IS NOT NULL";
    };
  }

  private static String order(WorkView view) {
    return view == WorkView.CLOSED
        ? "c.closed_at DESC, c.id DESC"
        : "c.pressure, c.presses_at, c.id";
  }

  private static final String NARROWED =
      """
       AND (:partner = '' OR c.partner = :partner) AND (:opening = '' OR c.opening = :opening)
       AND (:offence = '' OR c.offence = :offence)
       AND (:urgency = '' OR c.urgency = :urgency) AND (:side = '' OR c.side = :side)
       AND (:holder = '' OR c.holder = :holder)
      """;

  private static String where(WorkView view, WorkFilter filter) {
    return condition(view) + (filter.isEmpty() ? "" : NARROWED);
  }

  private static Query with(Query sql, Seen seen, WorkFilter filter) {
    return sql.param("officers", seen.officers().stream().map(OfficerId::toString).toList())
        .param("dayEnds", Times.micros(seen.dayEnds()))
        .param("partner", filter.partner().map(p -> p.value()).orElse(""))
        .param("opening", filter.opening().map(Enum::name).orElse(""))
        .param("offence", filter.offence().map(Enum::name).orElse(""))
        .param("urgency", filter.urgency().map(Enum::name).orElse(""))
        .param("side", filter.side().map(Enum::name).orElse(""))
        .param("holder", filter.holder().map(OfficerId::toString).orElse(""));
  }

  static String counting(WorkView view, WorkFilter filter) {
    return """
    SELECT COUNT(*)
    FROM case_file c
    WHERE %s
    """
        .formatted(where(view, filter));
  }

  static String paging(WorkView view, WorkFilter filter) {
    return """
    SELECT c.*
    FROM case_file c
    WHERE %s
    ORDER BY %s
    LIMIT :size OFFSET :offset
    """
        .formatted(where(view, filter), order(view));
  }

  static long count(Reads tx, WorkView view, Seen seen, WorkFilter filter) {
    return with(tx.sql(counting(view, filter)), seen, filter).query(Long.class).single();
  }

  static Paged<Line> page(
      Reads tx, WorkView view, Seen seen, WorkFilter filter, Paged.Wanted wanted) {
    return Paged.of(
        count(tx, view, seen, filter),
        wanted,
        page ->
            with(tx.sql(paging(view, filter)), seen, filter)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(WorkRows::line)
                .list());
  }

  static final String DUE =
      """
      SELECT c.*
      FROM case_file c
      WHERE c.closed_at IS NULL AND c.pressure = 0 AND (:all OR c.holder IN (:officers))
      ORDER BY c.pressure, c.presses_at, c.id LIMIT :size OFFSET :offset
      """;

  /** Matters whose clock runs, by when they are due; those of some officers or all. */
  static Paged<Due> due(Reads tx, Seen seen, boolean all, Paged.Wanted wanted) {
    List<String> officers = seen.officers().stream().map(OfficerId::toString).toList();
    long total =
        tx.sql(
                """
                SELECT COUNT(*)
                FROM case_file c
                WHERE c.closed_at IS NULL AND c.pressure = 0 AND (:all OR c.holder IN (:officers))
                """)
            .param("all", all)
            .param("officers", officers)
            .query(Long.class)
            .single();
    return Paged.of(
        total,
        wanted,
        page ->
            tx.sql(DUE)
                .param("all", all)
                .param("officers", officers)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(WorkRows::due)
                .list());
  }

  private static Due due(ResultSet rs, int number) throws SQLException {
    CaseRows.Row file = CaseRows.row(rs, number);
    return new Due(
        file.id(),
        file.reference(),
        file.partner(),
        file.side(),
        file.urgency(),
        Optional.ofNullable(rs.getString("holder")).map(OfficerId::of),
        Times.instant(rs.getLong("presses_at")));
  }

  /** These cases, in no order. */
  static List<Line> lines(Reads tx, Collection<CaseId> ids) {
    return ids.isEmpty()
        ? List.of()
        : tx.sql("SELECT c.* FROM case_file c WHERE c.id IN (:ids)")
            .param("ids", ids.stream().map(CaseId::toString).toList())
            .query(WorkRows::line)
            .list();
  }

  /** How many matters of these officers moved since they opened them, and not by themselves. */
  static long unread(Reads tx, OfficerId officer, Seen seen) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM case_file c
            LEFT JOIN case_seen s ON s.case_id = c.id AND s.officer_id = :officer
            WHERE c.closed_at IS NULL AND c.holder IN (:officers)
              AND COALESCE(s.seen_at, 0) < c.last_at AND COALESCE(c.last_by, '') <> :officer
            """)
        .param("officer", officer.toString())
        .param("officers", seen.officers().stream().map(OfficerId::toString).toList())
        .query(Long.class)
        .single();
  }

  static void seen(Tx tx, OfficerId officer, CaseId id, Instant at) {
    tx.sql(
            """
            INSERT INTO case_seen (officer_id, case_id, seen_at)
            VALUES (:officer, :case, :at)
            ON CONFLICT (officer_id, case_id) DO UPDATE SET seen_at = excluded.seen_at
            """)
        .param("officer", officer.toString())
        .param("case", id.toString())
        .param("at", Times.micros(at))
        .update();
  }

  /** When the officer opened these cases last. */
  static Map<CaseId, Instant> seen(Reads tx, OfficerId officer, Collection<CaseId> ids) {
    Map<CaseId, Instant> seen = new HashMap<>();
    if (!ids.isEmpty()) {
      tx.sql(
              """
              SELECT case_id, seen_at
              FROM case_seen
              WHERE officer_id = :officer AND case_id IN (:ids) AND seen_at IS NOT NULL
              """)
          .param("officer", officer.toString())
          .param("ids", ids.stream().map(CaseId::toString).toList())
          .query((rs, n) ->
              seen.put(CaseId.of(rs.getString("case_id")), Times.instant(rs.getLong("seen_at"))))
          .list();
    }
    return seen;
  }

  /** Which of these cases a list named to the officer on a day already. */
  static Set<CaseId> named(Reads tx, OfficerId officer, Collection<CaseId> ids, long day) {
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            tx.sql(
                    """
                    SELECT case_id
                    FROM case_seen
                    WHERE officer_id = :officer AND case_id IN (:ids) AND named_on = :day
                    """)
                .param("officer", officer.toString())
                .param("ids", ids.stream().map(CaseId::toString).toList())
                .param("day", day)
                .query((rs, n) -> CaseId.of(rs.getString("case_id")))
                .list());
  }

  static void name(Tx tx, OfficerId officer, CaseId id, long day) {
    tx.sql(
            """
            INSERT INTO case_seen (officer_id, case_id, named_on)
            VALUES (:officer, :case, :day)
            ON CONFLICT (officer_id, case_id) DO UPDATE SET named_on = excluded.named_on
            """)
        .param("officer", officer.toString())
        .param("case", id.toString())
        .param("day", day)
        .update();
  }

  /** Who opened a case is in the ledger; what lists remember of it goes with its content. */
  static void forgetSeen(Tx tx, CaseId id) {
    tx.sql("DELETE FROM case_seen WHERE case_id = :id").param("id", id.toString()).update();
  }

  static Optional<OfficerId> holder(Tx tx, CaseId id) {
    return tx.sql("SELECT holder FROM case_file WHERE id = :id AND holder IS NOT NULL")
        .param("id", id.toString())
        .query(String.class)
        .optional()
        .map(OfficerId::of);
  }

  static void hold(Tx tx, CaseId id, @Nullable OfficerId holder) {
    tx.sql("UPDATE case_file SET holder = :holder WHERE id = :id")
        .param("holder", holder == null ? null : holder.toString())
        .param("id", id.toString())
        .update();
  }

  static void deputise(Tx tx, OfficerId officer, OfficerId deputy, Instant until) {
    tx.sql(
            """
            INSERT INTO deputy (officer_id, deputy_id, until)
            VALUES (:officer, :deputy, :until)
            ON CONFLICT (officer_id) DO UPDATE
            SET deputy_id = excluded.deputy_id, until = excluded.until
            """)
        .param("officer", officer.toString())
        .param("deputy", deputy.toString())
        .param("until", Times.micros(until))
        .update();
  }

  static void undeputise(Tx tx, OfficerId officer) {
    tx.sql("DELETE FROM deputy WHERE officer_id = :officer")
        .param("officer", officer.toString())
        .update();
  }

  /** Whose deputy an officer is now. */
  static List<OfficerId> deputyOf(Reads tx, OfficerId deputy, Instant now) {
    return tx.sql("SELECT officer_id FROM deputy WHERE deputy_id = :deputy AND until > :now")
        .param("deputy", deputy.toString())
        .param("now", Times.micros(now))
        .query((rs, n) -> OfficerId.of(rs.getString("officer_id")))
        .list();
  }

  /** Who does an officer's work now, and until when. */
  static Optional<Holding.Deputy> deputy(Reads tx, OfficerId officer, Instant now) {
    return tx.sql("SELECT deputy_id, until FROM deputy WHERE officer_id = :id AND until > :now")
        .param("id", officer.toString())
        .param("now", Times.micros(now))
        .query((rs, n) ->
            new Holding.Deputy(
                OfficerId.of(rs.getString("deputy_id")), Times.instant(rs.getLong("until"))))
        .optional();
  }

  private static Line line(ResultSet rs, int number) throws SQLException {
    return new Line(
        CaseRows.row(rs, number),
        new WorkLine.Last(
            Optional.ofNullable(rs.getString("last_kind")).map(ActKind::valueOf),
            Optional.ofNullable(rs.getString("last_state")).map(MessageState::valueOf),
            Times.instant(rs.getLong("last_at"))),
        Optional.ofNullable(rs.getString("last_by")).map(OfficerId::of),
        Optional.ofNullable(rs.getString("holder")).map(OfficerId::of),
        NextStep.valueOf(rs.getString("step")));
  }
}
