package org.entente.node.records;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Note;
import org.entente.intake.RawRow;
import org.entente.intake.RowFault;
import org.entente.intake.RowReading.Result;
import org.entente.intake.SubjectJson;
import org.entente.node.records.RecordRows.Known;
import org.entente.node.records.RecordRows.Written;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * Rows that are written in one transaction: what is new, what says something else than before, what
 * is the same, what is faulty. Sealing is done before the transaction, so that the one writer is
 * kept short.
 */
final class Batch {
  /** Rows and fields of one import that are listed with what was wrong; the others are counted. */
  static final long MOST_LISTED = 200_000;

  private final ImportId importId;
  private final String source;
  private final Provisions usual;
  private final RecordContents contents;
  private final IndexSecrets secrets;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<ImportRows.FaultRow> wrong = new ArrayList<>();
  private long faults;
  private long marked;
  private final List<RecordId> same = new ArrayList<>();
  private final Set<RecordId> fresh = new HashSet<>();
  private long unchanged;

  private Batch(ImportRows.Row imported, Plan plan, RecordContents contents, IndexSecrets secrets) {
    this.importId = imported.id();
    this.source = plan.source();
    this.usual = plan.provisions(imported.uploadedAt());
    this.contents = contents;
    this.secrets = secrets;
  }

  private record Keyed(
      Result.Ready ready, Provisions provisions, String key, String digest, byte[] content) {}

  private record Draft(RecordId id, Keyed keyed, Locked locked) {}

  /** What was wrong with a row, or with a field of one that was taken. */
  private record Wrong(RawRow row, Note note, boolean taken) {}

  /** Prepares everything but the transaction. */
  static Batch of(
      ImportRows.Row imported,
      Plan plan,
      List<Result> rows,
      long position,
      RecordContents contents,
      IndexSecrets secrets,
      Store store) {
    Batch batch = new Batch(imported, plan, contents, secrets);
    List<Wrong> wrong = new ArrayList<>();
    List<Keyed> keyed =
        rows.parallelStream()
            .filter(Result.Ready.class::isInstance)
            .map(r -> batch.keyed((Result.Ready) r))
            .toList();
    for (Result result : rows) {
      if (result instanceof Result.Faulty faulty) {
        batch.faults++;
        wrong.add(new Wrong(faulty.row(), new Note(faulty.fault(), faulty.field()), false));
      } else if (result instanceof Result.Ready ready && !ready.notes().isEmpty()) {
        batch.marked++;
        ready.notes().forEach(note -> wrong.add(new Wrong(ready.row(), note, true)));
      }
    }
    List<Draft> open = batch.sort(keyed, wrong, store);
    batch.drafts.addAll(open.parallelStream().map(batch::locked).toList());
    batch.lock(wrong, position);
    return batch;
  }

  private Keyed keyed(Result.Ready ready) {
    byte[] content = SubjectJson.bytes(ready.described());
    Provisions provisions = provisions(ready);
    byte[] whole = RecordJson.any(List.of(ready.described(), provisions.toString()));
    String digest = secrets.digest(whole);
    String key =
        ready.described().key().isEmpty()
            ? secrets.digest(content)
            : secrets.digest(("key:" + ready.described().key()).getBytes(StandardCharsets.UTF_8));
    return new Keyed(ready, provisions, key, digest, content);
  }

  /** A row whose handling was not understood is for nobody else until an officer looked at it. */
  private Provisions provisions(Result.Ready ready) {
    Provisions stated = usual.but(ready.stated());
    return ready.notes().stream().anyMatch(note -> note.fault() == RowFault.CODE_UNKNOWN)
        ? stated.forNobodyElse()
        : stated;
  }

  /** Tells new from known; what stays is to be sealed and written. */
  private List<Draft> sort(List<Keyed> keyed, List<Wrong> wrong, Store store) {
    Map<String, Known> known =
        new HashMap<>(
            store.read(tx ->
                RecordRows.known(
                    tx, source, keyed.stream().map(Keyed::key).collect(Collectors.toSet()))));
    List<Draft> open = new ArrayList<>();
    for (Keyed each : keyed) {
      Known before = known.get(each.key());
      if (before != null && !before.erased() && before.digest().equals(each.digest())) {
        unchanged++;
        same.add(before.id());
      } else if (before != null && before.importId().equals(importId) && !before.erased()) {
        faults++;
        marked -= each.ready().notes().isEmpty() ? 0 : 1;
        wrong.removeIf(w -> w.row().line() == each.ready().row().line());
        wrong.add(
            new Wrong(
                each.ready().row(), new Note(RowFault.KEY_TWICE, ColumnMeaning.KEY.code()), false));
      } else {
        RecordId id = before == null ? RecordId.next() : before.id();
        if (before == null || before.erased()) {
          fresh.add(id);
        }
        open.add(new Draft(id, each, NOT_YET));
        known.put(each.key(), new Known(id, each.digest(), false, importId));
      }
    }
    return open;
  }

  private static final Locked NOT_YET = new Locked(new byte[0], new byte[0], new byte[0], "");

  private Draft locked(Draft draft) {
    return new Draft(draft.id(), draft.keyed(), contents.lock(draft.id(), draft.keyed().content()));
  }

  private void lock(List<Wrong> all, long position) {
    long at = position;
    for (Wrong each : all.stream().limit(Math.max(0, MOST_LISTED - position)).toList()) {
      byte[] row = RecordJson.any(each.row().cells());
      Locked locked = contents.lockPart(faultRow(importId, ++at), row);
      wrong.add(
          new ImportRows.FaultRow(
              at,
              each.row().line(),
              each.note().fault().code(),
              each.note().field(),
              each.taken(),
              locked));
    }
  }

  static String faultRow(ImportId id, long position) {
    return "import-fault/" + id + "/" + position;
  }

  /** Rows and fields that are listed. */
  int listed() {
    return wrong.size();
  }

  ImportCounts counts() {
    long added = drafts.stream().filter(d -> fresh.contains(d.id())).count();
    return new ImportCounts(
        drafts.size() + unchanged + faults,
        added,
        drafts.size() - added,
        unchanged,
        faults,
        marked);
  }

  /** Writes the batch, in the caller's transaction. */
  void write(Tx tx, Instant now) {
    long revision = RecordRows.newest(tx);
    for (Draft draft : drafts) {
      if (!fresh.contains(draft.id())) {
        RecordRows.forget(tx, draft.id());
      }
      RecordRows.put(
          tx,
          new Written(
              draft.id(),
              source,
              draft.keyed().key(),
              draft.keyed().ready().described().kind(),
              draft.keyed().digest(),
              draft.locked(),
              draft.keyed().provisions(),
              importId,
              ++revision),
          now);
    }
    RecordRows.metAgain(tx, same, importId);
    wrong.forEach(row -> ImportRows.fault(tx, importId, row));
  }
}
