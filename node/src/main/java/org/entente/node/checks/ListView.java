package org.entente.node.checks;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FileLayout;
import org.entente.node.officers.OfficerId;

/**
 * How far a list is.
 *
 * @param rowsAll lines of the list
 * @param rowsRead of these, so far
 * @param met lines with at least one possible match
 * @param faults lines that could not be read
 * @param waits why it waits, a stable code; empty when it does not
 * @param keptUntil when list and results are destroyed; empty while it runs
 */
public record ListView(
    ListId id,
    OfficerId by,
    Optional<OfficerId> releasedBy,
    State state,
    Plan plan,
    long rowsAll,
    long rowsRead,
    long met,
    long faults,
    String waits,
    Instant uploadedAt,
    Optional<Instant> keptUntil) {
  /** Where a list is. */
  public enum State {
    /** Its columns are not confirmed yet. */
    UPLOADED,
    /** A second person has to release it. */
    WAITING,
    RUNNING,
    DONE,
    CANCELLED;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How a list is read, whom it is asked of and why.
   *
   * @param agreements hashes of those that the analyst named
   * @param why empty until it was started
   */
  public record Plan(
      String name,
      FileLayout reading,
      Map<String, ColumnMeaning> columns,
      List<AuthorityId> partners,
      List<String> agreements,
      Optional<Justification> why) {
    public Plan {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
      partners = List.copyOf(partners);
      agreements = List.copyOf(agreements);
    }

    @Override
    public String toString() {
      return "Plan[…]";
    }
  }

  /** How much of the list was asked, in hundredths. */
  public int percent() {
    return rowsAll == 0 ? 100 : Math.clamp(100 * rowsRead / rowsAll, 0, 100);
  }

  @Override
  public String toString() {
    return "ListView[" + id + "]";
  }
}
