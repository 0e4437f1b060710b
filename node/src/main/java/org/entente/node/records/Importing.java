package org.entente.node.records;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.intake.FileBroken;
import org.entente.intake.FileLayout;
import org.entente.intake.FileName;
import org.entente.intake.FirstLook;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Blobs;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.entente.node.work.Part;
import org.entente.node.work.Turns;
import org.entente.node.work.Turns.Turn;
import org.entente.node.work.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files become records: a file is taken in sealed, looked at with a proposed plan, and read in the
 * background once an officer confirmed the plan.
 *
 * <p><b>Guarantees.</b> Every row is taken or reported with its line and reason. The same file
 * again changes nothing; a newer one with the same keys updates. A node that was killed goes on
 * where the last batch ended.
 *
 * <p>Records that a newer file of the same register no longer holds are counted and named; an
 * officer says whether they are erased, kept or reviewed, and nothing happens to them before.
 */
public final class Importing implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(Importing.class);

  /** A file that nobody started within this time is removed. */
  static final Duration WAITS = Duration.ofDays(2);

  /** How often an import is begun without a row being taken, before it is given up. */
  static final int TRIES = 4;

  /** Officers' words begin an import; this is only how soon a failed one is tried again. */
  private static final Duration REST = Duration.ofMillis(500);

  /** A large file over a slow disk. */
  private static final Duration LONGEST_IMPORT = Duration.ofHours(12);

  private static final int FAULT_PAGE = 500;

  /** Records in one transaction. */
  private static final int SETTLED_AT_ONCE = 500;

  private final Store store;
  private final Journal journal;
  private final RecordContents contents;
  private final Uploads uploads;
  private final Blobs blobs;
  private final ImportRun run;
  private final Runnable written;
  private final InstantSource clock;
  private final Turns<ImportId> turns =
      new Turns<>("record-import", REST, LONGEST_IMPORT, this::take);

  private Importing(
      Records.Needs needs, RecordContents contents, IndexSecrets secrets, Runnable written) {
    this.store = needs.store();
    this.journal = needs.journal();
    this.clock = needs.clock();
    this.contents = contents;
    this.written = written;
    this.blobs = needs.files();
    this.uploads = new Uploads(blobs, contents);
    this.run = new ImportRun(store, journal, contents, secrets, uploads, clock, written);
  }

  static Importing of(
      Records.Needs needs, RecordContents contents, IndexSecrets secrets, Runnable written) {
    return new Importing(needs, contents, secrets, written);
  }

  /** Goes on with what was interrupted, and removes files that nobody started. */
  @Override
  public void start() {
    for (ImportRows.Row row : store.read(tx -> ImportRows.in(tx, FileState.RUNNING))) {
      turns.add(row.id());
    }
    clear();
    turns.start();
  }

  private void clear() {
    Instant now = clock.instant();
    if (!store.provenTime().erases(now)) {
      return;
    }
    Set<ImportId> wanted = new HashSet<>();
    for (ImportRows.Row row : store.read(tx -> ImportRows.in(tx, FileState.UPLOADED))) {
      if (row.uploadedAt().isBefore(now.minus(WAITS))) {
        end(row.id(), Journal.NODE);
      } else {
        wanted.add(row.id());
      }
    }
    try {
      for (UUID id : blobs.untouchedSince(now.minus(WAITS))) {
        ImportId file = new ImportId(id);
        if (!wanted.contains(file) && !turns.awaits(file)) {
          uploads.remove(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("The folder of uploaded files could not be cleared; the next start tries again.");
    }
  }

  /** Takes a file in. The stream is read to its end and not closed. */
  public Outcome<ImportId> receive(Officer by, String name, InputStream file) {
    if (!Rights.may(by, Right.IMPORT_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (!FileName.allowed(name)) {
      return Outcome.refused(RecordRefusal.FILE_NAME_NOT_ALLOWED);
    }
    ImportId id = ImportId.next();
    try {
      if (!uploads.room()) {
        return Outcome.refused(Usual.DISK_FULL);
      }
      Uploads.Taken taken = uploads.take(id, name, file);
      if (taken.bytes() <= 0) {
        return Outcome.refused(
            taken.bytes() == 0 ? RecordRefusal.FILE_EMPTY : RecordRefusal.FILE_TOO_LARGE);
      }
      store.write(tx -> {
        ImportRows.insert(tx, id, by.id(), taken.label(), taken.bytes(), clock.instant());
        return journal.append(
            tx,
            Event.RECORDS_UPLOADED,
            by.id().toString(),
            Map.of("import", id.toString(), "bytes", Long.toString(taken.bytes())),
            taken.label().hash());
      });
      return Outcome.done(id);
    } catch (IOException e) {
      return Outcome.refused(Usual.DISK_FAULT);
    }
  }

  /** Looks at the beginning of a file, read as it proposes. */
  public Outcome<FirstLook> look(Officer by, ImportId id) {
    return uploaded(by, id)
        .then(row -> look(() -> FirstLook.at(opening(row), Uploads.day(row.uploadedAt()))));
  }

  /** The same, read in the way an officer chose. */
  public Outcome<FirstLook> look(Officer by, ImportId id, FileLayout reading) {
    return uploaded(by, id)
        .then(
            row -> look(() -> FirstLook.at(opening(row), reading, Uploads.day(row.uploadedAt()))));
  }

  private FirstLook.Opening opening(ImportRows.Row row) {
    return () -> uploads.open(row.id(), row.file());
  }

  /** A look at a file that may be none. */
  private interface Looking {
    FirstLook look() throws IOException;
  }

  private static Outcome<FirstLook> look(Looking looking) {
    try {
      return Outcome.done(looking.look());
    } catch (FileBroken e) {
      return Outcome.refused(RecordRefusal.of(e));
    } catch (IOException e) {
      return Outcome.refused(Usual.DISK_FAULT);
    }
  }

  private Outcome<ImportRows.Row> uploaded(Officer by, ImportId id) {
    return row(by, id)
        .then(row ->
            row.state() == FileState.UPLOADED
                ? Outcome.done(row)
                : Outcome.refused(Usual.WRONG_STATE));
  }

  private Outcome<ImportRows.Row> row(Officer by, ImportId id) {
    if (!Rights.may(by, Right.IMPORT_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store
        .read(tx -> ImportRows.find(tx, id))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND));
  }

  /** Starts the import in the background. */
  public Outcome<ImportId> start(Officer by, ImportId id, Plan plan) {
    Outcome<ImportId> attempt =
        uploaded(by, id)
            .then(row -> {
              if (!plan.complete()) {
                return Outcome.refused(RecordRefusal.PLAN_INCOMPLETE);
              }
              Locked sealed = contents.lockPart(planRow(id), RecordJson.any(plan));
              return store.write(tx -> begin(tx, by, id, plan, sealed));
            });
    if (attempt instanceof Outcome.Done<ImportId>) {
      turns.add(id);
    }
    return attempt;
  }

  private Outcome<ImportId> begin(Tx tx, Officer by, ImportId id, Plan plan, Locked sealed) {
    if (!ImportRows.begin(tx, id, sealed)) {
      return Outcome.refused(Usual.WRONG_STATE);
    }
    Map<String, String> references = new HashMap<>();
    references.put("import", id.toString());
    references.put("kind", plan.kind().code());
    references.put("category", plan.category().code());
    references.put("offence", plan.offence().code());
    references.put("evaluation", plan.evaluation().code());
    references.put("erase-days", Integer.toString(plan.eraseDays()));
    references.put("partners", Integer.toString(plan.checkableBy().size()));
    journal.append(tx, Event.RECORDS_IMPORT_STARTED, by.id().toString(), references, sealed.hash());
    return Outcome.done(id);
  }

  /** What cannot be read at all is given up in the end. */
  private Turn take(ImportId id) {
    Optional<ImportRows.Row> row = store.read(tx -> ImportRows.find(tx, id));
    if (row.isEmpty() || row.get().state() != FileState.RUNNING) {
      return Turn.OVER;
    }
    if (store.write(tx -> ImportRows.tried(tx, id)) > TRIES) {
      run.giveUp(id);
    } else {
      run.run(row.get(), plan(row.get()).orElseThrow(), turns::goesOn);
    }
    return Turn.OVER;
  }

  private Optional<Plan> plan(ImportRows.Row row) {
    return row.plan().map(p -> RecordJson.any(contents.openPart(planRow(row.id()), p), Plan.class));
  }

  private static String planRow(ImportId id) {
    return "import-plan/" + id;
  }

  /** Stops an import, or gives up a file that was not started; what was taken stays. */
  public Outcome<ImportId> cancel(Officer by, ImportId id) {
    return row(by, id)
        .then(row ->
            end(id, by.id().toString()) ? Outcome.done(id) : Outcome.refused(Usual.WRONG_STATE));
  }

  private boolean end(ImportId id, String by) {
    boolean ended =
        store.write(tx -> {
          boolean done =
              ImportRows.end(tx, id, FileState.CANCELLED, Optional.empty(), clock.instant());
          if (done) {
            journal.append(
                tx,
                Event.RECORDS_IMPORT_ENDED,
                by,
                Map.of("import", id.toString(), "state", "cancelled"));
          }
          return done;
        });
    if (ended) {
      try {
        uploads.remove(id);
      } catch (IOException e) {
        LOG.warn("The sealed file of import {} could not be removed.", id);
      }
    }
    return ended;
  }

  public Outcome<ImportView> view(Officer by, ImportId id) {
    return row(by, id).then(row -> Outcome.done(view(row)));
  }

  /** The newest imports, newest first. */
  public Outcome<Paged<ImportView>> list(Officer by, Paged.Wanted wanted) {
    if (!Rights.may(by, Right.IMPORT_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return Outcome.done(store.read(tx -> ImportRows.newest(tx, wanted)).map(this::view));
  }

  private ImportView view(ImportRows.Row row) {
    return new ImportView(
        row.id(),
        row.by(),
        row.state(),
        uploads.name(row.id(), row.file()),
        row.sizeBytes(),
        row.bytesRead(),
        plan(row),
        row.counts(),
        row.departed(),
        row.busyMicros() == 0 ? 0 : row.counts().rows() * 1_000_000 / row.busyMicros(),
        row.stopped(),
        row.uploadedAt(),
        row.endedAt());
  }

  /**
   * A row that was not taken, or of which a field was not understood, with what stood in it.
   *
   * @param taken whether it is in the index all the same
   */
  public record FaultyRow(
      long line, String code, String field, boolean taken, Map<String, List<String>> cells) {
    @Override
    public String toString() {
      return "FaultyRow[" + line + "]";
    }
  }

  /** Hands out the rows that were not taken, in the order of the file; asking is an entry. */
  public Outcome<Long> faults(Officer by, ImportId id, Consumer<FaultyRow> each) {
    return row(by, id)
        .then(row -> {
          store.write(tx ->
              journal.append(
                  tx,
                  Event.RECORD_FAULTS_READ,
                  by.id().toString(),
                  Map.of("import", id.toString())));
          return Outcome.done(faults(id, each));
        });
  }

  private long faults(ImportId id, Consumer<FaultyRow> each) {
    long after = 0;
    while (true) {
      List<ImportRows.FaultRow> page = new ArrayList<>();
      long from = after;
      store.read(tx -> {
        ImportRows.faults(tx, id, from, FAULT_PAGE, page::add);
        return page.size();
      });
      if (page.isEmpty()) {
        return after;
      }
      for (ImportRows.FaultRow fault : page) {
        byte[] row = contents.openPart(Batch.faultRow(id, fault.position()), fault.row());
        each.accept(
            new FaultyRow(
                fault.line(), fault.code(), fault.field(), fault.taken(), RecordJson.cells(row)));
      }
      after = page.getLast().position();
    }
  }

  /**
   * Records of the register that the file of an import no longer held and that are still there;
   * asking is an entry.
   */
  public Outcome<List<RecordView>> departed(Officer by, ImportId id, int most) {
    return row(by, id)
        .then(row -> {
          Optional<Plan> plan = row.departed().open() ? plan(row) : Optional.empty();
          if (plan.isEmpty()) {
            return Outcome.done(List.of());
          }
          List<RecordRows.Row> rows =
              store.read(tx -> RecordRows.departed(tx, plan.get().register(id), "", most));
          store.write(tx ->
              journal.append(
                  tx,
                  Event.RECORDS_DEPARTED_READ,
                  by.id().toString(),
                  Map.of("import", id.toString(), "records", Integer.toString(rows.size()))));
          return Outcome.done(rows.stream().map(contents::view).toList());
        });
  }

  /** Says what is done with records that the register no longer holds. */
  public Outcome<ImportId> settle(Officer by, ImportId id, Departed.Choice choice) {
    if (choice == Departed.Choice.ERASE && !Rights.may(by, Right.ERASE_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return row(by, id)
        .then(row -> {
          Optional<Plan> plan = row.departed().open() ? plan(row) : Optional.empty();
          return plan.isEmpty()
              ? Outcome.refused(Usual.WRONG_STATE)
              : settle(by, id, plan.get().register(id), choice);
        });
  }

  /** The choice is kept with the last of them, so that what was interrupted is asked again. */
  private Outcome<ImportId> settle(
      Officer by, ImportId id, RecordRows.Register register, Departed.Choice choice) {
    Instant now = clock.instant();
    String after = "";
    while (true) {
      String from = after;
      List<RecordId> page =
          store.write(tx -> {
            List<RecordId> these =
                choice == Departed.Choice.KEEP
                    ? List.of()
                    : RecordRows.departed(tx, register, from, SETTLED_AT_ONCE).stream()
                        .map(RecordRows.Row::id)
                        .toList();
            settle(tx, by, these, choice, now);
            if (these.isEmpty() && ImportRows.settle(tx, id, choice)) {
              journal.append(
                  tx,
                  Event.RECORDS_DEPARTED_SETTLED,
                  by.id().toString(),
                  Map.of("import", id.toString(), "choice", choice.code()));
            }
            return these;
          });
      written.run();
      if (page.isEmpty()) {
        return Outcome.done(id);
      }
      after = page.getLast().toString();
    }
  }

  private void settle(
      Tx tx, Officer by, List<RecordId> these, Departed.Choice choice, Instant now) {
    if (choice == Departed.Choice.REVIEW && !these.isEmpty()) {
      RecordRows.review(tx, these, now);
    }
    if (choice == Departed.Choice.ERASE) {
      for (RecordId record : these) {
        RecordRows.erase(tx, record, now);
        journal.append(
            tx, Event.RECORD_ERASED, by.id().toString(), Map.of("record", record.toString()));
      }
    }
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
