package org.entente.node.records;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description.Read;
import org.entente.intake.FileBroken;
import org.entente.intake.FileLayout;
import org.entente.intake.FileName;
import org.entente.intake.FirstLook;
import org.entente.intake.Note;
import org.entente.intake.RowFault;
import org.entente.intake.SubjectJson;
import org.entente.intake.SubjectLines;
import org.entente.intake.SubjectLines.Line;
import org.entente.intake.SubjectList;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.entente.node.store.Vault.Locked;
import org.entente.node.work.Part;
import org.entente.node.work.Turns;
import org.entente.node.work.Turns.Turn;
import org.entente.node.work.Worker;
import org.entente.subject.Person;
import org.entente.subject.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists of persons, such as passengers of a flight, held against the national index.
 *
 * <p><b>Guarantees.</b> Every line is looked for once, also over a restart. A reason is asked for
 * and kept sealed with the ledger's entry. Of a list stays only what matched or could not be read,
 * sealed, and no longer than {@link #KEPT}; the list itself is destroyed when it was read.
 *
 * <p>Safe for use by many threads.
 */
public final class Screening implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(Screening.class);

  /** How long the lines that matched are kept. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** A list that nobody started within this time is destroyed. */
  static final Duration WAITS = Duration.ofDays(2);

  /** Records shown for one line. */
  private static final int MOST = 5;

  /** Lines in one transaction. */
  private static final int PAGE = 200;

  /** Officers' words begin a list; this is only how soon a failed one is tried again. */
  private static final Duration REST = Duration.ofMillis(500);

  /** A page of lines over an index that is slow. */
  private static final Duration LONGEST_PAGE = Duration.ofHours(1);

  private static final long LOOK_AGAIN_MILLIS = 1_000;

  private final Store store;
  private final Journal journal;
  private final RecordContents contents;
  private final Search search;
  private final InstantSource clock;
  private final Turns<ScreeningId> turns = new Turns<>("screening", REST, LONGEST_PAGE, this::take);

  Screening(
      Store store, Journal journal, RecordContents contents, Search search, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.search = search;
    this.clock = clock;
  }

  /** Goes on with what was interrupted. */
  @Override
  public void start() {
    store.read(ScreeningRows::running).forEach(turns::add);
    turns.start();
  }

  /** Takes a list in, sealed, and proposes how to read it. The stream is not closed. */
  public Outcome<ScreeningId> receive(Officer by, String name, InputStream list) {
    if (!Rights.may(by, Right.SCREEN_LISTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (!FileName.allowed(name)) {
      return Outcome.refused(RecordRefusal.FILE_NAME_NOT_ALLOWED);
    }
    try {
      byte[] bytes = list.readNBytes(SubjectList.MOST_BYTES + 1);
      if (bytes.length == 0) {
        return Outcome.refused(RecordRefusal.FILE_EMPTY);
      }
      if (bytes.length > SubjectList.MOST_BYTES) {
        return Outcome.refused(RecordRefusal.FILE_TOO_LARGE);
      }
      return taken(by, name, bytes);
    } catch (FileBroken e) {
      return Outcome.refused(RecordRefusal.of(e));
    } catch (IOException e) {
      return Outcome.refused(Usual.DISK_FAULT);
    }
  }

  private Outcome<ScreeningId> taken(Officer by, String name, byte[] bytes) throws IOException {
    FirstLook look = SubjectList.seen(bytes, Uploads.day(clock.instant()));
    long rows = new SubjectList(bytes, look.reading()).count();
    ScreeningId id = ScreeningId.next();
    ListPlan plan = new ListPlan(name.strip(), look.reading(), look.proposed(), "");
    Locked list = contents.lockPart(listRow(id), bytes);
    Locked sealed = contents.lockPart(planRow(id), RecordJson.any(plan));
    store.write(tx -> {
      ScreeningRows.insert(tx, id, by.id(), list, sealed, rows, clock.instant());
      return journal.append(
          tx,
          Event.LIST_UPLOADED,
          by.id().toString(),
          Map.of("screening", id.toString(), "rows", Long.toString(rows)),
          list.hash());
    });
    return Outcome.done(id);
  }

  /** Shows the beginning of a list that was not started yet, read as it proposes. */
  public Outcome<FirstLook> look(Officer by, ScreeningId id) {
    return waiting(by, id)
        .then(row -> read(() -> SubjectList.seen(bytes(row), Uploads.day(row.uploadedAt()))));
  }

  /** The same, read in the way an officer chose. */
  public Outcome<FirstLook> look(Officer by, ScreeningId id, FileLayout reading) {
    return waiting(by, id)
        .then(row ->
            read(() -> new SubjectList(bytes(row), reading).look(Uploads.day(row.uploadedAt()))));
  }

  /** Reads a list that may be none. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> Outcome<T> read(Reading<T> reading) {
    try {
      return Outcome.done(reading.read());
    } catch (FileBroken e) {
      return Outcome.refused(RecordRefusal.of(e));
    } catch (IOException e) {
      return Outcome.refused(Usual.DISK_FAULT);
    }
  }

  private Outcome<ScreeningRows.Row> waiting(Officer by, ScreeningId id) {
    return row(by, id)
        .then(row ->
            row.state() == FileState.UPLOADED
                ? Outcome.done(row)
                : Outcome.refused(Usual.WRONG_STATE));
  }

  private Outcome<ScreeningRows.Row> row(Officer by, ScreeningId id) {
    if (!Rights.may(by, Right.SCREEN_LISTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store
        .read(tx -> ScreeningRows.find(tx, id))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND));
  }

  /**
   * Starts in the background.
   *
   * @param reading how the list is read
   * @param columns what each column means
   * @param reason why the list is held against the index
   */
  public Outcome<ScreeningId> start(
      Officer by,
      ScreeningId id,
      FileLayout reading,
      Map<String, ColumnMeaning> columns,
      String reason) {
    Outcome<ScreeningId> attempt =
        waiting(by, id)
            .then(row -> {
              if (reason.length() > ListPlan.REASON_MAX) {
                return Outcome.refused(RecordRefusal.LIST_INCOMPLETE);
              }
              ListPlan plan = new ListPlan(plan(row).name(), reading, columns, reason.strip());
              return plan.complete()
                  ? read(() -> new SubjectList(bytes(row), reading).count())
                      .then(rows -> begin(by, id, plan, rows))
                  : Outcome.refused(RecordRefusal.LIST_INCOMPLETE);
            });
    if (attempt instanceof Outcome.Done<ScreeningId>) {
      turns.add(id);
    }
    return attempt;
  }

  private Outcome<ScreeningId> begin(Officer by, ScreeningId id, ListPlan plan, long rows) {
    Locked sealed = contents.lockPart(planRow(id), RecordJson.any(plan));
    return store.write(tx -> {
      if (!ScreeningRows.begin(tx, id, sealed, rows)) {
        return Outcome.<ScreeningId>refused(Usual.WRONG_STATE);
      }
      journal.append(
          tx,
          Event.SCREENING_STARTED,
          by.id().toString(),
          Map.of("screening", id.toString()),
          sealed.hash());
      return Outcome.done(id);
    });
  }

  /** What cannot be read at all is given up in the end. */
  private Turn take(ScreeningId id) throws InterruptedException {
    Optional<ScreeningRows.Row> row = store.read(tx -> ScreeningRows.find(tx, id));
    if (row.isEmpty() || row.get().state() != FileState.RUNNING) {
      return Turn.OVER;
    }
    if (store.write(tx -> ScreeningRows.tried(tx, id)) > Importing.TRIES) {
      end(id, Journal.NODE, FileState.STOPPED, Optional.of("defect"));
    } else {
      run(row.get());
    }
    return Turn.OVER;
  }

  private void run(ScreeningRows.Row row) throws InterruptedException {
    ListPlan plan = plan(row);
    Optional<String> stopped = Optional.empty();
    try (SubjectLines lines =
        list(row, plan).lines(plan.columns(), Uploads.day(row.uploadedAt()))) {
      lines.pass(row.rowsRead());
      long position = row.rowsRead();
      List<Line> page = lines.page(PAGE);
      while (!page.isEmpty()) {
        List<Screened> screened = screened(page);
        if (!turns.goesOn() || !write(row.id(), screened, position)) {
          return;
        }
        position += page.size();
        page = lines.page(PAGE);
      }
    } catch (IOException e) {
      stopped = Optional.of("file-broken");
    }
    end(row.id(), Journal.NODE, stopped.isEmpty() ? FileState.DONE : FileState.STOPPED, stopped);
  }

  /** A line with the records that it met; without a subject if it could not be read. */
  private record Screened(Line line, String fault, Optional<Subject> subject, List<Met> met) {}

  /** Lists that were read before have no probability of the search. */
  private record Met(String record, String through, @Nullable Double probability) {}

  /** What is kept of a line, sealed. */
  private record Kept(Map<String, List<String>> cells, byte[] subject, List<Met> met) {
    @Override
    public String toString() {
      return "Kept[…]";
    }
  }

  /** Waits where the index is silent; nothing once the node stops. */
  private List<Screened> screened(List<Line> page) throws InterruptedException {
    while (turns.goesOn()) {
      try {
        turns.works();
        return page.parallelStream().map(this::screened).toList();
      } catch (IndexSilent e) {
        LOG.debug("A list waits for the search index.", e);
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    }
    return List.of();
  }

  private Screened screened(Line line) {
    return switch (line.read()) {
      case Read.Faulty faulty ->
          new Screened(line, faulty.fault().code(), Optional.empty(), List.of());
      case Read.Meant meant ->
          new Screened(
              line, told(meant.notes()), Optional.of(meant.subject()), met(meant.subject()));
    };
  }

  /** What the search went without; empty if that was nothing. */
  private static String told(List<Note> notes) {
    return notes.stream()
        .map(Note::fault)
        .filter(fault ->
            switch (fault) {
              case NOT_TEXT,
                  NUMBER_DAMAGED,
                  DATE_NOT_READ,
                  DATE_AHEAD,
                  VALUE_TOO_LONG,
                  CELL_BROKEN,
                  NOT_FLAT,
                  NAME_MISSING ->
                  true;
              case ROW_TOO_LONG,
                  QUOTE_NOT_CLOSED,
                  CELLS_TOO_MANY,
                  NOT_JSON,
                  NUMBER_MISSING,
                  DATE_UNKNOWN,
                  COUNTRY_UNKNOWN,
                  COUNTRY_FORMER,
                  GENDER_UNKNOWN,
                  CODE_UNKNOWN,
                  KEY_TWICE,
                  KEY_MISSING ->
                  false;
            })
        .map(RowFault::code)
        .findFirst()
        .orElse("");
  }

  private List<Met> met(Subject subject) {
    List<Met> met = new ArrayList<>();
    if (subject instanceof Person person) {
      for (Search.Met each : search.met(Question.about(person), MOST)) {
        met.add(new Met(each.record().toString(), each.through().toString(), each.probability()));
      }
    }
    return met;
  }

  private boolean write(ScreeningId id, List<Screened> page, long before) {
    List<ScreeningRows.Line> kept = new ArrayList<>();
    long position = before;
    long met = 0;
    for (Screened each : page) {
      position++;
      met += each.met().isEmpty() ? 0 : 1;
      if (!each.met().isEmpty() || !each.fault().isEmpty()) {
        byte[] subject = each.subject().map(SubjectJson::bytes).orElse(new byte[0]);
        byte[] line = RecordJson.any(new Kept(each.line().cells(), subject, each.met()));
        Locked locked = contents.lockPart(lineRow(id, position), line);
        kept.add(new ScreeningRows.Line(position, each.line().line(), each.fault(), locked));
      }
    }
    long faults = kept.stream().filter(line -> !line.fault().isEmpty()).count();
    long lines = met;
    return store.write(tx -> {
      if (!ScreeningRows.advance(tx, id, page.size(), lines, faults)) {
        return false;
      }
      kept.forEach(line -> ScreeningRows.keep(tx, id, line));
      journal.append(
          tx,
          Event.RECORDS_SCREENED,
          Journal.NODE,
          Map.of(
              "screening", id.toString(),
              "rows", Integer.toString(page.size()),
              "met", Long.toString(lines)));
      return true;
    });
  }

  /** Gives a list up; what was found until then stays. */
  public Outcome<ScreeningId> cancel(Officer by, ScreeningId id) {
    return row(by, id)
        .then(row ->
            end(id, by.id().toString(), FileState.CANCELLED, Optional.empty())
                ? Outcome.done(id)
                : Outcome.refused(Usual.WRONG_STATE));
  }

  private boolean end(ScreeningId id, String by, FileState state, Optional<String> stopped) {
    return store.write(tx -> {
      boolean ended = ScreeningRows.end(tx, id, state, stopped, clock.instant());
      if (ended) {
        journal.append(
            tx,
            Event.SCREENING_ENDED,
            by,
            Map.of("screening", id.toString(), "state", state.code()));
      }
      return ended;
    });
  }

  public Outcome<ScreeningView> view(Officer by, ScreeningId id) {
    return row(by, id).then(row -> Outcome.done(view(row)));
  }

  /** The newest lists, newest first. */
  public Outcome<Paged<ScreeningView>> list(Officer by, Paged.Wanted wanted) {
    if (!Rights.may(by, Right.SCREEN_LISTS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return Outcome.done(store.read(tx -> ScreeningRows.newest(tx, wanted)).map(this::view));
  }

  private ScreeningView view(ScreeningRows.Row row) {
    return new ScreeningView(
        row.id(),
        row.by(),
        row.state(),
        plan(row),
        row.rowsAll(),
        row.rowsRead(),
        row.met(),
        row.faults(),
        row.stopped(),
        row.uploadedAt(),
        row.endedAt(),
        row.endedAt().map(at -> at.plus(KEPT)));
  }

  /**
   * The lines that matched or could not be read, in the order of the list; asking is an entry.
   *
   * @param after the position of the last line that was seen, 0 at first
   */
  public Outcome<List<ScreenedLine>> lines(Officer by, ScreeningId id, long after, int most) {
    return row(by, id)
        .then(row -> {
          List<ScreenedLine> lines = new ArrayList<>();
          for (ScreeningRows.Line line :
              store.read(tx -> ScreeningRows.lines(tx, id, after, most))) {
            lines.add(line(id, line));
          }
          store.write(tx ->
              journal.append(
                  tx,
                  Event.SCREENING_READ,
                  by.id().toString(),
                  Map.of("screening", id.toString(), "lines", Integer.toString(lines.size()))));
          return Outcome.done(lines);
        });
  }

  private ScreenedLine line(ScreeningId id, ScreeningRows.Line line) {
    Kept kept =
        RecordJson.any(contents.openPart(lineRow(id, line.position()), line.locked()), Kept.class);
    List<Found> found = new ArrayList<>();
    if (kept.subject().length > 0) {
      Comparison comparison = Comparison.with(SubjectJson.subject(kept.subject()));
      for (Met met : kept.met()) {
        search
            .found(RecordId.of(met.record()), RecordId.of(met.through()), comparison)
            .map(f ->
                met.probability() == null || !f.likeness().weighed()
                    ? f
                    : new Found(f.record(), f.through(), f.likeness().with(met.probability())))
            .ifPresent(found::add);
      }
    }
    return new ScreenedLine(line.position(), line.line(), line.fault(), kept.cells(), found);
  }

  /**
   * Kept lines about a person like this, the newest list first; no more than so many are opened.
   */
  Mentions.Opened<Mentions.Listed> mentions(Comparison comparison, int most) {
    List<Mentions.Listed> met = new ArrayList<>();
    int left = most;
    for (ScreeningRows.Row row : everyList()) {
      int page = Math.min(left, most);
      List<ScreeningRows.Line> lines =
          store.read(tx -> ScreeningRows.lines(tx, row.id(), 0, page + 1));
      if (lines.size() > page) {
        return new Mentions.Opened<>(met, false);
      }
      left -= lines.size();
      for (ScreeningRows.Line line : lines) {
        subject(row.id(), line)
            .ifPresent(subject -> {
              Likeness likeness = comparison.of(subject);
              if (Mentions.alike(likeness)) {
                met.add(
                    new Mentions.Listed(
                        row.id(), row.by(), row.uploadedAt(), line.line(), subject, likeness));
              }
            });
      }
    }
    return new Mentions.Opened<>(met, true);
  }

  /** Page by page: a person may stand in a list that is older than what officers look at. */
  private List<ScreeningRows.Row> everyList() {
    List<ScreeningRows.Row> all = new ArrayList<>();
    Paged.Wanted wanted = new Paged.Wanted(1, Paged.MOST);
    while (true) {
      Paged.Wanted next = wanted;
      Paged<ScreeningRows.Row> page = store.read(tx -> ScreeningRows.newest(tx, next));
      all.addAll(page.lines());
      if (!page.hasNext()) {
        return all;
      }
      wanted = new Paged.Wanted(wanted.number() + 1, Paged.MOST);
    }
  }

  private Optional<Subject> subject(ScreeningId id, ScreeningRows.Line line) {
    try {
      Kept kept =
          RecordJson.any(
              contents.openPart(lineRow(id, line.position()), line.locked()), Kept.class);
      return kept.subject().length == 0
          ? Optional.empty()
          : Optional.of(SubjectJson.subject(kept.subject()));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  /** Why a list was held against the index, for a caller that accounts for the look. */
  Optional<String> reason(ScreeningId id) {
    try {
      return store.read(tx -> ScreeningRows.find(tx, id)).map(row -> plan(row).reason());
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  /** Destroys lists that nobody started and expired lines. */
  void eraseDue() {
    Instant now = clock.instant();
    if (!store.provenTime().erases(now)) {
      return;
    }
    for (ScreeningId id : store.read(tx -> ScreeningRows.waitingSince(tx, now.minus(WAITS)))) {
      end(id, Journal.NODE, FileState.CANCELLED, Optional.empty());
    }
    for (ScreeningId id : store.read(tx -> ScreeningRows.endedBefore(tx, now.minus(KEPT)))) {
      store.write(tx -> {
        ScreeningRows.forget(tx, id);
        return journal.append(
            tx, Event.SCREENING_ERASED, Journal.NODE, Map.of("screening", id.toString()));
      });
    }
  }

  private ListPlan plan(ScreeningRows.Row row) {
    return RecordJson.any(contents.openPart(planRow(row.id()), row.plan()), ListPlan.class);
  }

  private SubjectList list(ScreeningRows.Row row, ListPlan plan) {
    return new SubjectList(bytes(row), plan.reading());
  }

  private byte[] bytes(ScreeningRows.Row row) {
    return contents.openPart(listRow(row.id()), row.list());
  }

  private static String listRow(ScreeningId id) {
    return "screening-list/" + id;
  }

  private static String planRow(ScreeningId id) {
    return "screening-plan/" + id;
  }

  private static String lineRow(ScreeningId id, long position) {
    return "screening-line/" + id + "/" + position;
  }

  @Override
  public Stream<Worker> workers() {
    return turns.workers();
  }

  @Override
  public void close() {
    turns.close();
  }
}
