package org.entente.node.checks;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreement.AuthorityId;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description;
import org.entente.intake.FileName;
import org.entente.intake.FirstLook;
import org.entente.intake.SubjectKind;
import org.entente.intake.SubjectLines.Line;
import org.entente.intake.SubjectList;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.checks.ListView.State;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.entente.node.store.Vault.Locked;

/**
 * Lists of persons about whom partners are asked: taken in by an analyst, released by a second
 * person, worked through in the background.
 *
 * <p><b>Guarantees.</b> Nothing is asked before another person has released it. Every line is asked
 * or told why not, also over a restart. The list is destroyed {@link #KEPT} after its end.
 *
 * <p>Safe for use by many threads.
 */
public final class Lists {
  /** How long a list and its results are kept. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** A list that nobody started or released within this time is destroyed. */
  static final Duration WAITS = Duration.ofDays(7);

  /** More lines are a register. */
  public static final long MOST_ROWS = 100_000;

  private final Needs n;

  /** What lists work with. */
  record Needs(
      Store store, Journal journal, ListSealed sealed, ListAsking asking, InstantSource clock) {}

  Lists(Needs needs) {
    this.n = needs;
  }

  /** Takes a list in, sealed. The stream is not closed. */
  public Outcome<ListId> receive(Officer by, String name, InputStream file) {
    if (!Rights.may(by, Right.ASK_WITH_LISTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    try {
      byte[] bytes = file.readNBytes(SubjectList.MOST_BYTES + 1);
      if (bytes.length == 0 || bytes.length > SubjectList.MOST_BYTES || !FileName.allowed(name)) {
        return Outcome.refused(CheckRefusal.LIST_UNREADABLE);
      }
      FirstLook look = SubjectList.seen(bytes, day(n.clock().instant()));
      long rows = new SubjectList(bytes, look.reading()).count();
      if (rows == 0 || rows > MOST_ROWS) {
        return Outcome.refused(CheckRefusal.LIST_UNREADABLE);
      }
      return taken(by, name.strip(), bytes, look, rows);
    } catch (IOException e) {
      return Outcome.refused(CheckRefusal.LIST_UNREADABLE);
    }
  }

  /** The day on which a list was written at the latest. */
  static LocalDate day(Instant uploaded) {
    return uploaded.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private Outcome<ListId> taken(Officer by, String name, byte[] bytes, FirstLook look, long rows) {
    ListId id = ListId.next();
    Locked list = n.sealed().lockList(id, bytes);
    Locked plan =
        n.sealed()
            .lockPlan(
                id,
                new ListView.Plan(
                    name, look.reading(), look.proposed(), List.of(), List.of(), Optional.empty()));
    n.store()
        .write(tx -> {
          ListRows.insert(tx, id, by.id(), list, plan, rows, n.clock().instant());
          return n.journal()
              .append(
                  tx,
                  Event.CHECK_LIST_UPLOADED,
                  by.id().toString(),
                  Map.of("list", id.toString(), "rows", Long.toString(rows)),
                  list.hash());
        });
    return Outcome.done(id);
  }

  /** Shows the beginning of a list that was not started yet. */
  public Outcome<FirstLook> look(Officer by, ListId id) {
    return row(by, id)
        .then(row -> {
          if (row.state() != State.UPLOADED) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          try {
            return Outcome.done(list(id, n.sealed().plan(row)).look(day(row.uploadedAt())));
          } catch (IOException e) {
            return Outcome.refused(CheckRefusal.LIST_UNREADABLE);
          }
        });
  }

  private SubjectList list(ListId id, ListView.Plan plan) {
    byte[] file = n.sealed().list(id, n.store().read(tx -> ListRows.list(tx, id)));
    return new SubjectList(file, plan.reading());
  }

  /** Says what the columns mean, whom to ask and why; another person has to release it then. */
  public Outcome<ListId> start(
      Officer by,
      ListId id,
      Map<String, ColumnMeaning> columns,
      Set<AuthorityId> partners,
      Set<String> agreements,
      Justification why) {
    if (!Rights.may(by, Right.ASK_WITH_LISTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<Refusal> fault = why.fault();
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    if (partners.isEmpty() || partners.size() > Asking.MOST_PARTNERS) {
      return Outcome.refused(CheckRefusal.NOBODY_CHOSEN);
    }
    if (!SubjectKind.PERSON.knownBy(columns.values())) {
      return Outcome.refused(Usual.NOTHING_ASKED);
    }
    Optional<Refusal> unnamed = n.asking().unnamed(partners, why, agreements);
    if (unnamed.isPresent()) {
      return Outcome.refused(unnamed.get());
    }
    return row(by, id)
        .then(row -> {
          ListView.Plan before = n.sealed().plan(row);
          ListView.Plan plan =
              new ListView.Plan(
                  before.name(),
                  before.reading(),
                  columns,
                  List.copyOf(new TreeSet<>(partners)),
                  List.copyOf(new TreeSet<>(agreements)),
                  Optional.of(why));
          Locked sealed = n.sealed().lockPlan(id, plan);
          return n.store()
              .write(tx -> {
                if (!ListRows.plan(tx, id, sealed)) {
                  return Outcome.refused(Usual.WRONG_STATE);
                }
                n.journal()
                    .append(
                        tx,
                        Event.CHECK_LIST_STARTED,
                        by.id().toString(),
                        Map.of("list", id.toString()),
                        sealed.hash());
                return Outcome.done(id);
              });
        });
  }

  /** Lets a list out; never the officer's own. */
  public Outcome<ListId> release(Officer by, ListId id) {
    Optional<Refusal> refusal = TwoHands.CHECK_LIST.againstSecond(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    Outcome<ListId> tried =
        n.store()
            .write(tx -> {
              Optional<ListRows.Row> row = ListRows.find(tx, id);
              if (row.isEmpty()) {
                return Outcome.<ListId>refused(Usual.NOT_FOUND);
              }
              Optional<Refusal> same = TwoHands.CHECK_LIST.againstSecond(by, row.get().by());
              if (same.isPresent()) {
                return Outcome.<ListId>refused(same.get());
              }
              if (!ListRows.release(tx, id, by.id())) {
                return Outcome.<ListId>refused(Usual.WRONG_STATE);
              }
              n.journal()
                  .append(
                      tx,
                      Event.CHECK_LIST_RELEASED,
                      by.id().toString(),
                      Map.of("list", id.toString()));
              return Outcome.done(id);
            });
    if (tried instanceof Outcome.Done<ListId>) {
      n.asking().enqueue(id);
    }
    return tried;
  }

  /** Begins again with a list that stands still because of a fault of this node. */
  public Outcome<ListId> again(Officer by, ListId id) {
    if (!Rights.may(by, Right.ASK_WITH_LISTS) && !Rights.may(by, Right.RELEASE_LISTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return row(by, id)
        .then(row -> {
          if (row.state() != State.RUNNING || !row.waits().equals(ListAsking.DEFECT)) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          n.asking().enqueue(id);
          return Outcome.done(id);
        });
  }

  /** Gives a list up; what was asked until then stays. */
  public Outcome<ListId> cancel(Officer by, ListId id) {
    Optional<Refusal> refusal = TwoHands.CHECK_LIST.againstWithdrawal(by);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return n.store()
        .write(tx -> {
          if (!ListRows.end(tx, id, State.CANCELLED, n.clock().instant())) {
            return Outcome.<ListId>refused(Usual.WRONG_STATE);
          }
          n.journal()
              .append(
                  tx,
                  Event.CHECK_LIST_ENDED,
                  by.id().toString(),
                  Map.of("list", id.toString(), "state", State.CANCELLED.code()));
          return Outcome.done(id);
        });
  }

  private Outcome<ListRows.Row> row(Officer by, ListId id) {
    if (!Rights.may(by, Right.READ_CHECK_LISTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return n.store()
        .read(tx -> ListRows.find(tx, id))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND));
  }

  public Outcome<ListView> view(Officer by, ListId id) {
    return row(by, id).then(row -> Outcome.done(view(row)));
  }

  /** The newest lists, newest first. */
  public Outcome<Paged<ListView>> newest(Officer by, Paged.Wanted wanted) {
    if (!Rights.may(by, Right.READ_CHECK_LISTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return Outcome.done(n.store().read(tx -> ListRows.newest(tx, wanted)).map(this::view));
  }

  private ListView view(ListRows.Row row) {
    return new ListView(
        row.id(),
        row.by(),
        row.releasedBy(),
        row.state(),
        n.sealed().plan(row),
        row.rowsAll(),
        row.rowsRead(),
        row.met(),
        row.faults(),
        row.waits(),
        row.uploadedAt(),
        row.endedAt().map(at -> at.plus(KEPT)));
  }

  /**
   * Lines that were worked through, in the order of the list; asking for them is an entry.
   *
   * @param passed lines that were seen before
   */
  public Outcome<List<ListedAnswers>> lines(Officer by, ListId id, long passed, int most) {
    return row(by, id)
        .then(row -> {
          int there = Math.clamp(row.rowsRead() - passed, 0, most);
          if (!row.kept() || there == 0) {
            return Outcome.done(List.of());
          }
          try {
            List<ListedAnswers> lines = lines(row, passed, there);
            n.store()
                .write(tx ->
                    n.journal()
                        .append(
                            tx,
                            Event.CHECK_READ,
                            by.id().toString(),
                            Map.of("list", id.toString())));
            return Outcome.done(lines);
          } catch (IOException e) {
            return Outcome.refused(CheckRefusal.LIST_UNREADABLE);
          }
        });
  }

  private List<ListedAnswers> lines(ListRows.Row row, long passed, int most) throws IOException {
    ListView.Plan plan = n.sealed().plan(row);
    List<Line> page =
        list(row.id(), plan).lines(plan.columns(), day(row.uploadedAt()), passed, most);
    Map<Long, CheckId> checks =
        n.store()
            .read(tx ->
                CheckRows.ofLines(
                    tx, row.id().toString(), page.getFirst().line(), page.getLast().line()));
    Map<CheckId, List<PartnerAnswer>> answers =
        n.store().read(tx -> CheckRows.answers(tx, checks.values()));
    List<ListedAnswers> lines = new ArrayList<>();
    for (Line line : page) {
      Optional<CheckId> check = Optional.ofNullable(checks.get(line.line()));
      String fault =
          line.read() instanceof Description.Read.Faulty faulty
              ? faulty.fault().code()
              : check.isEmpty() ? CheckRefusal.TOO_LITTLE_SAID.code() : "";
      List<PartnerAnswer> came = check.map(answers::get).orElse(List.of());
      lines.add(new ListedAnswers(line.line(), line.cells(), fault, check, came));
    }
    return lines;
  }

  /** Destroys expired lists. */
  void eraseDue() {
    Instant now = n.clock().instant();
    if (!n.store().provenTime().erases(now)) {
      return;
    }
    for (ListId id : n.store().read(tx -> ListRows.over(tx, now.minus(KEPT), now.minus(WAITS)))) {
      n.store()
          .write(tx -> {
            ListRows.end(tx, id, State.CANCELLED, now);
            ListRows.destroy(tx, id);
            return n.journal()
                .append(tx, Event.CHECK_ERASED, Journal.NODE, Map.of("list", id.toString()));
          });
    }
  }
}
