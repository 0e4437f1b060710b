package org.entente.node.records;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.store.Blobs;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.node.work.Lifecycle;
import org.entente.node.work.Part;
import org.entente.node.work.Worker;
import org.entente.seal.OpeningGrant;

/**
 * The national index: what partners may check and officers search.
 *
 * <p><b>Guarantees.</b> Every search, every look at a record, every change is an entry in the
 * ledger, written with the act itself; entries carry references, counts and salted hashes. What a
 * search asked is kept sealed beside its entry.
 *
 * <p><b>Does not guarantee</b> that a record is found in the instant it was imported: the index
 * follows the store by moments, and says how far it is.
 */
public final class Records implements Part {
  /** What one search shows; an officer who sees so many may have to say more. */
  public static final int SHOWN = Search.SHOWN;

  /** The same while an officer is still typing. */
  public static final int SHOWN_TYPING = Search.SHOWN_TYPING;

  /** How often expired records are erased. */
  private static final Duration ERASING = Duration.ofHours(6);

  /** How long it is kept what officers searched for, as long as what they asked partners. */
  static final int SEARCHES_KEPT_YEARS = 3;

  /** Records erased in one transaction when their time is over. */
  private static final int ERASED_AT_ONCE = 500;

  private final Store store;
  private final Journal journal;
  private final RecordContents contents;
  private final Search search;
  private final IndexFollower follower;
  private final Duplicates duplicates;
  private final Importing importing;
  private final CrossCheck crossCheck;
  private final Screening screening;
  private final TakenIn takenIn;
  private final SharedThings sharedThings;
  private final Mentions mentions;
  private final InstantSource clock;
  private final Lifecycle parts;

  /**
   * What the index needs.
   *
   * @param files where uploaded files wait, sealed, for their import
   * @param index folder of the embedded search index; it holds nothing else
   * @param requests folder of the index of those whom requests are about; it holds nothing else
   * @param casework where requests come and go
   */
  public record Needs(
      Store store,
      Journal journal,
      Vault vault,
      OpeningGrant ownRecords,
      Blobs files,
      Path index,
      Path requests,
      Casework casework,
      InstantSource clock) {}

  private Records(Needs needs, RecordIndex index, RecordIndex requests) {
    this.store = needs.store();
    this.journal = needs.journal();
    this.clock = needs.clock();
    this.contents = new RecordContents(needs.vault(), needs.ownRecords());
    IndexSecrets secrets = IndexSecrets.of(store, contents);
    IndexTerms terms = new IndexTerms(secrets);
    this.search = new Search(store, contents, index, terms);
    this.duplicates = new Duplicates(store, journal, contents, index, terms, clock);
    this.follower = new IndexFollower(store, contents, index, terms, secrets, duplicates);
    this.importing = Importing.of(needs, contents, secrets, follower::nudge);
    this.sharedThings = new SharedThings(store, journal, needs.casework(), secrets);
    this.takenIn =
        new TakenIn(store, journal, needs.casework(), contents, secrets, follower::nudge, clock);
    this.screening = new Screening(store, journal, contents, search, clock);
    RequestIndex byRequest =
        new RequestIndex(
            requests, terms, needs.casework().requestSubjects(), secrets.fingerprint());
    this.mentions = new Mentions(store, contents, search, byRequest, screening, needs.casework());
    this.crossCheck =
        new CrossCheck(
            store,
            journal,
            needs.casework(),
            contents,
            secrets,
            search,
            byRequest,
            follower,
            clock);
    this.parts =
        new Lifecycle(
            index::close,
            requests::close,
            follower.worker(),
            importing,
            crossCheck.worker(),
            sharedThings.worker(),
            screening,
            Worker.every("record-end", ERASING, this::end));
  }

  private void end() {
    eraseDue();
    forgetSearches();
    screening.eraseDue();
  }

  /** Forgets on which grounds matches beside a case were decided. */
  public static void forget(Tx tx, CaseId id) {
    MatchRows.forgetGrounds(tx, id);
  }

  /** The index in its embedded form. */
  public static Records embedded(Needs needs) {
    try {
      return new Records(
          needs, EmbeddedIndex.open(needs.index()), EmbeddedIndex.open(needs.requests()));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the search index cannot be used", e);
    }
  }

  /**
   * The index on a search cluster.
   *
   * @param name of this node on the cluster
   */
  public static Records on(SearchCluster cluster, String name, Needs needs) {
    return new Records(
        needs,
        new ClusterIndex(cluster, "entente-" + name + "-records"),
        new ClusterIndex(cluster, "entente-" + name + "-requests"));
  }

  /** Begins to follow the store, and goes on with imports that were interrupted. */
  @Override
  public void start() throws IOException {
    if (store.restored()) {
      eraseWhile(tx -> RecordRows.unreadable(tx, ERASED_AT_ONCE));
    }
    parts.start();
  }

  @Override
  public Stream<Worker> workers() {
    return parts.workers();
  }

  public Importing importing() {
    return importing;
  }

  public Duplicates duplicates() {
    return duplicates;
  }

  /** Requests compared with the index and with each other. */
  public CrossCheck crossCheck() {
    return crossCheck;
  }

  /** Of which things several matters tell. */
  public SharedThings sharedThings() {
    return sharedThings;
  }

  /** What is taken from messages of partners. */
  public TakenIn takenIn() {
    return takenIn;
  }

  /** Lists held against the index. */
  public Screening screening() {
    return screening;
  }

  /** Where records, searches, lists and requests mention a person. */
  public Mentions mentions() {
    return mentions;
  }

  /** Searches; the likeliest first, each with the reasons. */
  public Outcome<List<Found>> search(Question question, Officer officer) {
    if (!Rights.may(officer, Right.SEARCH_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (question.asksNothing()) {
      return Outcome.refused(Usual.NOTHING_ASKED);
    }
    List<Found> found;
    try {
      found = search.find(question);
    } catch (IndexSilent e) {
      return Outcome.refused(Usual.INDEX_SILENT);
    }
    noted(
        question,
        officer,
        found.size(),
        (tx, asked) -> noteFound(tx, officer, asked, found.size()));
    return Outcome.done(found);
  }

  /** What writes the entries of a search in the unit that keeps what was asked. */
  private interface Entries {
    void write(Tx tx, QuestionRows.Row asked);
  }

  /** Keeps what was asked, sealed beside the entries of the search. */
  private void noted(Question question, Officer officer, long found, Entries entries) {
    String id = Generators.timeBasedEpochRandomGenerator().generate().toString();
    Locked sealed = contents.lockPart("record-question/" + id, RecordJson.any(question));
    QuestionRows.Row asked = new QuestionRows.Row(id, officer.id(), clock.instant(), sealed, found);
    store.write(tx -> {
      QuestionRows.insert(tx, asked);
      entries.write(tx, asked);
      return found;
    });
  }

  private void noteFound(Tx tx, Officer officer, QuestionRows.Row asked, int found) {
    journal.append(
        tx,
        Event.RECORDS_SEARCHED,
        officer.id().toString(),
        Map.of("question", asked.id(), "found", Integer.toString(found)),
        asked.locked().hash());
  }

  /**
   * What one search over everything found.
   *
   * @param records of the index; none for an officer who may not search it
   * @param cases with a request about such a person that was sent or received, the likeliest first
   */
  public record LookedUp(List<Found> records, List<CaseId> cases) {
    public LookedUp {
      records = List.copyOf(records);
      cases = List.copyOf(cases);
    }

    @Override
    public String toString() {
      return "LookedUp[…]";
    }
  }

  /**
   * Searches the index and those whom requests are about, each as far as the officer may see it.
   * What was asked is kept sealed beside the entries, as with {@link #search}.
   */
  public Outcome<LookedUp> lookUp(Question question, Officer officer) {
    boolean index = Rights.may(officer, Right.SEARCH_RECORDS);
    boolean cases = Rights.may(officer, Right.READ_CASES);
    if (!index && !cases) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (question.asksNothing()) {
      return Outcome.refused(Usual.NOTHING_ASKED);
    }
    LookedUp found;
    try {
      found =
          new LookedUp(
              index ? search.find(question) : List.of(),
              cases ? mentions.casesAbout(question) : List.of());
    } catch (IndexSilent e) {
      return Outcome.refused(Usual.INDEX_SILENT);
    }
    long all = (long) found.records().size() + found.cases().size();
    noted(
        question,
        officer,
        all,
        (tx, asked) -> {
          if (index) {
            noteFound(tx, officer, asked, found.records().size());
          }
          if (cases) {
            noteCases(tx, officer, asked, found.cases());
          }
        });
    return Outcome.done(found);
  }

  private void noteCases(Tx tx, Officer officer, QuestionRows.Row asked, List<CaseId> cases) {
    Map<String, String> references = new TreeMap<>(Map.of("question", asked.id()));
    references.put("found", Integer.toString(cases.size()));
    Several.put(references, "cases", cases.stream().map(CaseId::toString).toList(), " ");
    journal.append(
        tx, Event.CASES_SEARCHED, officer.id().toString(), references, asked.locked().hash());
  }

  /** One record, with what was merged into it. */
  public Outcome<RecordPage> read(Officer officer, RecordId id) {
    if (!Rights.may(officer, Right.SEARCH_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<RecordRows.Row> row = store.read(tx -> RecordRows.find(tx, id));
    if (row.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    List<RecordView> joined = new ArrayList<>();
    for (RecordRows.Row other : store.read(tx -> RecordRows.find(tx, RecordRows.joined(tx, id)))) {
      joined.add(search.view(other));
    }
    store.write(tx ->
        journal.append(
            tx, Event.RECORD_READ, officer.id().toString(), Map.of("record", id.toString())));
    return Outcome.done(new RecordPage(search.view(row.get()), joined));
  }

  /** Destroys a record's content and its key. */
  public Outcome<RecordId> erase(Officer officer, RecordId id) {
    if (!Rights.may(officer, Right.ERASE_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Outcome<RecordId> attempt =
        store.write(tx -> {
          if (RecordRows.find(tx, id).isEmpty()) {
            return Outcome.<RecordId>refused(Usual.NOT_FOUND);
          }
          RecordRows.erase(tx, id, clock.instant());
          journal.append(
              tx, Event.RECORD_ERASED, officer.id().toString(), Map.of("record", id.toString()));
          return Outcome.done(id);
        });
    follower.nudge();
    return attempt;
  }

  /**
   * Erases what has reached its end.
   *
   * @return how many records
   */
  public int eraseDue() {
    Instant now = clock.instant();
    if (!store.provenTime().erases(now)) {
      return 0;
    }
    return eraseWhile(tx -> RecordRows.due(tx, now, ERASED_AT_ONCE));
  }

  private int eraseWhile(Function<Reads, List<RecordId>> due) {
    Instant now = clock.instant();
    int all = 0;
    List<RecordId> these = store.read(due);
    while (!these.isEmpty()) {
      List<RecordId> page = these;
      store.write(tx -> {
        for (RecordId id : page) {
          RecordRows.erase(tx, id, now);
          journal.append(tx, Event.RECORD_ERASED, Journal.NODE, Map.of("record", id.toString()));
        }
        return page.size();
      });
      all += page.size();
      these = store.read(due);
    }
    follower.nudge();
    return all;
  }

  /** Forgets what searches asked {@link #SEARCHES_KEPT_YEARS} years ago; their entries stay. */
  void forgetSearches() {
    Instant now = clock.instant();
    if (!store.provenTime().erases(now)) {
      return;
    }
    Instant before = now.atZone(ZoneOffset.UTC).minusYears(SEARCHES_KEPT_YEARS).toInstant();
    List<QuestionRows.Row> due = store.read(tx -> QuestionRows.askedBefore(tx, before));
    while (!due.isEmpty()) {
      List<QuestionRows.Row> page = due;
      store.write(tx -> {
        for (QuestionRows.Row row : page) {
          QuestionRows.forget(tx, row);
          journal.append(tx, Event.SEARCH_ERASED, Journal.NODE, Map.of("question", row.id()));
        }
        return page.size();
      });
      due = store.read(tx -> QuestionRows.askedBefore(tx, before));
    }
  }

  /** Throws the search index away and builds it from the store. */
  public Outcome<Long> reindex(Officer officer) {
    if (!Rights.may(officer, Right.REBUILD_INDEX)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    store.write(
        tx -> journal.append(tx, Event.RECORDS_REINDEXED, officer.id().toString(), Map.of()));
    follower.again();
    return Outcome.done(store.read(RecordRows::count));
  }

  /**
   * What changed after a revision, oldest first; of a record only the newest change. For parts of
   * this node that follow the index, without a look of an officer.
   */
  public List<Revised> changedAfter(long revision, int most) {
    return store.read(tx -> RecordRows.after(tx, revision, most)).parallelStream()
        .map(row ->
            new Revised(
                row.id(),
                row.revision(),
                row.erased()
                    ? Optional.empty()
                    : Optional.of(
                        new Revised.Standing(
                            contents.open(row.id(), row.locked()).subject(), row.provisions()))))
        .toList();
  }

  /** The revision of the newest change; 0 where there is no record. */
  public long newestRevision() {
    return store.read(RecordRows::newest);
  }

  /** The names of the sources there are. */
  public List<String> sources() {
    return store.read(RecordRows::sources);
  }

  /**
   * How the index stands.
   *
   * @param records in the store
   * @param percent how much of the store the index has followed
   * @param broken whether its folder cannot be written
   */
  public record Standing(long records, int percent, boolean broken) {}

  public Standing standing() {
    IndexFollower.Progress progress = follower.progress();
    int percent =
        progress.newest() == 0
            ? 100
            : Math.clamp(100 * progress.followed() / progress.newest(), 0, 100);
    return new Standing(store.read(RecordRows::count), percent, progress.broken());
  }

  /** Waits until the index has followed what is in the store now. */
  public void awaitIndex() throws InterruptedException {
    follower.await();
  }

  @Override
  public void close() {
    parts.close();
  }
}
