package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.duty.PostId;
import org.entente.node.officers.OfficerId;

/**
 * A watch that changes hands. Signed by who goes and accepted by who comes, apart from each other:
 * neither waits for the other.
 *
 * @param signedBy who went; empty where they did not sign
 * @param accepted by whom and when; empty until somebody did
 * @param page what was handed over; empty where it was erased
 * @param hash of the page, as the ledger has it
 */
public record HandOver(
    UUID id,
    PostId post,
    Instant madeAt,
    Optional<OfficerId> signedBy,
    Optional<Accepted> accepted,
    Optional<Page> page,
    String hash) {
  /** How far ahead a page looks for what is due: a watch. */
  public static final Duration AHEAD = Duration.ofHours(12);

  /** Lines of one list; who has more has no overview anyhow, and the work list has them all. */
  public static final int LINES_MOST = 99;

  /** The longest note. */
  public static final int NOTE_MOST = 4_000;

  /** Who took the watch on. */
  public record Accepted(OfficerId by, Instant at) {}

  /**
   * What whoever comes has to know, by references alone, and what the one who goes adds.
   *
   * @param alarms that did not end
   * @param due answers that are due within {@link #AHEAD}, or late
   * @param judges matters that wait for a judge
   * @param linesDown partners whom nothing reaches
   * @param note what was promised, to whom and until when
   */
  public record Page(
      List<OpenAlarm> alarms,
      List<Matter> due,
      List<Matter> judges,
      List<String> linesDown,
      String note) {
    public Page {
      alarms = List.copyOf(alarms);
      due = List.copyOf(due);
      judges = List.copyOf(judges);
      linesDown = List.copyOf(linesDown);
    }

    /** The same with what the one who goes adds. */
    Page with(String more) {
      return new Page(alarms, due, judges, linesDown, more);
    }

    @Override
    public String toString() {
      return "Page[…]";
    }
  }

  /**
   * An alarm that did not end.
   *
   * @param about the reference of a case, or a partner's identifier; may be empty
   */
  public record OpenAlarm(AlarmKind kind, String about, AlarmView.State state, Instant raisedAt) {}

  /** A matter by its reference. */
  public record Matter(String id, String reference, String partner, Optional<Instant> due) {}
}
