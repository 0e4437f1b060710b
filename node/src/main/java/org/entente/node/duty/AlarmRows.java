package org.entente.node.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.duty.Attempt;
import org.entente.duty.Chain;
import org.entente.duty.Moved;
import org.entente.duty.PersonId;
import org.entente.duty.PostId;
import org.entente.duty.Reach;
import org.entente.duty.Way;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/** Alarms and attempts in the database. */
final class AlarmRows {
  /** Attempts of one alarm that are shown; one that repeats for days has thousands. */
  private static final int TRIED_SHOWN = 40;

  private AlarmRows() {}

  /** An alarm with what it is about. */
  record Row(
      Alarm alarm,
      Sign sign,
      Instant raisedAt,
      Optional<Instant> acknowledgedAt,
      Optional<Instant> endedAt) {}

  /** Raises one unless the same is open; whether it did. */
  static boolean raise(Tx tx, Alarm alarm, Sign sign, Instant now) {
    return tx.sql(
                """
                INSERT INTO duty_alarm (id, post, kind, about, chain, generation, turn, state,
                  next_step, next_at, nobody_left, raised_at)
                VALUES (:id, :post, :kind, :about, :chain, :generation, :turn, 'RINGING',
                  0, :at, 0, :at)
                ON CONFLICT (post, kind, about) WHERE ended_at IS NULL DO NOTHING
                """)
            .param("id", alarm.id().toString())
            .param("post", alarm.post().value())
            .param("kind", sign.kind().name())
            .param("about", sign.about())
            .param("chain", alarm.chain().text())
            .param("generation", alarm.generation())
            .param("turn", alarm.turn())
            .param("at", Times.micros(now))
            .update()
        == 1;
  }

  /** Those that did not end, the oldest first. */
  static List<Row> open(Reads tx) {
    return tx.sql("SELECT * FROM duty_alarm WHERE ended_at IS NULL ORDER BY raised_at, id")
        .query(AlarmRows::row)
        .list();
  }

  /** What alarms of a post about measures and calls are open for. */
  static Set<Sign> ofMeasures(Reads tx, PostId post) {
    return new HashSet<>(
        tx.sql(
                """
                SELECT kind, about
                FROM duty_alarm
                WHERE post = :post AND kind IN (:kinds) AND ended_at IS NULL
                """)
            .param("post", post.value())
            .param(
                "kinds",
                Arrays.stream(AlarmKind.values())
                    .filter(AlarmKind::ofMeasures)
                    .map(AlarmKind::name)
                    .toList())
            .query(
                (rs, n) -> new Sign(AlarmKind.valueOf(rs.getString("kind")), rs.getString("about")))
            .list());
  }

  static Optional<Row> find(Reads tx, AlarmId id) {
    return tx.sql("SELECT * FROM duty_alarm WHERE id = :id")
        .param("id", id.toString())
        .query(AlarmRows::row)
        .optional();
  }

  /** Those that ended last. */
  static List<Row> ended(Reads tx, int most) {
    return tx.sql(
            """
            SELECT *
            FROM duty_alarm
            WHERE ended_at IS NOT NULL
            ORDER BY ended_at DESC, id LIMIT :most
            """)
        .param("most", most)
        .query(AlarmRows::row)
        .list();
  }

  /** Those raised since an instant, up to so many of the newest. */
  static List<Row> since(Reads tx, Instant from, int most) {
    return tx.sql(
            """
            SELECT *
            FROM duty_alarm
            WHERE raised_at >= :from
            ORDER BY raised_at DESC LIMIT :most
            """)
        .param("from", Times.micros(from))
        .param("most", most)
        .query(AlarmRows::row)
        .list();
  }

  static Set<AlarmId> unreached(Reads tx) {
    return new HashSet<>(
        tx.sql(
                """
                SELECT a.id
                FROM duty_alarm a
                JOIN duty_attempt t ON t.alarm_id = a.id AND t.generation = a.generation
                  AND t.step = a.next_step - 1
                WHERE a.ended_at IS NULL AND a.state = 'RINGING'
                GROUP BY a.id
                HAVING SUM(CASE WHEN t.state = 'FAILED' THEN 0 ELSE 1 END) = 0
                """)
            .query((rs, n) -> AlarmId.of(rs.getString("id")))
            .list());
  }

  /** Writes what became of an alarm; false when it changed meanwhile. */
  static boolean move(Tx tx, Alarm before, Moved after, Instant now) {
    Alarm alarm = after.alarm();
    Columns c = Columns.of(alarm.state());
    boolean moved =
        tx.sql(
                    """
                    UPDATE duty_alarm
                    SET generation = :generation, turn = :turn, state = :state, next_step = :step,
                      next_at = :next, nobody_left = :nobody, held_by = :by, held_at = :held,
                      ended_at = :ended,
                      acknowledged_at = COALESCE(acknowledged_at, CAST(:held AS BIGINT))
                    WHERE id = :id AND turn = :before
                    """)
                .param("generation", alarm.generation())
                .param("turn", alarm.turn())
                .param("state", c.state())
                .param("step", c.step())
                .param("next", micros(c.nextAt()))
                .param("nobody", c.nobodyLeft() ? 1 : 0)
                .param("by", c.by() == null ? null : c.by().value())
                .param("held", micros(c.heldAt()))
                .param("ended", micros(c.endedAt()))
                .param("id", alarm.id().toString())
                .param("before", before.turn())
                .update()
            == 1;
    if (!moved) {
      return false;
    }
    if (after.callsOff()) {
      tx.sql(
              """
              UPDATE duty_attempt
              SET state = 'CALLED_OFF', at = :now
              WHERE alarm_id = :alarm AND state = 'PENDING'
              """)
          .param("now", Times.micros(now))
          .param("alarm", alarm.id().toString())
          .update();
    }
    for (Reach reach : after.attempts()) {
      insert(tx, Attempt.of(alarm, after.step(), reach), now);
    }
    return true;
  }

  private record Columns(
      String state,
      int step,
      @Nullable Instant nextAt,
      boolean nobodyLeft,
      @Nullable PersonId by,
      @Nullable Instant heldAt,
      @Nullable Instant endedAt) {
    static Columns of(Alarm.State state) {
      return switch (state) {
        case Alarm.Ringing(int next, Instant nextAt, boolean nobodyLeft) ->
            new Columns("RINGING", next, nextAt, nobodyLeft, null, null, null);
        case Alarm.Acknowledged(PersonId by, Instant at, Instant decaysAt) ->
            new Columns("ACKNOWLEDGED", 0, decaysAt, false, by, at, null);
        case Alarm.TakenUp(PersonId by, Instant at) ->
            new Columns("TAKEN_UP", 0, null, false, by, at, null);
        case Alarm.Ended(Instant at) -> new Columns("ENDED", 0, null, false, null, null, at);
      };
    }
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : Times.micros(at);
  }

  private static void insert(Tx tx, Attempt attempt, Instant now) {
    tx.sql(
            """
            INSERT INTO duty_attempt (id, alarm_id, generation, step, officer_id, way, state, tries,
              begun_at, at)
            VALUES (:id, :alarm, :generation, :step, :officer, :way, 'PENDING', 0, :now, :now)
            """)
        .param("id", attempt.id().toString())
        .param("alarm", attempt.alarm().toString())
        .param("generation", attempt.generation())
        .param("step", attempt.step())
        .param("officer", attempt.reach().person().value())
        .param("way", attempt.reach().way().name())
        .param("now", Times.micros(now))
        .update();
  }

  /** Those that are not settled, of alarms that still ring. */
  static List<Attempt> unsettled(Reads tx) {
    return tx.sql(
            """
            SELECT t.*
            FROM duty_attempt t
            JOIN duty_alarm a ON a.id = t.alarm_id
            WHERE t.state IN ('PENDING', 'SENDING') AND a.state = 'RINGING'
              AND a.generation = t.generation
            ORDER BY t.begun_at, t.id
            """)
        .query(AlarmRows::attempt)
        .list();
  }

  /** The newest attempts of an alarm, the oldest of them first. */
  static List<Tried> tried(Reads tx, AlarmId alarm) {
    return tx.sql(
            """
            SELECT *
            FROM duty_attempt
            WHERE alarm_id = :alarm
            ORDER BY begun_at DESC, id DESC LIMIT :most
            """)
        .param("alarm", alarm.toString())
        .param("most", TRIED_SHOWN)
        .query((rs, n) ->
            new Tried(
                OfficerId.of(rs.getString("officer_id")),
                Way.valueOf(rs.getString("way")),
                Tried.State.valueOf(rs.getString("state")),
                Times.instant(rs.getLong("at")),
                Optional.ofNullable(rs.getString("reason"))))
        .list()
        .reversed();
  }

  /** Writes what became of an attempt; false when it, or its alarm, changed meanwhile. */
  static boolean settle(Tx tx, Attempt before, Attempt after, Instant now) {
    Tried.State begins = state(after.state());
    return tx.sql(
                """
                UPDATE duty_attempt
                SET state = :state, tries = :tries, at = :now, reason = :reason
                WHERE id = :id AND state = :before AND tries = :triesBefore
                  AND (:state <> 'SENDING' OR EXISTS (
                    SELECT 1
                    FROM duty_alarm a
                    WHERE a.id = duty_attempt.alarm_id AND a.state = 'RINGING'
                      AND a.generation = duty_attempt.generation))
                """)
            .param("state", begins.name())
            .param("tries", tries(after.state(), tries(before.state(), 0)))
            .param("now", Times.micros(now))
            .param(
                "reason",
                after.state() instanceof Attempt.Failed(Instant _, String reason) ? reason : null)
            .param("id", before.id().toString())
            .param("before", state(before.state()).name())
            .param("triesBefore", tries(before.state(), 0))
            .update()
        == 1;
  }

  /** Attempts that the pages of officers are to make heard now, confirmed or not. */
  static Map<OfficerId, Set<Listening.Call>> calls(Reads tx) {
    Map<OfficerId, Set<Listening.Call>> calls = new HashMap<>();
    tx.sql(
            """
            SELECT t.id, t.officer_id, t.alarm_id
            FROM duty_attempt t
            JOIN duty_alarm a ON a.id = t.alarm_id
            WHERE a.ended_at IS NULL AND a.state = 'RINGING' AND a.generation = t.generation
              AND t.way = 'BROWSER' AND t.state IN ('SENT', 'DELIVERED')
            """)
        .query((rs, n) ->
            calls
                .computeIfAbsent(OfficerId.of(rs.getString("officer_id")), id -> new HashSet<>())
                .add(
                    new Listening.Call(
                        UUID.fromString(rs.getString("id")), AlarmId.of(rs.getString("alarm_id")))))
        .list();
    return calls;
  }

  /** A page of this officer makes these attempts heard. */
  static void confirm(Tx tx, OfficerId officer, List<UUID> attempts, Instant now) {
    for (UUID attempt : attempts) {
      tx.sql(
              """
              UPDATE duty_attempt
              SET state = 'DELIVERED', at = :now
              WHERE id = :id AND officer_id = :officer AND way = 'BROWSER' AND state = 'SENT'
              """)
          .param("now", Times.micros(now))
          .param("id", attempt.toString())
          .param("officer", officer.toString())
          .update();
    }
  }

  /** How many attempts went to pages before this instant and were not confirmed. */
  static long unconfirmed(Reads tx, Instant before) {
    return tx.sql(
            """
            SELECT COUNT(*)
            FROM duty_attempt t
            JOIN duty_alarm a ON a.id = t.alarm_id
            WHERE a.ended_at IS NULL AND t.way = 'BROWSER' AND t.state = 'SENT' AND t.at < :before
            """)
        .param("before", Times.micros(before))
        .query(Long.class)
        .single();
  }

  /** Those have failed. */
  static int giveUp(Tx tx, Instant before, Instant now) {
    return tx.sql(
            """
            UPDATE duty_attempt
            SET state = 'FAILED', reason = 'no-page-confirmed', at = :now
            WHERE way = 'BROWSER' AND state = 'SENT' AND at < :before
              AND alarm_id IN (SELECT id FROM duty_alarm WHERE ended_at IS NULL)
            """)
        .param("now", Times.micros(now))
        .param("before", Times.micros(before))
        .update();
  }

  /** Erases alarms that ended before this instant, with their attempts. */
  static void forget(Tx tx, Instant before) {
    tx.sql(
            """
            DELETE FROM duty_attempt
            WHERE alarm_id IN (SELECT id FROM duty_alarm WHERE ended_at < :before)
            """)
        .param("before", Times.micros(before))
        .update();
    tx.sql("DELETE FROM duty_alarm WHERE ended_at < :before")
        .param("before", Times.micros(before))
        .update();
  }

  /** What left for this officer has come: they acted on the alarm. */
  static void read(Tx tx, AlarmId alarm, OfficerId by, Instant now) {
    tx.sql(
            """
            UPDATE duty_attempt
            SET state = 'READ', at = :now
            WHERE alarm_id = :alarm AND officer_id = :officer AND state IN ('SENT', 'DELIVERED')
            """)
        .param("now", Times.micros(now))
        .param("alarm", alarm.toString())
        .param("officer", by.toString())
        .update();
  }

  private static int tries(Attempt.State state, int otherwise) {
    return switch (state) {
      case Attempt.Pending(int tries) -> tries;
      case Attempt.Sending(Instant _, int tries) -> tries;
      case Attempt.Sent _,
          Attempt.Delivered _,
          Attempt.Read _,
          Attempt.Failed _,
          Attempt.CalledOff _ ->
          otherwise;
    };
  }

  private static Tried.State state(Attempt.State state) {
    return switch (state) {
      case Attempt.Pending _ -> Tried.State.PENDING;
      case Attempt.Sending _ -> Tried.State.SENDING;
      case Attempt.Sent _ -> Tried.State.SENT;
      case Attempt.Delivered _ -> Tried.State.DELIVERED;
      case Attempt.Read _ -> Tried.State.READ;
      case Attempt.Failed _ -> Tried.State.FAILED;
      case Attempt.CalledOff _ -> Tried.State.CALLED_OFF;
    };
  }

  private static Attempt attempt(ResultSet rs, int number) throws SQLException {
    int tries = rs.getInt("tries");
    Instant at = Times.instant(rs.getLong("at"));
    Attempt.State state =
        switch (Tried.State.valueOf(rs.getString("state"))) {
          case PENDING -> new Attempt.Pending(tries);
          case SENDING -> new Attempt.Sending(at, tries);
          case SENT -> new Attempt.Sent(at);
          case DELIVERED -> new Attempt.Delivered(at);
          case READ -> new Attempt.Read(at);
          case FAILED -> new Attempt.Failed(at, rs.getString("reason"));
          case CALLED_OFF -> new Attempt.CalledOff(at);
        };
    return new Attempt(
        UUID.fromString(rs.getString("id")),
        AlarmId.of(rs.getString("alarm_id")),
        rs.getLong("generation"),
        rs.getInt("step"),
        new Reach(new PersonId(rs.getString("officer_id")), Way.valueOf(rs.getString("way"))),
        state);
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        new Alarm(
            AlarmId.of(rs.getString("id")),
            new PostId(rs.getString("post")),
            Chain.parse(rs.getString("chain")),
            rs.getLong("generation"),
            rs.getLong("turn"),
            stateOf(rs)),
        new Sign(AlarmKind.valueOf(rs.getString("kind")), rs.getString("about")),
        Times.instant(rs.getLong("raised_at")),
        Times.instant(rs.getObject("acknowledged_at")),
        Times.instant(rs.getObject("ended_at")));
  }

  private static Alarm.State stateOf(ResultSet rs) throws SQLException {
    return switch (rs.getString("state")) {
      case "RINGING" ->
          new Alarm.Ringing(
              rs.getInt("next_step"),
              Times.instant(rs.getLong("next_at")),
              rs.getLong("nobody_left") == 1);
      case "ACKNOWLEDGED" ->
          new Alarm.Acknowledged(
              new PersonId(rs.getString("held_by")),
              Times.instant(rs.getLong("held_at")),
              Times.instant(rs.getLong("next_at")));
      case "TAKEN_UP" ->
          new Alarm.TakenUp(
              new PersonId(rs.getString("held_by")), Times.instant(rs.getLong("held_at")));
      default -> new Alarm.Ended(Times.instant(rs.getLong("ended_at")));
    };
  }
}
