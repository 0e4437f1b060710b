package org.entente.node.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.agreement.Deadline;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;

/**
 * The work list: what an officer has to see to, the most pressing first. Whom a matter is about is
 * read from the message that opened it and kept nowhere else, so that a list says what the case
 * says: corrected, restricted and erased like it.
 *
 * <p><b>Guarantees.</b> Each page is read along an index; nothing is cut. A name that a list shows
 * is in the ledger as a look, once a day for each officer and matter. Safe for use by many threads.
 */
public final class Worklist {
  /** Identifiers that one entry of a look names. */
  private static final int IN_ONE_ENTRY = 30;

  private final Store store;
  private final Journal journal;
  private final Contents contents;
  private final Corrections corrections;
  private final InstantSource clock;

  Worklist(
      Store store,
      Journal journal,
      Contents contents,
      Corrections corrections,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.corrections = corrections;
    this.clock = clock;
  }

  /** How many lines each view has. */
  public Map<WorkView, Long> counts(Officer officer, WorkFilter filter) {
    return counts(officer, filter, EnumSet.allOf(WorkView.class));
  }

  /** The same of some views alone. */
  public Map<WorkView, Long> counts(Officer officer, WorkFilter filter, Set<WorkView> views) {
    Map<WorkView, Long> counts = new EnumMap<>(WorkView.class);
    boolean reads = Rights.may(officer, Right.READ_CASES);
    store.read(tx -> {
      WorkRows.Seen seen = seen(tx, officer);
      for (WorkView view : views) {
        counts.put(view, reads ? WorkRows.count(tx, view, seen, filter) : 0L);
      }
      return counts;
    });
    return counts;
  }

  /** How many of the officer's matters moved since they were opened last. */
  public long unread(Officer officer) {
    return Rights.may(officer, Right.READ_CASES)
        ? store.read(tx -> WorkRows.unread(tx, officer.id(), seen(tx, officer)))
        : 0;
  }

  /** A page of a view; the names on it are a look. */
  public Paged<WorkLine> page(
      Officer officer, WorkView view, WorkFilter filter, Paged.Wanted wanted) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return Paged.nothing();
    }
    Paged<WorkLine> page =
        store.read(tx -> {
          Paged<WorkRows.Line> rows = WorkRows.page(tx, view, seen(tx, officer), filter, wanted);
          return rows.with(lines(tx, officer, rows.lines()));
        });
    noteNames(officer, page.lines());
    return page;
  }

  /** These matters, in the order in which they are given; the names are a look. */
  public List<WorkLine> lines(Officer officer, Collection<CaseId> ids) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return List.of();
    }
    List<WorkLine> found =
        store.read(tx -> {
          Map<CaseId, WorkRows.Line> rows =
              WorkRows.lines(tx, ids).stream()
                  .collect(Collectors.toMap(line -> line.file().id(), Function.identity()));
          return lines(
              tx, officer, ids.stream().distinct().map(rows::get).filter(r -> r != null).toList());
        });
    noteNames(officer, found);
    return found;
  }

  /** What is due, the soonest first, up to {@link Paged#MOST}: no names, so no look. */
  public Paged<Due> due(Officer officer, boolean mine) {
    return Rights.may(officer, Right.READ_CASES)
        ? store.read(
            tx -> WorkRows.due(tx, seen(tx, officer), !mine, new Paged.Wanted(1, Paged.MOST)))
        : Paged.nothing();
  }

  /**
   * The matter that stands next in a view, for a step that was just taken on another one.
   *
   * @param after the matter of that step, which is not offered again
   */
  public Optional<CaseId> next(Officer officer, WorkView view, CaseId after) {
    return !Rights.may(officer, Right.READ_CASES)
        ? Optional.empty()
        : store.read(tx ->
            WorkRows.page(tx, view, seen(tx, officer), WorkFilter.NONE, new Paged.Wanted(1, 2))
                .lines()
                .stream()
                .map(line -> line.file().id())
                .filter(id -> !id.equals(after))
                .findFirst());
  }

  private WorkRows.Seen seen(Reads tx, Officer officer) {
    Instant now = clock.instant();
    Set<OfficerId> officers = new HashSet<>(WorkRows.deputyOf(tx, officer.id(), now));
    officers.add(officer.id());
    Instant dayEnds =
        now.atZone(officer.zone())
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(officer.zone())
            .toInstant();
    return new WorkRows.Seen(officers, dayEnds);
  }

  private List<WorkLine> lines(Reads tx, Officer officer, List<WorkRows.Line> rows) {
    List<CaseId> ids = rows.stream().map(line -> line.file().id()).toList();
    Map<CaseId, Deadline> deadlines = CaseClock.read(tx, ids);
    Map<CaseId, MessageState> pending = MessageRows.pending(tx, ids);
    Map<CaseId, Instant> seen = WorkRows.seen(tx, officer.id(), ids);
    Map<MessageId, MessageRows.Row> openings = new HashMap<>();
    MessageRows.find(tx, rows.stream().map(line -> new MessageId(line.file().request())).toList())
        .forEach(row -> openings.put(row.id(), row));
    return rows.stream()
        .map(row -> {
          CaseId id = row.file().id();
          Optional<MessageRows.Row> opening =
              Optional.ofNullable(openings.get(new MessageId(row.file().request())));
          boolean unread =
              !row.lastBy().equals(Optional.of(officer.id()))
                  && seen.getOrDefault(id, Instant.MIN).isBefore(row.last().at());
          return new WorkLine(
              Cases.summary(
                  row.file(),
                  Optional.ofNullable(deadlines.get(id)),
                  Optional.ofNullable(pending.get(id))),
              opening.map(
                  message -> corrections.applied(tx, message.id(), contents.forReading(message))),
              opening.flatMap(message -> message.header().act().urgencyReason()),
              row.last(),
              unread,
              row.holder(),
              row.step());
        })
        .toList();
  }

  /** A list is a look at those whom it names: an entry for each it had not named that day. */
  private void noteNames(Officer officer, List<WorkLine> lines) {
    long day = clock.instant().atZone(officer.zone()).toLocalDate().toEpochDay();
    List<CaseId> shown =
        lines.stream().filter(WorkLine::names).map(line -> line.summary().id()).toList();
    Set<CaseId> before = store.read(tx -> WorkRows.named(tx, officer.id(), shown, day));
    List<CaseId> first = shown.stream().filter(id -> !before.contains(id)).toList();
    if (first.isEmpty()) {
      return;
    }
    store.write(tx -> {
      for (int from = 0; from < first.size(); from += IN_ONE_ENTRY) {
        List<CaseId> some = first.subList(from, Math.min(first.size(), from + IN_ONE_ENTRY));
        some.forEach(id -> WorkRows.name(tx, officer.id(), id, day));
        Map<String, String> references = new TreeMap<>();
        Several.put(references, "cases", some.stream().map(CaseId::toString).toList(), " ");
        journal.append(tx, Event.CASES_LISTED, officer.id().toString(), references);
      }
      return first.size();
    });
  }
}
