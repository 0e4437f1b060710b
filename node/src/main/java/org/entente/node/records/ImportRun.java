package org.entente.node.records;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.entente.intake.FileBroken;
import org.entente.intake.RawRow;
import org.entente.intake.RowReader;
import org.entente.intake.RowReading;
import org.entente.intake.RowReading.Result;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One import from its file to the last row. A batch, its counts and its ledger entry are one
 * transaction; an import that was interrupted passes over the rows it had counted and goes on.
 */
final class ImportRun {
  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

  /** Rows in one transaction. */
  static final int BATCH = 1_000;

  /** Faults after which an import stops: the plan is wrong then, not the rows. */
  private static final int MOST_FAULTS = 100_000;

  private final Store store;
  private final Journal journal;
  private final RecordContents contents;
  private final IndexSecrets secrets;
  private final Uploads uploads;
  private final InstantSource clock;
  private final Runnable written;

  ImportRun(
      Store store,
      Journal journal,
      RecordContents contents,
      IndexSecrets secrets,
      Uploads uploads,
      InstantSource clock,
      Runnable written) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.secrets = secrets;
    this.uploads = uploads;
    this.clock = clock;
    this.written = written;
  }

  /** Runs until the end, a stop, or until the node closes; then it goes on at the next start. */
  void run(ImportRows.Row row, Plan plan, BooleanSupplier goOn) {
    Optional<String> stopped = Optional.empty();
    try {
      if (!rows(row, plan, goOn)) {
        return;
      }
    } catch (FileBroken e) {
      stopped = Optional.of("file-broken");
    } catch (TooManyFaults e) {
      stopped = Optional.of("too-many-faults");
    } catch (IOException e) {
      LOG.warn("The file of import {} could not be read.", row.id());
      stopped = Optional.of("disk-fault");
    }
    end(row.id(), stopped, Optional.of(plan));
  }

  /** Ends an import of which not even the plan could be used. */
  void giveUp(ImportId id) {
    end(id, Optional.of("defect"), Optional.empty());
  }

  private void end(ImportId id, Optional<String> stopped, Optional<Plan> plan) {
    FileState state = stopped.isEmpty() ? FileState.DONE : FileState.STOPPED;
    store.write(tx -> {
      boolean ended = ImportRows.end(tx, id, state, stopped, clock.instant());
      if (ended) {
        long departed = stopped.isEmpty() && plan.isPresent() ? departed(tx, id, plan.get()) : 0;
        journal.append(
            tx,
            Event.RECORDS_IMPORT_ENDED,
            Journal.NODE,
            Map.of(
                "import", id.toString(),
                "state", stopped.orElse("done"),
                "departed", Long.toString(departed)));
      }
      return ended;
    });
    try {
      uploads.remove(id);
    } catch (IOException e) {
      LOG.warn("The sealed file of import {} could not be removed; the next start tries.", id);
    }
  }

  /** Counts what the register no longer holds; an officer says what is done with it. */
  private static long departed(Tx tx, ImportId id, Plan plan) {
    long records = RecordRows.countDeparted(tx, plan.register(id));
    ImportRows.departed(tx, id, records);
    return records;
  }

  /** False if it was stopped in between, by an officer or by the node's closing. */
  private boolean rows(ImportRows.Row row, Plan plan, BooleanSupplier goOn) throws IOException {
    RowReading reading =
        new RowReading(
            plan.kind(), plan.columns(), plan.reading().cells(), Uploads.day(row.uploadedAt()));
    long position = store.read(tx -> ImportRows.lastFault(tx, row.id()));
    long faults = row.counts().faults();
    try (Counting file = new Counting(uploads.open(row.id(), row.file()));
        RowReader rows = plan.reading().rows(new BufferedInputStream(file, 1 << 16))) {
      rows.pass(row.counts().rows());
      long began = System.nanoTime();
      List<RawRow> page = rows.page(BATCH);
      while (!page.isEmpty()) {
        if (!goOn.getAsBoolean()) {
          return false;
        }
        List<Result> results = page.parallelStream().map(reading::read).toList();
        Batch batch = Batch.of(row, plan, results, position, contents, secrets, store);
        position += batch.listed();
        faults += batch.counts().faults();
        long now = System.nanoTime();
        if (!write(row.id(), batch, file.read, TimeUnit.NANOSECONDS.toMicros(now - began))) {
          return false;
        }
        began = now;
        if (faults >= MOST_FAULTS) {
          throw new TooManyFaults();
        }
        page = rows.page(BATCH);
      }
      return true;
    }
  }

  private boolean write(ImportId id, Batch batch, long bytes, long busyMicros) {
    ImportCounts counts = batch.counts();
    boolean going =
        store.write(tx -> {
          if (!ImportRows.advance(tx, id, counts, bytes, busyMicros)) {
            return false;
          }
          batch.write(tx, clock.instant());
          journal.append(tx, Event.RECORDS_IMPORTED, Journal.NODE, references(id, counts));
          return true;
        });
    written.run();
    return going;
  }

  private static Map<String, String> references(ImportId id, ImportCounts counts) {
    Map<String, String> references = new HashMap<>();
    references.put("import", id.toString());
    references.put("rows", Long.toString(counts.rows()));
    references.put("added", Long.toString(counts.added()));
    references.put("updated", Long.toString(counts.updated()));
    references.put("unchanged", Long.toString(counts.unchanged()));
    references.put("faults", Long.toString(counts.faults()));
    references.put("marked", Long.toString(counts.marked()));
    return references;
  }

  /** The plan is wrong rather than the rows. */
  private static final class TooManyFaults extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts what was read of a file. */
  private static final class Counting extends FilterInputStream {
    private volatile long read;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count(Math.max(0, n));
      return n;
    }

    /** Only ever called by the import's own thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void count(int bytes) {
      read += bytes;
    }
  }
}
