package org.entente.node.records;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.intake.Described;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.records.RecordIndex.Candidate;
import org.entente.node.store.Paged;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Records that may mean the same: found by the node after an import, joined or told apart by an
 * officer, separated again when that was wrong.
 *
 * <p><b>Guarantees.</b> Joining changes nothing but where one record points; separating restores
 * exactly what was. Both are entries in the ledger. A pair that was decided is not suspected again.
 */
public final class Duplicates {
  /** From here on two records are suspected to mean the same. */
  static final double SUSPECTED = 0.9;

  /** A record that looks like more than so many others looks like everybody. */
  private static final int LIKE_MAX = 10;

  /** Small, so that the index goes on following in between. */
  private static final int PAGE = 200;

  private static final int CHAIN_MAX = 50;
  private static final String FOLLOWER = "duplicates";

  private final Store store;
  private final Journal journal;
  private final RecordContents contents;
  private final RecordIndex index;
  private final IndexTerms terms;
  private final Search search;
  private final InstantSource clock;

  Duplicates(
      Store store,
      Journal journal,
      RecordContents contents,
      RecordIndex index,
      IndexTerms terms,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.index = index;
    this.terms = terms;
    this.search = new Search(store, contents, index, terms);
    this.clock = clock;
  }

  private record Suspicion(RecordId one, RecordId other, double probability) {}

  /** Looks through the next records up to a revision; false when there are none left. */
  boolean seek(long upTo) {
    long from = store.read(Duplicates::sought);
    List<RecordRows.Row> page =
        store.read(tx -> RecordRows.after(tx, from, PAGE)).stream()
            .filter(row -> row.revision() <= upTo)
            .toList();
    if (page.isEmpty()) {
      return false;
    }
    List<Suspicion> suspicions =
        page.parallelStream()
            .filter(row -> !row.erased())
            .flatMap(row -> like(row).stream())
            .toList();
    store.write(tx -> {
      long noted = suspicions.stream().filter(s -> note(tx, s)).count();
      if (noted > 0) {
        journal.append(
            tx, Event.RECORDS_COMPARED, Journal.NODE, Map.of("pairs", Long.toString(noted)));
      }
      FollowedRevision.set(tx, FOLLOWER, page.getLast().revision());
      return noted;
    });
    return true;
  }

  /** Both may have been erased since they were read. */
  private boolean note(Tx tx, Suspicion s) {
    return RecordRows.find(tx, List.of(s.one(), s.other())).size() == 2
        && PairRows.note(tx, s.one(), s.other(), s.probability(), clock.instant());
  }

  private List<Suspicion> like(RecordRows.Row row) {
    Described described = contents.open(row.id(), row.locked());
    Comparison comparison = Comparison.with(described.subject());
    List<Suspicion> found = new ArrayList<>();
    long persons = index.size();
    for (Candidate candidate : index.candidates(terms.like(described.subject(), LIKE_MAX))) {
      if (!candidate.id().equals(row.id().toString())) {
        Likeness likeness = comparison.of(terms.subject(candidate)).among(persons, 0);
        if (suspected(likeness)) {
          found.add(new Suspicion(row.id(), RecordId.of(candidate.id()), likeness.probability()));
        }
      }
    }
    return found;
  }

  /** A number alone joins nobody who has a name: registers share telephones and accounts. */
  private static boolean suspected(Likeness likeness) {
    return likeness.weighed()
        ? likeness.probability() >= SUSPECTED && likeness.matches(SUSPECTED)
        : likeness.numberMet();
  }

  private static long sought(Reads tx) {
    return FollowedRevision.of(tx, FOLLOWER);
  }

  /** The pairs that wait for a decision, the likeliest first. */
  public Outcome<Paged<Pair>> open(Officer officer, Paged.Wanted wanted) {
    if (!Rights.may(officer, Right.JOIN_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    List<Pair> pairs = new ArrayList<>();
    Paged<PairRows.Row> page = store.read(tx -> PairRows.open(tx, wanted));
    for (PairRows.Row row : page.lines()) {
      pair(row).ifPresent(pairs::add);
    }
    store.write(tx ->
        journal.append(
            tx,
            Event.RECORDS_SEARCHED,
            officer.id().toString(),
            Map.of("pairs", Integer.toString(pairs.size()))));
    return Outcome.done(page.with(pairs));
  }

  /** How many pairs wait for a decision. */
  public long waiting() {
    return store.read(PairRows::openCount);
  }

  private Optional<Pair> pair(PairRows.Row row) {
    List<RecordRows.Row> both =
        store.read(tx -> RecordRows.find(tx, List.of(row.first(), row.second())));
    if (both.size() != 2) {
      return Optional.empty();
    }
    boolean ordered = both.getFirst().id().equals(row.first());
    RecordView first = search.view(both.get(ordered ? 0 : 1));
    RecordView second = search.view(both.get(ordered ? 1 : 0));
    Likeness likeness =
        Comparison.with(first.described().subject())
            .of(second.described().subject())
            .among(index.size(), 0);
    return Optional.of(new Pair(row.id(), first, second, row.state(), likeness));
  }

  /**
   * Joins the records of a pair.
   *
   * @param keep the one that is shown from now on
   */
  public Outcome<RecordId> merge(Officer officer, UUID pair, RecordId keep) {
    if (!Rights.may(officer, Right.JOIN_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<PairRows.Row> row =
          PairRows.find(tx, pair).filter(p -> p.first().equals(keep) || p.second().equals(keep));
      if (row.isEmpty()) {
        return Outcome.<RecordId>refused(Usual.NOT_FOUND);
      }
      RecordId other = row.get().first().equals(keep) ? row.get().second() : row.get().first();
      Optional<RecordRows.Row> joined = RecordRows.find(tx, other);
      RecordId root = root(tx, keep);
      if (row.get().state() != Pair.State.OPEN
          || joined.isEmpty()
          || joined.get().mergedInto().isPresent()
          || root.equals(other)) {
        return Outcome.<RecordId>refused(Usual.WRONG_STATE);
      }
      RecordRows.merge(tx, other, Optional.of(root));
      PairRows.decide(tx, pair, Pair.State.MERGED, officer.id(), clock.instant());
      journal.append(
          tx,
          Event.RECORD_MERGED,
          officer.id().toString(),
          Map.of("record", other.toString(), "into", root.toString()));
      return Outcome.done(root);
    });
  }

  private static RecordId root(Tx tx, RecordId from) {
    RecordId at = from;
    for (int step = 0; step < CHAIN_MAX; step++) {
      Optional<RecordId> next = RecordRows.find(tx, at).flatMap(RecordRows.Row::mergedInto);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  /** Notes that two records mean different persons or things. */
  public Outcome<UUID> tellApart(Officer officer, UUID pair) {
    if (!Rights.may(officer, Right.JOIN_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<PairRows.Row> row = PairRows.find(tx, pair);
      if (row.isEmpty() || row.get().state() != Pair.State.OPEN) {
        return Outcome.<UUID>refused(row.isEmpty() ? Usual.NOT_FOUND : Usual.WRONG_STATE);
      }
      PairRows.decide(tx, pair, Pair.State.APART, officer.id(), clock.instant());
      journal.append(
          tx,
          Event.RECORDS_TOLD_APART,
          officer.id().toString(),
          Map.of("record", row.get().first().toString(), "other", row.get().second().toString()));
      return Outcome.done(pair);
    });
  }

  /** Takes a merge back: the record stands for itself again, and the pair waits again. */
  public Outcome<RecordId> separate(Officer officer, RecordId record) {
    if (!Rights.may(officer, Right.JOIN_RECORDS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      Optional<RecordId> into = RecordRows.find(tx, record).flatMap(RecordRows.Row::mergedInto);
      if (into.isEmpty()) {
        return Outcome.<RecordId>refused(Usual.WRONG_STATE);
      }
      RecordRows.merge(tx, record, Optional.empty());
      PairRows.of(tx, record, into.get())
          .ifPresent(p -> PairRows.decide(tx, p.id(), Pair.State.OPEN, null, clock.instant()));
      journal.append(
          tx,
          Event.RECORD_SEPARATED,
          officer.id().toString(),
          Map.of("record", record.toString(), "from", into.get().toString()));
      return Outcome.done(record);
    });
  }
}
