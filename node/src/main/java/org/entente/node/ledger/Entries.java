package org.entente.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ledger.LedgerEntry;
import org.entente.node.store.Store;
import org.entente.node.store.Times;

/**
 * Reads the ledger by time and event, newest first: the present log and those that ended when a
 * backup was restored. Reads only. Safe for use by many threads.
 */
public final class Entries {
  /** More is not read in one go; the caller asks for the next page. */
  public static final int MOST = 5_000;

  private static final String COLUMNS = "position, event, at, entry";
  private static final String WHERE =
      """
      WHERE at >= :from AND at < :until AND event IN (:events) AND (at < :at
        OR (at = :at AND position < :position))
      ORDER BY at DESC, position DESC LIMIT :limit
      """;

  private final Store store;

  public Entries(Store store) {
    this.store = store;
  }

  /**
   * Which entries.
   *
   * @param from the first instant
   * @param until the first instant after the period
   */
  public record Wanted(Set<Event> events, Instant from, Instant until) {
    public Wanted {
      events = Set.copyOf(events);
    }
  }

  /**
   * An entry with the log it stands in.
   *
   * @param log 0 for the present one, otherwise the number of one that ended
   */
  public record Line(long log, LedgerEntry entry) {
    /** Where it stands in the order of entries. */
    public Place place() {
      return new Place(entry.time(), entry.index());
    }

    /** Whether the present log holds it, so that its proof can be asked for. */
    public boolean present() {
      return log == 0;
    }
  }

  /** A place in the order of entries: what comes after it is older. */
  public record Place(Instant at, long position) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** As it stands in an address. */
    @Override
    public String toString() {
      return Times.micros(at) + "-" + position;
    }

    /** Reads one; empty where the text is none. */
    public static Optional<Place> of(String text) {
      Matcher matcher = TEXT.matcher(text);
      return matcher.matches()
          ? Optional.of(
              new Place(
                  Times.instant(Long.parseLong(matcher.group(1))),
                  Long.parseLong(matcher.group(2))))
          : Optional.empty();
    }
  }

  /**
   * Shows what is wanted, newest first, until the reader has seen enough. Holds a page at a time.
   *
   * @param before only what is older than this place
   * @param look takes an entry, or refuses it and everything older
   * @return whether nothing was refused
   */
  public boolean each(Wanted wanted, Optional<Place> before, Predicate<Line> look) {
    List<Line> page = newest(wanted, before, MOST);
    while (!page.isEmpty()) {
      for (Line line : page) {
        if (!look.test(line)) {
          return false;
        }
      }
      page = newest(wanted, Optional.of(page.getLast().place()), MOST);
    }
    return true;
  }

  /**
   * The newest entries that are wanted, newest first.
   *
   * @param before only what is older than this place
   * @param limit how many, at most {@link #MOST}
   */
  public List<Line> newest(Wanted wanted, Optional<Place> before, int limit) {
    if (wanted.events().isEmpty()) {
      return List.of();
    }
    Instant at = before.map(Place::at).orElse(wanted.until());
    String present =
        """
        SELECT 0 AS log, %s FROM ledger_entry %s
        """
            .formatted(COLUMNS, WHERE);
    String former =
        """
        SELECT log, %s FROM former_entry %s
        """
            .formatted(COLUMNS, WHERE);
    return store.read(tx ->
        tx.sql(
                """
                SELECT log, %s, CASE WHEN log = 0 THEN (SELECT hash
                FROM ledger_node
                WHERE level = 0 AND ledger_node.position = lines.position) END AS leaf
                FROM (SELECT * FROM (%s) AS p UNION ALL SELECT * FROM (%s) AS f) AS lines
                ORDER BY at DESC, position DESC LIMIT :limit
                """
                    .formatted(COLUMNS, present, former))
            .param("from", Times.micros(wanted.from()))
            .param("until", Times.micros(wanted.until()))
            .param("events", wanted.events().stream().map(Event::code).toList())
            .param("at", Times.micros(at))
            .param("position", before.map(Place::position).orElse(0L))
            .param("limit", Math.min(limit, MOST))
            .query(Entries::line)
            .list());
  }

  private static Line line(ResultSet rs, int number) throws SQLException {
    return new Line(rs.getLong("log"), StoredEntry.read(rs, number));
  }
}
